// The form of one move: what it means, what it needs, who will be told. The same in a dialog and on the page of a refusal.
import type { ReactNode } from 'react'
import type { ReasonOutcome } from '#app/newsroom/desk/reasons.ts'
import { tell } from '#app/newsroom/desk/tell.ts'
import { type Move, moveRow, type Need } from '#app/newsroom/desk/workflow.ts'
import type { StoryState } from '#app/newsroom/story/story.ts'
import { Choice, TextArea, TextField, Tick } from '#app/ui/forms/field.tsx'
import { type Fault, fieldId } from '#app/ui/forms/problems.tsx'
import { useOutlet } from '#app/ui/page/outlet-data.ts'
import { useReasons } from '#app/ui/page/reasons.ts'
import { useWords } from '#app/ui/page/words-context.ts'

/** What the form of a move has to know of its story. */
export type MoveFacts = {
  publicId: string
  state: StoryState
  version: number
  /** Of the words that an approval names; '' where nothing is approved from here. */
  hash: string
  holder: 'nobody' | 'me' | 'other'
  claimedBefore: boolean
  /** One more approval is enough. */
  completes: boolean
  /** The one who reads the form wrote the story. */
  own: boolean
  colleagues: { publicId: string; name: string }[]
  /** How many points were put down on the words, to be asked with the others. */
  putDown?: number
}

/** What somebody typed into the form before. */
export type Typed = {
  note: string
  deskNote: string
  points: string
  reasons: string[]
  at: string
  days: string
  to: string
  hold: string
  spam: boolean
  safety: boolean
  sure: boolean
}

export type MoveFormProps = {
  move: Move
  facts: MoveFacts
  /** Where to go after it: a path of this site. */
  next: string
  typed?: Typed
  faults?: readonly Fault[]
  /** Keeps ids apart where several of these forms stand on one page. */
  scope?: string
  /** A final rejection is open to this person for spam only. */
  spamOnly?: boolean
  /** A retraction is open to this person for somebody's safety only. */
  safetyOnly?: boolean
  /** Buttons beside the one that orders the move. */
  beside?: ReactNode
}

const harmful: readonly Move[] = ['decline', 'reject', 'askRetraction', 'retract', 'unpublish', 'withdraw', 'archive']

/** Moves whose letter can be looked at before it goes. */
const decisions: readonly Move[] = ['decline', 'reject']

export function MoveForm({
  move,
  facts,
  next,
  typed,
  faults,
  scope,
  spamOnly = false,
  safetyOnly = false,
  beside,
}: MoveFormProps) {
  const { desk, lists, workflow } = useWords()
  const { needs } = moveRow(move)
  const part = { move, facts, typed, faults, scope }
  return (
    <form method="post" action={`/moves/${facts.publicId}`} className="form wide move-form">
      <input type="hidden" name="move" value={move} />
      <input type="hidden" name="version" value={facts.version} />
      <input type="hidden" name="next" value={next} />
      <p>{desk.move.explain[move]}</p>
      {spamOnly && <p className="quiet">{desk.move.twoPeople}</p>}
      {safetyOnly && <p className="quiet">{desk.move.retractTakesTwo}</p>}
      {needs.map((need) => (
        <NeedField key={need} need={need} safetyOnly={safetyOnly} {...part} />
      ))}
      {OPTIONAL_NOTE.includes(move) && <Note {...part} />}
      {OPTIONAL_DESK_NOTE.includes(move) && <DeskNote {...part} optional />}
      {move === 'reject' && (
        <Tick
          name="spam"
          label={desk.move.spam}
          scope={scope}
          faults={faults}
          defaultChecked={typed?.spam}
          required={spamOnly}
        />
      )}
      <WhoIsTold move={move} facts={facts} />
      {decisions.includes(move) && <div data-letter-place aria-live="polite" />}
      <div className="buttons">
        {beside}
        {decisions.includes(move) && (
          <button type="submit" className="button" formAction={`/desk/stories/${facts.publicId}/letter`} data-letter-of>
            {lists.letter.show}
          </button>
        )}
        <button type="submit" className={harmful.includes(move) ? 'button danger' : 'button primary'}>
          {workflow.moves[move]}
        </button>
      </div>
    </form>
  )
}

