// What the desk verifies on a story: each check with its evidence, who and when; its form; the way past it, and the log.
import {
  type Check,
  type CheckState,
  checkStates,
  LONGEST_EVIDENCE,
  type VerificationPage,
} from '#app/newsroom/desk/verification.ts'
import { TextArea } from '#app/ui/forms/field.tsx'
import type { Fault } from '#app/ui/forms/problems.tsx'
import { CloseDialog, Dialog, OpenDialog } from '#app/ui/page/dialog.tsx'
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'

/** What was typed into a form that came back, and what is wrong with it. */
export type TypedCheck = { act: 'check' | 'override' | 'revoke'; check: string; state: string; words: string }
export type RefusedCheck = TypedCheck & { faults: Fault[] }

/** `headed`: how far it is stands above already. */
type PanelProps = { page: VerificationPage; refused?: RefusedCheck | null; headed?: boolean }

/** The panel beside the words. Its forms need no script; a refusal comes back on a page of its own. */
export function VerificationPanel({ page }: { page: VerificationPage }) {
  const words = useWords().verification
  const { state, checks } = page.verification
  const { answered, asked } = countOf(checks)
  return (
    <details open={asked > 0 || page.log.length > 0} id="verification" className="verification">
      <summary>
        <h2>{words.title}</h2>
        {asked > 0 && (
          <span className={`state ${stateMarks[state]}`}>
            {state === 'complete' ? words.states.complete : words.progress(answered, asked)}
          </span>
        )}
      </summary>
      <div className="inside">
        <Verification page={page} headed />
      </div>
    </details>
  )
}

const stateMarks = { complete: 'done', open: 'waiting', overridden: 'stopped' } as const
const checkMarks: Record<CheckState, string> = { done: 'done', open: 'waiting', 'not-needed': 'stopped' }

function countOf(checks: readonly Check[]) {
  const asked = checks.filter((check) => check.asked)
  return { asked: asked.length, answered: asked.filter(({ state }) => state !== 'open').length }
}

/** The whole of it: in the panel, and on the page of a refusal with what was typed. */
export function Verification({ page, refused = null, headed = false }: PanelProps) {
  const words = useWords().verification
  const { checks, override } = page.verification
  const { answered, asked } = countOf(checks)
  const shown = checks.filter((check) => check.asked || check.at)
  const others = checks.filter((check) => !check.asked && !check.at)
  const refusedOther = others.some(({ key }) => refused?.act === 'check' && refused.check === key)
  return (
    <>
      <p className="quiet small">{words.lead}</p>
      {asked === 0 && <p className="quiet">{words.nothingAsked}</p>}
      {asked > 0 && !headed && <p>{words.progress(answered, asked)}</p>}
      {override && <Overridden page={page} />}
      <Checks checks={shown} page={page} refused={refused} />
      {others.length > 0 && page.may && (
        <details className="other-checks" open={refusedOther}>
          <summary>{words.others}</summary>
          <Checks checks={others} page={page} refused={refused} />
        </details>
      )}
      {page.may && !override && answered < asked && (
        <Override page={page} open={asked - answered} refused={refused?.act === 'override' ? refused : null} />
      )}
      {page.log.length > 0 && <Recorded page={page} />}
    </>
  )
}

