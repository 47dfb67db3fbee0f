// Entries that reporters sent to live coverage, the oldest first: each with how long it waits and the form of its answer.
import type { DeskPhoto, WaitingEntry } from '#app/newsroom/desk/live-desk.ts'
import { liveLimits } from '#app/newsroom/topics/live.ts'
import { TextArea } from '#app/ui/forms/field.tsx'
import { EntryPhoto } from '#app/ui/forms/live-photo.tsx'
import { LiveWordFields } from '#app/ui/forms/live-word-fields.tsx'
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { type LiveRefused, typedIn } from './live-refused.ts'

/** `base` is the address of the topic's live desk. */
export function WaitingEntries({
  waiting,
  base,
  refused,
}: {
  waiting: readonly WaitingEntry[]
  base: string
  refused: LiveRefused | null
}) {
  const { live, identity } = useWords()
  const words = live.desk.inbox
  return (
    <section className="part" aria-labelledby="waiting-entries">
      <h2 id="waiting-entries">
        {words.title}
        {waiting.length > 0 ? <span className="quiet"> · {live.desk.waiting(waiting.length)}</span> : null}
      </h2>
      {waiting.length === 0 ? <p className="quiet">{words.none}</p> : null}
      <ol className="live-list">
        {waiting.map((entry) => (
          <li key={entry.publicId} id={`waiting-${entry.publicId}`}>
            <p className="quiet small">
              {words.from} <bdi>{entry.from ?? identity.sender}</bdi> ({words.signed[entry.signed]}) · {words.waits}{' '}
              <Instant at={entry.sentAt} style="age" />{' '}
              {entry.late ? <span className="state waiting">{words.late}</span> : null}
            </p>
            {entry.photo ? <WaitingPhoto photo={entry.photo} here={`${base}/${entry.publicId}/photo`} /> : null}
            {entry.own ? (
              <>
                <p className="said" dir="auto">
                  {entry.text}
                </p>
                <p className="quiet">{words.own}</p>
              </>
            ) : (
              <AnswerForm entry={entry} base={base} refused={refused} />
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** With what its file told, and the way to take it out and keep the words. */
function WaitingPhoto({ photo, here }: { photo: DeskPhoto; here: string }) {
  const { live, contributor } = useWords()
  const { told } = contributor.photo
  const { capturedAt, camera, place } = photo.evidence
  const facts = [
    ...(capturedAt ? [`${told.time}: ${capturedAt}`] : []),
    ...(camera ? [`${told.camera}: ${camera}`] : []),
    ...(place ? [`${told.place}: ${place.latitude.toFixed(4)}, ${place.longitude.toFixed(4)}`] : []),
  ]
  return (
    <>
      <EntryPhoto photo={photo} />
      <p className="quiet small">
        {live.photo.file}: <bdi>{facts.join(' · ') || told.nothing}</bdi> <a href={here}>{live.photo.out}</a>
      </p>
    </>
  )
}

function AnswerForm({ entry, base, refused }: { entry: WaitingEntry; base: string; refused: LiveRefused | null }) {
  const { inbox: words } = useWords().live.desk
  const { faults, values } = typedIn(refused, `answer-${entry.publicId}`)
  const field = { scope: entry.publicId, dir: 'auto', faults } as const
  return (
    <form method="post" action={`${base}/${entry.publicId}/answer`} className="form wide" noValidate>
      {/* The version of now: who comes back after a conflict has seen what changed. */}
      <input type="hidden" name="version" value={entry.version} />
      <LiveWordFields
        words={words.fields}
        values={{ title: entry.title, text: entry.text, ...values }}
        faults={faults}
        scope={entry.publicId}
      />
      <TextArea
        {...field}
        name="reason"
        label={words.fields.reason}
        hint={words.fields.reasonHint}
        rows={2}
        maxLength={liveLimits.reason}
        defaultValue={values.reason}
      />
      <div className="buttons">
        <button type="submit" name="verdict" value="approve" className="button primary">
          {words.approve}
        </button>
        <button type="submit" name="verdict" value="decline" className="button">
          {words.decline}
        </button>
      </div>
    </form>
  )
}