const OPTIONAL_NOTE: readonly Move[] = ['requestChanges', 'sendForSignOff', 'withdraw']
const OPTIONAL_DESK_NOTE: readonly Move[] = ['release', 'reopen', 'archive']

type PartProps = Pick<MoveFormProps, 'move' | 'facts' | 'typed' | 'faults' | 'scope'>

/** The field of one need. */
export function NeedField({ need, safetyOnly, ...part }: PartProps & { need: Need; safetyOnly: boolean }) {
  const { facts, typed, faults, scope } = part
  const words = useWords().desk.move
  const { copydesk } = useWords()
  const { timeZone } = useOutlet()
  switch (need) {
    case 'points':
      return (
        <>
          {facts.putDown ? <p>{copydesk.points.waiting(facts.putDown)}</p> : null}
          <TextArea
            name="points"
            label={words.points}
            hint={words.pointsHint}
            scope={scope}
            faults={faults}
            rows={5}
            maxLength={20_000}
            defaultValue={typed?.points}
          />
          <TextField
            name="days"
            type="number"
            min={1}
            max={60}
            label={words.days}
            scope={scope}
            faults={faults}
            defaultValue={typed?.days || '7'}
          />
        </>
      )
    case 'desk-edit':
      return (
        <>
          <TextField
            name="days"
            type="number"
            min={1}
            max={60}
            label={words.days}
            scope={scope}
            faults={faults}
            defaultValue={typed?.days || '7'}
          />
          <Note {...part} />
        </>
      )
    case 'reasons':
      return (
        <>
          <Reasons {...part} />
          <Note {...part} />
        </>
      )
    case 'words':
      return <Note {...part} />
    case 'desk-words':
      return <DeskNote {...part} />
    case 'at':
      return (
        <TextField
          name="at"
          type="datetime-local"
          label={words.at}
          hint={words.atHint(timeZone)}
          scope={scope}
          faults={faults}
          defaultValue={typed?.at}
        />
      )
    case 'to':
      return (
        <Choice
          name="to"
          label={words.to}
          hint={facts.colleagues.length ? undefined : words.noColleague}
          scope={scope}
          faults={faults}
          defaultValue={typed?.to ?? ''}
          options={[
            { value: '', label: words.toNobody },
            ...facts.colleagues.map(({ publicId, name }) => ({ value: publicId, label: name })),
          ]}
        />
      )
    case 'hash':
      return (
        <>
          <input type="hidden" name="hash" value={facts.hash} />
          <p className="quiet small">
            {words.fingerprint} <code>{facts.hash.slice(0, 12)}</code>
          </p>
        </>
      )
    case 'hold-kind':
      return (
        <>
          <HoldKinds {...part} />
          <TextField
            name="at"
            type="datetime-local"
            label={words.until}
            hint={words.untilHint(timeZone)}
            scope={scope}
            faults={faults}
            defaultValue={typed?.at}
          />
        </>
      )
    case 'sure':
      return facts.state === 'approved' || facts.state === 'scheduled' ? (
        <Tick name="sure" label={words.sure} scope={scope} faults={faults} defaultChecked={typed?.sure} required />
      ) : null
    case 'safety-words':
      return (
        <>
          <Tick
            name="safety"
            label={words.safety}
            scope={scope}
            faults={faults}
            defaultChecked={typed?.safety}
            required={safetyOnly}
          />
          <DeskNote {...part} optional={!safetyOnly} />
        </>
      )
    default:
      return null
  }
}

function Note({ move, typed, faults, scope }: PartProps) {
  const words = useWords().desk.move
  return (
    <TextArea
      name="note"
      label={words.note[move] ?? words.anyNote}
      hint={move === 'retract' ? words.retractHint : undefined}
      scope={scope}
      faults={faults}
      rows={3}
      maxLength={5000}
      defaultValue={typed?.note}
    />
  )
}

