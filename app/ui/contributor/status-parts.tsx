// The parts of a story's status page: where it is, what the desk asked for, messages, and every step so far.
import type { Move } from '#app/newsroom/desk/workflow.ts'
import { useReasons } from '#app/ui/page/reasons.ts'
import { formatAge, formatInstant, formatSpan } from '#app/words/formats.ts'
import { Instant } from '../page/instant.tsx'
import { useOutlet } from '../page/outlet-data.ts'
import { useWords } from '../page/words-context.ts'
import { StateSign, type StoryRow } from './story-rows.tsx'

type Facts = StoryRow & { dueAt: string | null; publishAt: string | null; round: number }

type Waits = { firstAnswerMs: number | null; decisionMs: number | null }
type Waiting = {
  sinceMs: number
  for: 'first-answer' | 'decision'
  waits: { outlet: Waits; section: (Waits & { name: string }) | null }
}
type Reminder = { late: boolean; may: boolean; lastAt: string | null }

/** Number, state in plain words, what comes next, who acts, since when, and what was promised. */
export function Whereabouts({
  story,
  waiting,
  reminder,
}: {
  story: Facts
  waiting: Waiting | null
  reminder: Reminder
}) {
  const { contributor, tracking } = useWords()
  const { states, whoActs, status } = contributor
  const times = [
    { name: tracking.received, at: story.submittedAt },
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
      <p className="next-step">{tracking.next[story.state]}</p>
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
      {waiting ? <Waiting waiting={waiting} /> : null}
      {reminder.late ? <Late story={story} reminder={reminder} /> : null}
      {story.submittedAt ? (
        <p>
          <a href={`/my/stories/${story.publicId}/compare`}>{tracking.compare.link}</a>
        </p>
      ) : null}
    </section>
  )
}

/** How long this story has waited, beside what others wait. */
function Waiting({ waiting }: { waiting: Waiting }) {
  const { language, tracking } = useWords()
  const { outlet, section } = waiting.waits
  const isFirst = waiting.for === 'first-answer'
  const half = isFirst ? outlet.firstAnswerMs : outlet.decisionMs
  const here = section && (isFirst ? section.firstAnswerMs : section.decisionMs)
  const span = (ms: number) => formatSpan(ms, language)
  return (
    <p className="waits">
      {tracking.waited(span(waiting.sinceMs))}{' '}
      {half === null ? null : isFirst ? tracking.halfAnswered(span(half)) : tracking.halfDecided(span(half))}{' '}
      {section && here !== null
        ? isFirst
          ? tracking.halfAnsweredIn(section.name, span(here))
          : tracking.halfDecidedIn(section.name, span(here))
        : null}
    </p>
  )
}

function Late({ story, reminder }: { story: Facts; reminder: Reminder }) {
  const { language, tracking } = useWords()
  const { timeZone, now } = useOutlet()
  const promised = story.answerBy ? formatInstant(new Date(story.answerBy), 'both', timeZone, language) : ''
  return (
    <div className="notice waiting late-notice" id="late">
      <p>{tracking.lateSince(promised)}</p>
      {reminder.may ? (
        <form method="post" action={`/my/stories/${story.publicId}/remind`}>
          <button type="submit" className="button small">
            {tracking.remind}
          </button>
        </form>
      ) : reminder.lastAt ? (
        <p className="small">
          {tracking.reminded(formatAge(new Date(reminder.lastAt), now ? new Date(now) : new Date(), language))}
        </p>
      ) : null}
    </div>
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
                <strong>
                  <bdi>{note.fromOwner ? words.you : note.authorName}</bdi>
                </strong>{' '}
                <Instant at={note.at} style="both" />
              </p>
              <p className="message-text" dir="auto">
                {note.text}
              </p>
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
  reasons: string[]
  note: string
}

/** Every step so far with its reasons and its note, the newest first. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  const { contributor, workflow } = useWords()
  const { say } = useReasons()
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
                  <li key={reason}>{say(reason)}</li>
                ))}
              </ul>
            ) : null}
            {step.note ? (
              <blockquote className="step-note" dir="auto">
                {step.note}
              </blockquote>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
