// The list of what reporters ask of published stories: each with the form of its answer.
import { TextArea } from '#app/ui/forms/field.tsx'
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'

type Ticket = {
  publicId: string
  kind: 'correction' | 'takedown'
  text: string
  at: string
  story: { publicId: string; number: number; headline: string; slug: string | null; own: boolean }
}

/** The answer that came back, with what was typed. */
export type AnswerRefused = { ticket: string; answer: string; fault: string }

export function OpenTickets({ tickets, refused }: { tickets: readonly Ticket[]; refused: AnswerRefused | null }) {
  const { desk, tracking } = useWords()
  const words = tracking.corrections
  return (
    <ol className="open-tickets">
      {tickets.map((ticket) => (
        <li key={ticket.publicId} className="part" id={`ticket-${ticket.publicId}`}>
          <h2>
            <a href={`/desk/stories/${ticket.story.publicId}`}>{ticket.story.headline || desk.queue.untitled}</a>
          </h2>
          <p className="quiet small">
            {tracking.published.kinds[ticket.kind]} · {desk.queue.number(ticket.story.number)} ·{' '}
            <Instant at={ticket.at} style="both" /> (<Instant at={ticket.at} style="age" />)
            {ticket.story.slug ? (
              <>
                {' · '}
                <a href={`/stories/${ticket.story.slug}`}>{words.live}</a>
              </>
            ) : null}
          </p>
          <p className="said" dir="auto">
            {ticket.text}
          </p>
          {ticket.story.own ? <p className="quiet">{words.own}</p> : <AnswerForm ticket={ticket} refused={refused} />}
        </li>
      ))}
    </ol>
  )
}

function AnswerForm({ ticket, refused }: { ticket: Ticket; refused: AnswerRefused | null }) {
  const words = useWords().tracking.corrections
  const mine = refused?.ticket === ticket.publicId ? refused : null
  return (
    <form method="post" action="/desk/corrections" className="form wide">
      <input type="hidden" name="ticket" value={ticket.publicId} />
      <TextArea
        name="answer"
        scope={ticket.publicId}
        label={words.answer}
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