function Checks({ checks, page, refused }: { checks: Check[] } & PanelProps) {
  const words = useWords().verification
  return (
    <ul className="checks">
      {checks.map((check) => (
        <li key={check.key} className={check.state}>
          <p className="check-name">
            <b>{words.checks[check.key].name}</b>{' '}
            <span className={`state ${checkMarks[check.state]}`}>{words.checkStates[check.state]}</span>
          </p>
          <p className="quiet small">{words.checks[check.key].means}</p>
          {check.evidence && (
            <p className="said" dir="auto">
              {check.evidence}
            </p>
          )}
          {check.at && (
            <p className="quiet small">
              <bdi>{check.byName}</bdi> · <Instant at={check.at} style="both" />
            </p>
          )}
          {page.may && (
            <CheckForm
              check={check}
              publicId={page.publicId}
              refused={refused?.act === 'check' && refused.check === check.key ? refused : null}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

function CheckForm({ check, publicId, refused }: { check: Check; publicId: string; refused: RefusedCheck | null }) {
  const words = useWords().verification
  const { name } = words.checks[check.key]
  const chosen = refused?.state ?? (check.at ? check.state : 'done')
  return (
    <details className="check-form" open={refused !== null}>
      <summary>
        {check.at ? words.change : words.record}
        <span className="only-heard"> {name}</span>
      </summary>
      <form method="post" action={`/desk/stories/${publicId}/verification`} className="form wide">
        <input type="hidden" name="act" value="check" />
        <input type="hidden" name="check" value={check.key} />
        <input type="hidden" name="seen" value={check.at ?? ''} />
        <fieldset className="outcomes">
          <legend className="only-heard">{words.outcome}</legend>
          {checkStates
            .filter((state) => state !== 'open' || check.at)
            .map((state) => (
              <div className="pick" key={state}>
                <label>
                  <input type="radio" name="state" value={state} defaultChecked={state === chosen} />
                  <span>{words.checkStates[state]}</span>
                </label>
              </div>
            ))}
        </fieldset>
        <TextArea
          name="words"
          label={words.evidence}
          hint={words.evidenceHint}
          scope={check.key}
          faults={refused?.faults}
          rows={3}
          maxLength={LONGEST_EVIDENCE}
          defaultValue={refused?.words ?? check.evidence}
        />
        <div className="buttons">
          <button type="submit" className="button">
            {words.save(name)}
          </button>
        </div>
      </form>
    </details>
  )
}

function Overridden({ page: { verification, may, publicId } }: { page: VerificationPage }) {
  const words = useWords().verification.override
  const { override } = verification
  if (!override) return null
  return (
    <div className="notice waiting passed-over">
      <p>
        <b>{words.shown}</b> <bdi>{override.reason}</bdi>
      </p>
      <p className="quiet small">
        <bdi>{override.byName}</bdi> · <Instant at={override.at} style="both" />
      </p>
      {may && (
        <form method="post" action={`/desk/stories/${publicId}/verification`}>
          <input type="hidden" name="act" value="revoke" />
          <button type="submit" className="button">
            {words.revoke}
          </button>
        </form>
      )}
    </div>
  )
}

function Override({ page, open, refused }: { page: VerificationPage; open: number; refused: RefusedCheck | null }) {
  const words = useWords().verification.override
  // The form that came back stands on the page itself: there is no script that could open its dialog.
  if (refused) return <OverrideForm page={page} open={open} refused={refused} />
  return (
    <div className="buttons">
      <OpenDialog id="override-verification">{words.open}</OpenDialog>
      <Dialog id="override-verification" title={words.title}>
        <OverrideForm page={page} open={open} refused={null} />
      </Dialog>
    </div>
  )
}

function OverrideForm({ page, open, refused }: { page: VerificationPage; open: number; refused: RefusedCheck | null }) {
  const words = useWords().verification.override
  return (
    <form method="post" action={`/desk/stories/${page.publicId}/verification`} className="form wide">
      <input type="hidden" name="act" value="override" />
      <p>{words.lead(open)}</p>
      <TextArea
        name="words"
        label={words.reason}
        scope="override"
        faults={refused?.faults}
        rows={3}
        maxLength={LONGEST_EVIDENCE}
        defaultValue={refused?.words}
      />
      <div className="buttons">
        {!refused && <CloseDialog id="override-verification">{words.cancel}</CloseDialog>}
        <button type="submit" className="button danger">
          {words.button}
        </button>
      </div>
    </form>
  )
}

function Recorded({ page: { log } }: { page: VerificationPage }) {
  const { log: words, checks } = useWords().verification
  return (
    <details className="recorded">
      <summary>{words.title}</summary>
      <ol className="trail">
        {log.map((row) => (
          <li key={row.id}>
            <p>
              {row.check && <b>{checks[row.check].name}: </b>}
              {words.acts[row.act]}
            </p>
            {row.words && (
              <p className="said" dir="auto">
                {row.words}
              </p>
            )}
            <p className="quiet small">
              <bdi>{row.byName ?? words.somebody}</bdi> · <Instant at={row.at} style="both" />
            </p>
          </li>
        ))}
      </ol>
    </details>
  )
}
