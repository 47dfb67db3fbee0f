// After publication: how often it was read, and what the reporter has asked or can ask for.
import { Instant } from '../page/instant.tsx'
import { useWords } from '../page/words-context.ts'

type Ticket = {
  publicId: string
  kind: 'correction' | 'takedown' | 'error'
  state: 'open' | 'done' | 'refused'
  text: string
  at: string
  answer: string
  answeredAt: string | null
}

export function SincePublished({
  story,
  reads,
  tickets,
}: {
  story: { publicId: string; state: string }
  reads: { total: number; lastSevenDays: number } | null
  tickets: readonly Ticket[]
}) {
  const words = useWords().tracking.published
  if (!reads && tickets.length === 0) return null
  const isPublic = story.state === 'published'
  const kinds = (['correction', 'takedown'] as const).filter(
    (kind) => !tickets.some((ticket) => ticket.kind === kind && ticket.state === 'open'),
  )
  return (
    <section className="part since-published" id="published" aria-labelledby="published-title">
      <h2 id="published-title">{words.title}</h2>
      {reads ? (
        <>
          <p className="reads">
            {reads.total ? <strong>{words.reads(words.times(reads.total))}</strong> : words.noReads}
            {reads.total ? `, ${words.week(words.times(reads.lastSevenDays))}` : ''}
          </p>
          <p className="quiet small">{words.readsHint}</p>
        </>
      ) : null}
      {isPublic && kinds.length > 0 ? (
        <p className="buttons">
          {kinds.map((kind) => (
            <a key={kind} className="button" href={`/my/stories/${story.publicId}/tickets?kind=${kind}`}>
              {words.ask[kind]}
            </a>
          ))}
        </p>
      ) : null}
      {tickets.length > 0 ? (
        <>
          <h3>{words.asked}</h3>
          <ol className="ticket-list">
            {tickets.map((ticket) => (
              <TicketLine key={ticket.publicId} ticket={ticket} />
            ))}
          </ol>
        </>
      ) : null}
    </section>
  )
}

function TicketLine({ ticket }: { ticket: Ticket }) {
  const words = useWords().tracking.published
  return (
    <li className={ticket.state}>
      <p className="message-head">
        <strong>{words.kinds[ticket.kind]}</strong> <Instant at={ticket.at} style="both" />
        <span className={`answer-mark ${ticket.state}`}>{words.states[ticket.state]}</span>
      </p>
      <p className="message-text" dir="auto">
        {ticket.text}
      </p>
      {ticket.answer ? (
        <blockquote className="step-note" dir="auto">
          {ticket.answer}
        </blockquote>
      ) : null}
    </li>
  )
}
