// What the desk asked for, point by point: one form with a tick and an answer for each, saved or sent with the story.
import { type Fault, fieldId } from '../forms/problems.tsx'
import { useWords } from '../page/words-context.ts'
import { Progress } from './suggestions.tsx'

export type Point = { id: number; round: number; text: string; done: boolean; answer: string; quote: string }

type Story = { publicId: string; version: number; round: number }

/** The current round as a form while it is with the writer, earlier rounds as a record. */
export function Points({
  story,
  points,
  open,
  mayAnswer,
  done,
}: {
  story: Story
  points: readonly Point[]
  open: number
  mayAnswer: boolean
  /** What was just done here: a key of our own table, from the address. */
  done: string
}) {
  const { contributor, tracking } = useWords()
  const words = tracking.points
  if (points.length === 0) return null
  const asked = mayAnswer ? askedNow(points, story) : []
  const record = points.filter((point) => !asked.includes(point))
  const said: Record<string, string> = words.said
  return (
    <section className="part asked-points" id="points" aria-labelledby="points-title">
      <h2 id="points-title">{contributor.status.points}</h2>
      {asked.length > 0 ? (
        <Progress
          answered={asked.length - open}
          all={asked.length}
          words={words.progress(asked.length - open, asked.length)}
        />
      ) : null}
      {Object.hasOwn(said, done) ? (
        <p className="quiet small" role="status">
          {said[done]}
        </p>
      ) : null}
      {asked.length > 0 ? <PointsForm story={story} points={asked} /> : null}
      {record.length > 0 ? (
        <ol className="point-list past">
          {record.map((point) => (
            <li key={point.id} className={point.done ? 'done' : undefined}>
              <PointText point={point} />
              <StateOf point={point} />
              {point.answer ? (
                <p className="point-answer" dir="auto">
                  {point.answer}
                </p>
              ) : null}
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  )
}

/** The points that wait for the writer: those of the story's present round. */
export function askedNow<P extends { round: number }>(points: readonly P[], { round }: { round: number }): P[] {
  return points.filter((point) => point.round === round)
}

/** The field of a point's answer: what a fault of the point leads to. */
export function answerField(point: number): string {
  return `answer-${point}`
}

/** Is it the field of some point's answer? */
export function isAnswer(field: string): boolean {
  return field.startsWith(answerField(0).slice(0, -1))
}

/** Ticks and answers of one round with the button that sends the story again; `typed` is what came back with faults. */
export function PointsForm({
  story,
  points,
  typed,
  faults = [],
}: {
  story: Pick<Story, 'publicId' | 'version'>
  points: readonly Point[]
  typed?: { done: readonly number[]; answers: ReadonlyMap<number, string> }
  faults?: readonly Fault[]
}) {
  const { contributor, tracking, workflow } = useWords()
  const words = tracking.points
  const shown = points.map((point) =>
    typed?.answers.has(point.id)
      ? { ...point, done: typed.done.includes(point.id), answer: typed.answers.get(point.id) ?? '' }
      : point,
  )
  return (
    <form method="post" action={`/moves/${story.publicId}`} className="points-form">
      <input type="hidden" name="move" value="resubmit" />
      <input type="hidden" name="version" value={story.version} />
      <input type="hidden" name="next" value={`/my/stories/${story.publicId}/status`} />
      <ol className="point-list">
        {shown.map((point) => (
          <AskedPoint
            key={point.id}
            story={story.publicId}
            point={point}
            fault={faults.find(({ field }) => field === answerField(point.id))?.message}
          />
        ))}
      </ol>
      <p className="quiet">{contributor.status.leads.resubmit}</p>
      <div className="buttons">
        <button
          type="submit"
          className="button"
          formAction={`/my/stories/${story.publicId}/points`}
          aria-describedby="save-points-hint"
        >
          {words.save}
        </button>
        <button type="submit" className="button primary">
          {workflow.moves.resubmit}
        </button>
      </div>
      <p className="hint" id="save-points-hint">
        {words.saveHint}
      </p>
    </form>
  )
}

function AskedPoint({ story, point, fault }: { story: string; point: Point; fault?: string }) {
  const { copydesk, tracking } = useWords()
  const words = tracking.points
  const name = `point-${point.id}`
  const id = fieldId(answerField(point.id))
  const isSettled = point.done || point.answer.trim() !== ''
  return (
    <li className={isSettled ? 'settled' : fault ? 'wrong' : undefined}>
      <PointText point={point} id={name} />
      {point.quote ? (
        <p className="small">
          <a href={`/my/stories/${story}#${name}`} aria-describedby={name}>
            {copydesk.reporter.showPlace}
          </a>
        </p>
      ) : null}
      <StateOf point={point} />
      {fault ? (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      ) : null}
      <input type="hidden" name="answered" value={point.id} />
      <div className="field tick">
        <label>
          <input type="checkbox" name="done" value={point.id} defaultChecked={point.done} aria-describedby={name} />
          <span>{words.done}</span>
        </label>
      </div>
      <div className="field">
        <label htmlFor={id}>{words.answer}</label>
        <textarea
          id={id}
          name="answers"
          rows={2}
          maxLength={1900}
          dir="auto"
          aria-describedby={fault ? `${name} ${id}-fault` : name}
          aria-invalid={fault ? true : undefined}
          defaultValue={point.answer}
        />
      </div>
    </li>
  )
}

/** What is asked, below the words that it is about. */
function PointText({ point, id }: { point: Point; id?: string }) {
  return (
    <>
      {point.quote ? (
        <blockquote className="point-quote" dir="auto">
          {point.quote}
        </blockquote>
      ) : null}
      <p className="point-text" id={id} dir="auto">
        {point.text}
      </p>
    </>
  )
}

function StateOf({ point }: { point: Point }) {
  const words = useWords().tracking.points
  const state = point.done ? 'isDone' : point.answer.trim() ? 'isAnswered' : 'isOpen'
  return <p className={`point-state ${state === 'isOpen' ? 'open' : 'settled'}`}>{words[state]}</p>
}
