// The part of /account/safety about a protected identity: what it means, the switch, and every time it was opened.
import type { Opening } from '#app/newsroom/desk/identity.server.ts'
import { TextField } from '#app/ui/forms/field.tsx'
import type { Fault } from '#app/ui/forms/problems.tsx'
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'

export type Protection = { on: boolean; offered: boolean; openings: Opening[] }

export function ProtectedPart({ protection, faults }: { protection: Protection; faults: readonly Fault[] }) {
  const words = useWords().identity.safety
  const { on, offered, openings } = protection
  return (
    <section className="part" id="protected">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <p>
        <span className={on ? 'state done' : 'state stopped'}>{on ? words.on : words.off}</span>
      </p>
      <ul className="points">
        {words.means.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      {on ? <End faults={faults} /> : offered ? <Protect /> : <p className="hint">{words.forReporters}</p>}
      {on || openings.length > 0 ? <Openings openings={openings} /> : null}
    </section>
  )
}

function Protect() {
  const words = useWords().identity.safety
  return (
    <form method="post" action="/account/safety">
      <button type="submit" name="protection" value="on" className="button primary">
        {words.protect}
      </button>
    </form>
  )
}

// The password stands beside the sentence on what it costs, so nobody ends it by one press.
function End({ faults }: { faults: readonly Fault[] }) {
  const { account, identity } = useWords()
  const words = identity.safety
  return (
    <details open={faults.length > 0}>
      <summary>{words.endTitle}</summary>
      <form method="post" action="/account/safety" className="form" noValidate>
        <p>{words.endLead}</p>
        <TextField
          name="protectionPassword"
          type="password"
          label={account.fields.password}
          autoComplete="current-password"
          required
          faults={faults}
        />
        <div className="buttons">
          <button type="submit" name="protection" value="off" className="button danger">
            {words.end}
          </button>
        </div>
      </form>
    </details>
  )
}

function Openings({ openings }: { openings: readonly Opening[] }) {
  const words = useWords().identity.safety
  return (
    <>
      <h3>{words.openingsTitle}</h3>
      {openings.length === 0 ? <p className="quiet">{words.neverOpened}</p> : null}
      <ol className="log">
        {openings.map((opening) => (
          <li key={opening.at}>
            <p>
              <strong>{opening.number === null ? words.openedBefore : words.opened(opening.number)}</strong>:{' '}
              <bdi>{opening.reason}</bdi>
            </p>
            <p className="quiet small">
              <Instant at={opening.at} />
            </p>
          </li>
        ))}
      </ol>
    </>
  )
}
