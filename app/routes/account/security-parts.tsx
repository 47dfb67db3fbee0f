// The three parts of the security page: two-step sign-in, password, sessions.
import { TextField } from '#app/ui/forms/field.tsx'
import type { Fault } from '#app/ui/forms/problems.tsx'
import { CloseDialog, Dialog, OpenDialog } from '#app/ui/page/dialog.tsx'
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'

type Proposal = { secret: string; uri: string; ticket: string }

export function TwoStepPart({
  on,
  proposal,
  open,
  faults,
}: {
  on: boolean
  proposal: Proposal | null
  open: boolean
  faults: Fault[]
}) {
  const words = useWords().account.security
  const failed = faults.some((fault) => fault.field === 'code')
  return (
    <section className="part">
      <h2>{words.twoStep}</h2>
      {on ? <TurnOff faults={faults} /> : <p className="lead">{words.twoStepOff}</p>}
      {!on && proposal ? (
        <details className="set-up" open={open || failed}>
          <summary className="button">{words.setUp}</summary>
          <TurnOn proposal={proposal} faults={faults} />
        </details>
      ) : null}
    </section>
  )
}

function TurnOn({ proposal, faults }: { proposal: Proposal; faults: Fault[] }) {
  const { security: words, fields } = useWords().account
  return (
    <form method="post" action="/account/security?form=two-step-on" className="form" noValidate>
      <ol className="steps">
        <li>{words.steps.open}</li>
        <li>
          {words.steps.key} <code className="key">{proposal.secret}</code>
          <p className="hint">
            {words.steps.link} <a href={proposal.uri}>{words.steps.linkText}</a>
          </p>
        </li>
        <li>{words.steps.code}</li>
      </ol>
      <TextField
        name="code"
        label={fields.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        className="code"
        required
        faults={faults}
      />
      <input type="hidden" name="ticket" value={proposal.ticket} />
      <div className="buttons">
        <button type="submit" className="button primary">
          {words.turnOn}
        </button>
      </div>
    </form>
  )
}

function TurnOff({ faults }: { faults: Fault[] }) {
  const words = useWords().account.security
  // A dialog cannot come back open without script, so a fault brings the form onto the page.
  const failed = faults.some((fault) => fault.field === 'passwordAgain')
  return (
    <>
      <p className="lead">
        <span className="state done">{words.onWord}</span> {words.twoStepOn}
      </p>
      {failed ? (
        <TurnOffForm faults={faults} cancel={null} />
      ) : (
        <>
          <OpenDialog id="turn-off">{words.turnOff}</OpenDialog>
          <Dialog id="turn-off" title={words.turnOffTitle}>
            <TurnOffForm faults={faults} cancel="turn-off" />
          </Dialog>
        </>
      )}
    </>
  )
}

function TurnOffForm({ faults, cancel }: { faults: Fault[]; cancel: string | null }) {
  const { security: words, fields } = useWords().account
  return (
    <form method="post" action="/account/security?form=two-step-off" className="form" noValidate>
      <p>{words.turnOffLead}</p>
      <TextField
        name="passwordAgain"
        type="password"
        label={fields.password}
        autoComplete="current-password"
        required
        faults={faults}
      />
      <div className="buttons">
        {cancel ? <CloseDialog id={cancel}>{words.cancel}</CloseDialog> : null}
        <button type="submit" className="button danger">
          {words.turnOff}
        </button>
      </div>
    </form>
  )
}

export function PasswordPart({ faults, email }: { faults: Fault[]; email: string }) {
  const { security: words, fields, join } = useWords().account
  return (
    <section className="part">
      <h2>{words.password}</h2>
      <form method="post" action="/account/security?form=password" className="form" noValidate>
        {/* Password managers look for the account's name beside a new password. */}
        <input type="text" value={email} autoComplete="username" readOnly hidden />
        <TextField
          name="currentPassword"
          type="password"
          label={fields.currentPassword}
          autoComplete="current-password"
          required
          faults={faults}
        />
        <TextField
          name="newPassword"
          type="password"
          label={fields.newPassword}
          hint={join.passwordHint}
          autoComplete="new-password"
          required
          faults={faults}
        />
        <div className="buttons">
          <button type="submit" className="button primary">
            {words.changePassword}
          </button>
        </div>
      </form>
    </section>
  )
}

type SessionShown = { since: string; seen: string; here: boolean }

export function SessionsPart({ sessions }: { sessions: SessionShown[] }) {
  const words = useWords().account.security
  return (
    <section className="part">
      <h2>{words.sessions}</h2>
      <p className="hint">{words.sessionsHint}</p>
      <ul className="sessions">
        {sessions.map((session) => (
          <li key={session.since + session.seen}>
            <strong>{session.here ? words.thisOne : words.another}</strong>
            <span className="quiet">
              {words.since} <Instant at={session.since} /> · {words.seen} <Instant at={session.seen} style="age" />
            </span>
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <form method="post" action="/account/security?form=sessions">
          <button type="submit" className="button">
            {words.endOthers}
          </button>
        </form>
      ) : null}
    </section>
  )
}
