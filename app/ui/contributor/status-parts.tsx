// The parts of a story's status page: where it is, what the desk asked for, messages, and every step so far.
import type { ReasonKey } from '#app/newsroom/desk/reasons.ts'
import type { Move } from '#app/newsroom/desk/workflow.ts'
import { Instant } from '../page/instant.tsx'
import { useWords } from '../page/words-context.ts'
import { StateSign, type StoryRow } from './story-rows.tsx'

type Facts = StoryRow & { dueAt: string | null; publishAt: string | null; round: number }

/** Number, state in plain words, who acts next, since when, and what was promised. */
export function Whereabouts({ story }: { story: Facts }) {
  const { states, whoActs, status } = useWords().contributor
  const times = [
    { name: status.promised, at: story.whoActs === 'desk' || story.whoActs === 'editor' ? story.answerBy : null },
    { name: status.due, at: story.whoActs === 'contributor' ? story.dueAt : null },
    { name: status.publishAt, at: story.whoActs === 'clock' ? story.publishAt : null },
  ]
  return (
    <section className="whereabouts" aria-label={status.number(story.number)}>
      <p className="story-number">{status.number(story.number)}</p>
      <p className="state-line">
        <StateSign state={story.state} words={states[story.state]} />
      </p>
      <dl className="facts">
        <dt>{status.whoActs}</dt>
        <dd>{whoActs[story.whoActs]}</dd>
        <dt>{status.since}</dt>
        <dd>
          <Instant at={story.since} style="both" /> (<Instant at={story.since} style="age" />)
        </dd>
        {times.map(({ name, at }) =>
          at ? (
            <div className="fact" key={name}>
              <dt>{name}</dt>
              <dd>
                <Instant at={at} style="both" />
              </dd>
            </div>
          ) : null,
        )}
      </dl>
    </section>
  )
}

export type Point = { id: number; round: number; text: string; done: boolean; answer: string }

/** What the desk asked for: the current round with forms while it is with the writer, earlier rounds as a record. */
export function Points({
  story,
  points,
  open,
  mayAnswer,
}: {
  story: Facts
  points: readonly Point[]
  open: number
  mayAnswer: boolean
}) {
  const words = useWords().contributor.status
  if (points.length === 0) return null
  const asked = mayAnswer ? points.filter((point) => point.round === story.round) : []
  const record = points.filter((point) => !asked.includes(point))
  return (
    <section className="part asked-points" id="points" aria-labelledby="points-title">
      <h2 id="points-title">{words.points}</h2>
      {asked.length > 0 ? <p className="quiet">{words.pointsLeft(open)}</p> : null}
      {asked.length > 0 ? (
        <ol className="point-list">
          {asked.map((point) => (
            <li key={point.id}>
              <p className="point-text">{point.text}</p>
              <PointForm story={story.publicId} point={point} />
            </li>
          ))}
        </ol>
      ) : null}
      {record.length > 0 ? (
        <ol className="point-list past">
          {record.map((point) => (
            <li key={point.id} className={point.done ? 'done' : undefined}>
              <p className="point-text">{point.text}</p>
              {point.done ? <p className="quiet small">{words.pointDone}</p> : null}
              {point.answer ? <p className="point-answer">{point.answer}</p> : null}
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  )
}

function PointForm({ story, point }: { story: string; point: Point }) {
  const words = useWords().contributor.status
  return (
    <form method="post" action={`/my/stories/${story}/points`} className="point-form">
      <input type="hidden" name="point" value={point.id} />
      <div className="field tick">
        <label>
          <input type="checkbox" name="done" defaultChecked={point.done} />
          <span>{words.pointDone}</span>
        </label>
      </div>
      <div className="field">
        <label htmlFor={`answer-${point.id}`}>{words.pointAnswer}</label>
        <textarea
          id={`answer-${point.id}`}
          name="answer"
          rows={2}
          maxLength={2000}
          defaultValue={point.answer}
          placeholder={words.pointAnswerHint}
        />
      </div>
      <button type="submit" className="button small">
        {words.pointSave}
      </button>
    </form>
  )
}

export type Message = { id: number; text: string; at: string; authorName: string; fromOwner: boolean }

/** The talk between writer and desk, and the box for the next message. */
export function Messages({ story, notes }: { story: Facts; notes: readonly Message[] }) {
  const words = useWords().contributor.status
  return (
    <section className="part talk" id="messages" aria-labelledby="messages-title">
      <h2 id="messages-title">{words.messages}</h2>
      {notes.length === 0 ? (
        <p className="quiet">{words.noMessages}</p>
      ) : (
        <ol className="message-list">
          {notes.map((note) => (
            <li key={note.id} className={note.fromOwner ? 'mine' : 'theirs'}>
              <p className="message-head">
                <strong>{note.fromOwner ? words.you : note.authorName}</strong> <Instant at={note.at} style="both" />
              </p>
              <p className="message-text">{note.text}</p>
            </li>
          ))}
        </ol>
      )}
      <form method="post" action={`/notes/${story.publicId}`} className="form wide">
        <input type="hidden" name="next" value={`/my/stories/${story.publicId}/status`} />
        <div className="field">
          <label htmlFor="message">{words.message}</label>
          <textarea id="message" name="text" rows={3} maxLength={5000} required />
        </div>
        <div className="buttons">
          <button type="submit" className="button">
            {words.sendMessage}
          </button>
        </div>
      </form>
    </section>
  )
}

export type Step = {
  id: number
  move: Move
  at: string
  byName: string | null
  byOwner: boolean
  reasons: ReasonKey[]
  note: string
}

/** Every step so far with its reasons and its note, the newest first. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  const { contributor, workflow } = useWords()
  const words = contributor.status
  return (
    <section className="step-history" aria-labelledby="steps-title">
      <h2 id="steps-title">{words.steps}</h2>
      {steps.length === 0 ? <p className="quiet">{words.noSteps}</p> : null}
      <ol>
        {[...steps].reverse().map((step) => (
          <li key={step.id}>
            <p className="step-what">{workflow.done[step.move]}</p>
            <p className="quiet small">
              <Instant at={step.at} style="both" /> · {step.byOwner ? words.you : words.desk}
            </p>
            {step.reasons.length > 0 ? (
              <ul>
                {step.reasons.map((reason) => (
                  <li key={reason}>{workflow.reasons[reason]}</li>
                ))}
              </ul>
            ) : null}
            {step.note ? <blockquote className="step-note">{step.note}</blockquote> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