function DeskNote({ typed, faults, scope, optional = false }: PartProps & { optional?: boolean }) {
  const words = useWords().desk.move
  return (
    <TextArea
      name="deskNote"
      label={optional ? words.deskNoteOptional : words.deskNote}
      hint={words.deskNoteHint}
      scope={scope}
      faults={faults}
      rows={2}
      maxLength={5000}
      defaultValue={typed?.deskNote}
    />
  )
}

function Reasons({ typed, faults, scope }: PartProps) {
  const words = useWords().desk.move
  const fault = faults?.find(({ field }) => field === 'reasons')
  const id = fieldId('reasons', scope)
  const faultId = fault && `${id}-fault`
  return (
    <div className={fault ? 'field reasons wrong' : 'field reasons'}>
      {fault && (
        <p className="fault" id={faultId}>
          {fault.message}
        </p>
      )}
      <div className="groups">
        <ReasonGroup title={words.notReady} outcome="not-ready" typed={typed} firstId={id} fault={faultId} />
        <ReasonGroup title={words.notForUs} outcome="not-for-us" typed={typed} fault={faultId} />
      </div>
    </div>
  )
}

function ReasonGroup({
  title,
  outcome,
  typed,
  firstId,
  fault,
}: {
  title: string
  outcome: ReasonOutcome
  typed?: Typed
  /** The summary of problems links to the first box. */
  firstId?: string
  /** Id of the fault that describes the group. */
  fault?: string
}) {
  const { list, say } = useReasons()
  const offered = list.filter((reason) => reason.outcome === outcome && !reason.retired)
  return (
    <fieldset aria-describedby={fault}>
      <legend className="label">{title}</legend>
      {offered.map(({ key }, index) => (
        <div className="pick" key={key}>
          <label>
            <input
              type="checkbox"
              id={index === 0 ? firstId : undefined}
              name="reasons"
              value={key}
              defaultChecked={typed?.reasons.includes(key)}
            />
            <span dir="auto">{say(key)}</span>
          </label>
        </div>
      ))}
    </fieldset>
  )
}

function HoldKinds({ typed, faults, scope }: PartProps) {
  const { desk } = useWords()
  const fault = faults?.find(({ field }) => field === 'hold')
  const id = fieldId('hold', scope)
  return (
    <fieldset className={fault ? 'field wrong' : 'field'} aria-describedby={fault && `${id}-fault`}>
      <legend className="label">{desk.move.hold}</legend>
      {fault && (
        <p className="fault" id={`${id}-fault`}>
          {fault.message}
        </p>
      )}
      {(['legal', 'safety', 'embargo', 'other'] as const).map((kind, index) => (
        <div className="pick" key={kind}>
          <label>
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name="hold"
              value={kind}
              defaultChecked={typed?.hold === kind}
            />
            <span>{desk.review.holds.kinds[kind]}</span>
          </label>
        </div>
      ))}
    </fieldset>
  )
}

// The same table that writes the letters says who gets one; the one who orders the move gets none but a receipt.
function WhoIsTold({ move, facts }: { move: Move; facts: MoveFacts }) {
  const words = useWords().desk.move
  const tellings = tell(move, {
    from: facts.state,
    held: facts.holder !== 'nobody',
    dateTold: facts.state === 'scheduled',
    firstClaim: !facts.claimedBefore,
    complete: facts.completes,
    decisionTold: true,
    spam: false,
  }).filter(({ who }) => !(facts.holder === 'me' && (who === 'holder' || who === 'former-holder')))
  const names = [
    ...new Set(tellings.map(({ who }) => (who === 'contributor' && facts.own ? words.you : words.willTell[who]))),
  ]
  const later = tellings.find(({ afterMinutes }) => afterMinutes)?.afterMinutes
  return (
    <p className="told">
      {names.length === 0
        ? words.toldNobody
        : later
          ? words.toldLater(names.join(', '), later)
          : words.told(names.join(', '))}
      {move === 'reject' && ` ${words.spamNotTold}`}
    </p>
  )
}
