// Entries that reporters sent to live coverage, the oldest first: each with how long it waits and the form of its answer.
import type { WaitingEntry } from '#app/newsroom/desk/live-desk.ts'
import { TextArea, TextField } from '#app/ui/forms/field.tsx'
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

function AnswerForm({ entry, base, refused }: { entry: WaitingEntry; base: string; refused: LiveRefused | null }) {
  const { inbox: words } = useWords().live.desk
  const { faults, values } = typedIn(refused, `answer-${entry.publicId}`)
  const field = { scope: entry.publicId, dir: 'auto', faults } as const
  return (
    <form method="post" action={`${base}/${entry.publicId}/answer`} className="form wide" noValidate>
      {/* The version of now: who comes back after a conflict has seen what changed. */}
      <input type="hidden" name="version" value={entry.version} />
      <TextField
        {...field}
        name="title"
        label={words.fields.title}
        maxLength={120}
        defaultValue={values.title ?? entry.title}
      />
      <TextArea
        {...field}
        name="text"
        label={words.fields.text}
        rows={4}
        maxLength={2000}
        defaultValue={values.text ?? entry.text}
      />
      <TextArea
        {...field}
        name="reason"
        label={words.fields.reason}
        hint={words.fields.reasonHint}
        rows={2}
        maxLength={600}
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
