// The forms of the next edition: to begin it, to write its words, to approve, publish or drop it.
import type { EditionKind } from '#app/newsroom/desk/edition-kinds.ts'
import type { Move } from '#app/newsroom/desk/workflow.ts'
import { directionOf } from '#app/newsroom/story/direction.ts'
import { TextArea, TextField, Tick } from '#app/ui/forms/field.tsx'
import type { Fault } from '#app/ui/forms/problems.tsx'
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'

export type EditionRefused = { faults: Fault[]; values: Record<string, string> }

type Story = { publicId: string; version: number }
type Ticket = { publicId: string; kind: 'correction' | 'takedown' | 'error'; text: string; at: string; inHand: boolean }
type Pending = {
  kind: EditionKind
  note: string
  hideReason: string
  version: number
  state: 'open' | 'approved'
  content: { headline: string; standfirst: string; language: string }
  hash: string
  byName: string
  savedAt: string
  approvedBy: string[]
  approvalsNeeded: number
  needsAnother: boolean
  difference: { changes: number }
}

const kinds = ['correction', 'clarification', 'update'] as const

export function BeginEdition({
  page: { story, tickets },
  ticket,
}: {
  page: { story: Story; tickets: readonly Ticket[] }
  /** The request that it is to answer; '' for none. */
  ticket: string
}) {
  const { next } = useWords().after
  const asked = tickets.find((one) => one.publicId === ticket)
  return (
    <section className="part" aria-labelledby="next-begin">
      <h2 id="next-begin">{next.begin}</h2>
      <p className="quiet">{next.beginNone}</p>
      {asked ? (
        <p className="said" dir="auto">
          {asked.text}
        </p>
      ) : null}
      <form method="post" action={`/desk/stories/${story.publicId}/next`} className="form">
        <input type="hidden" name="ticket" value={asked?.publicId ?? ''} />
        <Kinds chosen="correction" />
        <div className="buttons">
          <button type="submit" name="act" value="begin" className="button primary">
            {next.begin}
          </button>
        </div>
      </form>
    </section>
  )
}

function Kinds({ chosen }: { chosen: string }) {
  const { next } = useWords().after
  return (
    <fieldset className="field">
      <legend className="label">{next.kind}</legend>
      {kinds.map((kind) => (
        <div className="pick" key={kind}>
          <label>
            <input type="radio" name="kind" value={kind} defaultChecked={chosen === kind} />
            <span>{next.kinds[kind]}</span>
          </label>
        </div>
      ))}
    </fieldset>
  )
}

export function WriteEdition({
  page: { story, pending, tickets },
  text,
  refused,
}: {
  page: { story: Story; pending: Pending; tickets: readonly Ticket[] }
  /** The copy as a text area holds it. */
  text: string
  refused?: EditionRefused
}) {
  const { next } = useWords().after
  const { faults, values } = refused ?? { faults: [], values: {} as Record<string, string> }
  const { language } = pending.content
  const written = { lang: language, dir: directionOf(language) }
  return (
    <form method="post" action={`/desk/stories/${story.publicId}/next`} className="form wide next-edition" noValidate>
      <input type="hidden" name="version" value={pending.version} />
      <p className="quiet small">
        {next.byLine(pending.byName)}, <Instant at={pending.savedAt} style="both" />
      </p>
      <Kinds chosen={values.kind ?? pending.kind} />
      {tickets.length > 0 ? <Answers tickets={tickets} /> : null}
      <TextArea
        name="note"
        label={next.note}
        hint={next.noteHint}
        rows={3}
        maxLength={1000}
        faults={faults}
        defaultValue={values.note ?? pending.note}
        {...written}
      />
      <TextField
        name="headline"
        label={next.headline}
        maxLength={200}
        faults={faults}
        defaultValue={values.headline ?? pending.content.headline}
        {...written}
      />
      <TextArea
        name="standfirst"
        label={next.standfirst}
        rows={2}
        maxLength={400}
        faults={faults}
        defaultValue={values.standfirst ?? pending.content.standfirst}
        {...written}
      />
      <TextArea
        name="text"
        label={next.text}
        hint={next.textHint}
        rows={20}
        faults={faults}
        defaultValue={values.text ?? text}
        {...written}
      />
      <Tick
        name="hide"
        label={next.hide.label}
        hint={next.hide.hint}
        faults={faults}
        defaultChecked={refused ? values.hide === 'on' : pending.hideReason !== ''}
      />
      <TextArea
        name="hideReason"
        label={next.hide.why}
        hint={next.hide.whyHint}
        rows={2}
        maxLength={1000}
        faults={faults}
        defaultValue={values.hideReason ?? pending.hideReason}
      />
      <div className="buttons">
        <button type="submit" name="act" value="save" className="button primary">
          {next.save}
        </button>
        <button type="submit" name="act" value="drop" className="button danger">
          {next.drop}
        </button>
      </div>
    </form>
  )
}

function Answers({ tickets }: { tickets: readonly Ticket[] }) {
  const { next, tickets: words } = useWords().after
  return (
    <fieldset className="field">
      <legend className="label">{next.asked}</legend>
      <p className="hint">{next.askedHint}</p>
      {tickets.map(({ publicId, kind, text, inHand }) => (
        <div className="pick" key={publicId}>
          <label>
            <input type="checkbox" name="tickets" value={publicId} defaultChecked={inHand} />
            <span dir="auto">
              {words.kinds[kind]}: {text.length > 200 ? `${text.slice(0, 200)}…` : text}
            </span>
          </label>
        </div>
      ))}
    </fieldset>
  )
}

const moveOf = {
  correction: 'correct',
  clarification: 'clarify',
  update: 'update',
} as const satisfies Record<EditionKind, Move>

export function ApproveEdition({ story, pending, onHold }: { story: Story; pending: Pending; onHold: boolean }) {
  const { next } = useWords().after
  const { state, kind, hash, version, approvedBy, approvalsNeeded, needsAnother, difference } = pending
  const page = `/desk/stories/${story.publicId}/next`
  const left = approvalsNeeded - approvedBy.length
  return (
    <section className="part" aria-labelledby="next-approve">
      <h2 id="next-approve">{state === 'approved' ? next.publish[kind] : next.approve}</h2>
      {approvedBy.length > 0 ? <p>{next.approvedBy(approvedBy.join(', '))}</p> : null}
      {state === 'open' && approvedBy.length > 0 && left > 0 ? <p>{next.needed(left)}</p> : null}
      {state === 'approved' ? (
        <form method="post" action={`/moves/${story.publicId}`} className="form">
          <input type="hidden" name="move" value={moveOf[kind]} />
          <input type="hidden" name="version" value={story.version} />
          <input type="hidden" name="hash" value={hash} />
          <input type="hidden" name="next" value={`/desk/stories/${story.publicId}`} />
          <p className="hint">{onHold ? next.onHold : next.publishHint}</p>
          <div className="buttons">
            <button type="submit" className="button primary">
              {next.publish[kind]}
            </button>
          </div>
        </form>
      ) : needsAnother ? (
        <p className="quiet">{next.another}</p>
      ) : (
        <form method="post" action={page} className="form">
          <input type="hidden" name="version" value={version} />
          <p className="hint">{difference.changes === 0 ? next.compareNone : next.approveHint}</p>
          <div className="buttons">
            <button type="submit" name="act" value="approve" className="button primary">
              {next.approve}
            </button>
          </div>
        </form>
      )}
    </section>
  )
}
