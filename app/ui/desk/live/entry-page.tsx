// /desk/topics/:slug/live/:entry: one public entry, to put right or to take away with a notice.
import type { EntryToCorrect } from '#app/newsroom/desk/live-desk.ts'
import { liveLimits } from '#app/newsroom/topics/live.ts'
import { DeskPlaces } from '#app/ui/desk/desk-places.tsx'
import { TextArea } from '#app/ui/forms/field.tsx'
import { Problems } from '#app/ui/forms/problems.tsx'
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace, type WorkspacePerson } from '#app/ui/page/workspace.tsx'
import { EntryFields } from './live-page.tsx'
import { type LiveRefused, typedIn } from './live-refused.ts'

export type EntryPageData = { person: WorkspacePerson; title: string; topic: string; entry: EntryToCorrect }

/** Two doors draw this page: the one that corrects and the one that removes. */
export function EntryPage({ page, refused }: { page: EntryPageData; refused: LiveRefused | null }) {
  const { correct: words } = useWords().live.desk
  const { entry, topic } = page
  const here = `/desk/topics/${topic}/live/${entry.publicId}`
  return (
    <Workspace
      person={page.person}
      here="desk"
      title={page.title}
      primary={
        <a className="small back" href={`/desk/topics/${topic}/live#entry-${entry.publicId}`}>
          {words.back}
        </a>
      }
    >
      <DeskPlaces here="live" />
      <Problems faults={refused?.faults ?? []} />
      <p className="lead">{words.lead}</p>
      <p className="quiet small">
        <Instant at={entry.at} style="both" />
      </p>
      {entry.corrections.length > 0 ? (
        <section className="part" aria-labelledby="corrected-before">
          <h2 id="corrected-before">{words.before}</h2>
          {entry.corrections.map(({ at, note }) => (
            <p key={at} dir="auto">
              <Instant at={at} style="both" />: {note}
            </p>
          ))}
        </section>
      ) : null}
      <CorrectForm entry={entry} here={here} refused={refused} />
      <RemoveForm entry={entry} here={here} refused={refused} />
    </Workspace>
  )
}

type Part = { entry: EntryToCorrect; here: string; refused: LiveRefused | null }

function CorrectForm({ entry, here, refused }: Part) {
  const { correct: words } = useWords().live.desk
  const { faults, values: typed } = typedIn(refused, 'correct')
  const stored: Record<string, string> = {
    title: entry.title,
    text: entry.text,
    story: entry.story,
    picture: entry.picture ? 'yes' : '',
  }
  const values = refused?.form === 'correct' ? typed : stored
  return (
    <form method="post" action={here} className="form wide" noValidate>
      {/* The version of now: who comes back after a conflict has been told. */}
      <input type="hidden" name="version" value={entry.version} />
      <EntryFields faults={faults} values={values} />
      <TextArea
        name="note"
        label={words.note}
        hint={words.noteHint}
        rows={2}
        maxLength={liveLimits.note}
        dir="auto"
        defaultValue={values.note}
        faults={faults}
      />
      <div className="buttons">
        <button type="submit" className="button primary">
          {words.save}
        </button>
      </div>
    </form>
  )
}

function RemoveForm({ entry, here, refused }: Part) {
  const { correct: words } = useWords().live.desk
  const { faults, values } = typedIn(refused, 'remove')
  return (
    <section className="part" aria-labelledby="remove-entry">
      <h2 id="remove-entry">{words.remove}</h2>
      <p className="quiet">{words.removeLead}</p>
      <form method="post" action={`${here}/remove`} className="form wide" noValidate>
        <input type="hidden" name="version" value={entry.version} />
        <TextArea
          name="reason"
          label={words.reason}
          rows={2}
          maxLength={liveLimits.reason}
          dir="auto"
          defaultValue={values.reason}
          faults={faults}
        />
        <div className="buttons">
          <button type="submit" className="button">
            {words.removeSave}
          </button>
        </div>
      </form>
    </section>
  )
}
