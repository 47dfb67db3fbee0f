// The list of what reporters and readers ask of published stories: each with the form of its answer, or the next edition.
import { TextArea } from '#app/ui/forms/field.tsx'
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'

type Ticket = {
  publicId: string
  kind: 'correction' | 'takedown' | 'error'
  text: string
  at: string
  /** Null when the story's reporter asks. */
  reader: { name: string; hasAddress: boolean } | null
  /** A next edition answers it. */
  inHand: boolean
  story: { publicId: string; number: number; headline: string; slug: string | null; own: boolean }
}

/** The answer that came back, with what was typed. */
export type AnswerRefused = { ticket: string; answer: string; fault: string }

export function OpenTickets({ tickets, refused }: { tickets: readonly Ticket[]; refused: AnswerRefused | null }) {
  const { after, desk, tracking } = useWords()
  const words = tracking.corrections
  return (
    <ol className="open-tickets">
      {tickets.map((ticket) => (
        <li key={ticket.publicId} className="part" id={`ticket-${ticket.publicId}`}>
          <h2>
            <a href={`/desk/stories/${ticket.story.publicId}`}>{ticket.story.headline || desk.queue.untitled}</a>
          </h2>
          <p className="quiet small">
            {after.tickets.kinds[ticket.kind]} · {desk.queue.number(ticket.story.number)} ·{' '}
            <Instant at={ticket.at} style="both" /> (<Instant at={ticket.at} style="age" />)
            {ticket.story.slug ? (
              <>
                {' · '}
                <a href={`/stories/${ticket.story.slug}`}>{words.live}</a>
              </>
            ) : null}
          </p>
          {ticket.text === '' ? (
            <p className="quiet">{after.tickets.hidden}</p>
          ) : (
            <>
              <Asker reader={ticket.reader} />
              <p className="said" dir="auto">
                {ticket.text}
              </p>
            </>
          )}
          {ticket.story.own ? <p className="quiet">{words.own}</p> : <Answers ticket={ticket} refused={refused} />}
        </li>
      ))}
    </ol>
  )
}

function Asker({ reader }: { reader: Ticket['reader'] }) {
  const words = useWords().after.tickets
  if (reader === null) return <p className="quiet small">{words.byReporter}</p>
  return (
    <p className="quiet small">
      <bdi>{reader.name === '' ? words.byReader : words.readerNamed(reader.name)}</bdi>.{' '}
      {reader.hasAddress ? words.answerByMail : words.noAddress}
    </p>
  )
}

// What is asked is answered in words, or by the next edition; a takedown by retracting the story.
function Answers({ ticket, refused }: { ticket: Ticket; refused: AnswerRefused | null }) {
  const words = useWords().after.tickets
  const next = `/desk/stories/${ticket.story.publicId}/next`
  const isOpen = refused?.ticket === ticket.publicId
  return (
    <>
      {ticket.story.slug === null ? null : (
        <p className="buttons">
          <a className="button" href={ticket.inHand ? next : `${next}?ticket=${ticket.publicId}`}>
            {ticket.inHand ? words.open : words.begin}
          </a>
          {ticket.inHand ? <span className="quiet small">{words.inHand}</span> : null}
        </p>
      )}
      <details className="answer" open={isOpen}>
        <summary>{words.answer}</summary>
        <AnswerForm ticket={ticket} refused={refused} />
      </details>
    </>
  )
}

function AnswerForm({ ticket, refused }: { ticket: Ticket; refused: AnswerRefused | null }) {
  const { after, tracking } = useWords()
  const words = tracking.corrections
  const mine = refused?.ticket === ticket.publicId ? refused : null
  return (
    <form method="post" action="/desk/corrections" className="form wide">
      <input type="hidden" name="ticket" value={ticket.publicId} />
      <TextArea
        name="answer"
        scope={ticket.publicId}
        label={ticket.reader === null ? words.answer : after.tickets.answer}
        rows={3}
        maxLength={5000}
        dir="auto"
        defaultValue={mine?.answer}
        faults={mine ? [{ field: 'answer', message: mine.fault }] : undefined}
      />
      <div className="buttons">
        <button type="submit" name="outcome" value="done" className="button primary">
          {words.done}
        </button>
        <button type="submit" name="outcome" value="refused" className="button">
          {words.refuse}
        </button>
      </div>
    </form>
  )
}
