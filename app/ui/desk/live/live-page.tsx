// /desk/topics/:slug/live: what waits, the form for a new entry, what readers have, closing, and the log.
import type { LiveDesk } from '#app/newsroom/desk/live-desk.ts'
import { liveLimits } from '#app/newsroom/topics/live.ts'
import { DeskPlaces } from '#app/ui/desk/desk-places.tsx'
import { Choice, TextArea, TextField, Tick } from '#app/ui/forms/field.tsx'
import { LiveWordFields } from '#app/ui/forms/live-word-fields.tsx'
import { Problems } from '#app/ui/forms/problems.tsx'
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace, type WorkspacePerson } from '#app/ui/page/workspace.tsx'
import type { Words } from '#app/words/words.ts'
import { LiveLog } from './live-log.tsx'
import { type LiveRefused, typedIn } from './live-refused.ts'
import { ReadersEntries } from './readers-entries.tsx'
import { WaitingEntries } from './waiting-entries.tsx'

export type LivePageData = {
  person: WorkspacePerson
  title: string
  live: LiveDesk
  isNewest: boolean
  sections: { value: string; label: string }[]
  done: '' | keyof Words['live']['desk']['done']
}

/** Several doors draw this page: each with what it refused. */
export function LivePage({ page, refused }: { page: LivePageData; refused: LiveRefused | null }) {
  const words = useWords().live.desk
  const { live, person, title, done } = page
  const { topic, coverage } = live
  const base = `/desk/topics/${topic.slug}/live`
  const isOpen = coverage !== null && coverage.closedAt === null
  const scope = refused?.form.startsWith('answer-') ? `${refused.form.slice('answer-'.length)}-` : ''
  return (
    <Workspace person={person} here="desk" title={title}>
      <DeskPlaces here="live" />
      <Problems
        faults={(refused?.faults ?? []).map(({ field, message }) => ({ field: field && scope + field, message }))}
      />
      {done && !refused ? (
        <p className="notice done" role="status">
          {words.done[done]}
        </p>
      ) : null}
      {coverage ? <Head live={live} /> : null}
      <div className="live-columns">
        <div>
          {isOpen ? (
            <>
              <WaitingEntries waiting={live.waiting} base={base} refused={refused} />
              {live.rights.publish ? <NewEntry base={base} refused={refused} /> : null}
            </>
          ) : (
            <OpenForm base={base} sections={page.sections} refused={refused} />
          )}
        </div>
        {coverage ? (
          <div>
            <ReadersEntries live={live} base={base} isOpen={isOpen} isNewest={page.isNewest} />
            {isOpen && live.rights.publish ? <CloseForm base={base} refused={refused} /> : null}
            <LiveLog lines={live.log} />
          </div>
        ) : null}
      </div>
    </Workspace>
  )
}

function Head({ live: { topic, coverage } }: { live: LiveDesk }) {
  const words = useWords().live
  if (!coverage) return null
  return (
    <div className="part live-facts">
      <h2 dir="auto">{coverage.title}</h2>
      <p className="quiet small">
        <span className={`state ${coverage.closedAt ? 'stopped' : 'done'}`}>
          {coverage.closedAt ? words.hub.over : words.hub.live}
        </span>
        {' · '}
        {coverage.section}
        {' · '}
        {words.hub.since} <Instant at={coverage.openedAt} style="both" />
        {coverage.closedAt ? (
          <>
            {' · '}
            {words.hub.ended} <Instant at={coverage.closedAt} style="both" />
          </>
        ) : null}
        {' · '}
        <a href={`/topics/${topic.slug}`}>{words.desk.toHub}</a>
      </p>
      {coverage.closing ? (
        <p className="said" dir="auto">
          {coverage.closing}
        </p>
      ) : null}
    </div>
  )
}

type FormPart = { base: string; refused: LiveRefused | null }

function OpenForm({ base, refused, sections }: FormPart & { sections: { value: string; label: string }[] }) {
  const { begin } = useWords().live.desk
  const { faults, values } = typedIn(refused, 'open')
  return (
    <section className="part" aria-labelledby="open-live">
      <h2 id="open-live">{begin.title}</h2>
      <p className="quiet">{begin.lead}</p>
      <form method="post" action={`${base}/open`} className="form" noValidate>
        <TextField
          name="title"
          label={begin.fields.title}
          maxLength={liveLimits.coverageTitle}
          dir="auto"
          defaultValue={values.title}
          faults={faults}
        />
        <Choice
          name="section"
          label={begin.fields.section}
          hint={begin.fields.sectionHint}
          defaultValue={values.section}
          faults={faults}
          options={[{ value: '', label: begin.choose }, ...sections]}
        />
        <div className="buttons">
          <button type="submit" className="button primary">
            {begin.save}
          </button>
        </div>
      </form>
    </section>
  )
}

function NewEntry({ base, refused }: FormPart) {
  const { write } = useWords().live.desk
  const { faults, values } = typedIn(refused, 'write')
  return (
    <section className="part" aria-labelledby="new-entry">
      <h2 id="new-entry">{write.title}</h2>
      <form method="post" action={base} className="form wide" noValidate>
        <EntryFields faults={faults} values={values} />
        <div className="buttons">
          <button type="submit" className="button primary">
            {write.save}
          </button>
        </div>
      </form>
    </section>
  )
}

/** The fields of an entry of the desk: to publish one and to correct one. */
export function EntryFields({ faults, values }: Pick<LiveRefused, 'faults' | 'values'>) {
  const { fields } = useWords().live.desk.write
  return (
    <>
      <LiveWordFields words={fields} values={values} faults={faults} />
      <TextField
        name="story"
        label={fields.story}
        hint={fields.storyHint}
        maxLength={400}
        dir="ltr"
        defaultValue={values.story}
        faults={faults}
      />
      <Tick
        name="picture"
        value="yes"
        label={fields.picture}
        defaultChecked={values.picture === 'yes'}
        faults={faults}
      />
    </>
  )
}

function CloseForm({ base, refused }: FormPart) {
  const { close } = useWords().live.desk
  const { faults, values } = typedIn(refused, 'close')
  return (
    <section className="part" aria-labelledby="close-live">
      <h2 id="close-live">{close.title}</h2>
      <form method="post" action={`${base}/close`} className="form wide" noValidate>
        <TextArea
          name="closing"
          label={close.closing}
          rows={2}
          maxLength={liveLimits.closing}
          dir="auto"
          defaultValue={values.closing}
          faults={faults}
        />
        <div className="buttons">
          <button type="submit" className="button">
            {close.save}
          </button>
        </div>
      </form>
    </section>
  )
}
