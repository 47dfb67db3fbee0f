// What the desk asked for, point by point: a tick that saves itself, an answer in words, and what is left.
import { useWords } from '../page/words-context.ts'
import { Progress } from './suggestions.tsx'

export type Point = { id: number; round: number; text: string; done: boolean; answer: string }

type Story = { publicId: string; round: number }

/** The current round with its forms while it is with the writer, earlier rounds as a record. */
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
  const asked = mayAnswer ? points.filter((point) => point.round === story.round) : []
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
      {asked.length > 0 ? (
        <ol className="point-list">
          {asked.map((point) => (
            <AskedPoint key={point.id} story={story.publicId} point={point} />
          ))}
        </ol>
      ) : null}
      {asked.length > 0 ? <p className="quiet">{open ? words.left(open) : words.ready}</p> : null}
      {record.length > 0 ? (
        <ol className="point-list past">
          {record.map((point) => (
            <li key={point.id} className={point.done ? 'done' : undefined}>
              <p className="point-text" dir="auto">
                {point.text}
              </p>
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

function AskedPoint({ story, point }: { story: string; point: Point }) {
  const words = useWords().tracking.points
  const action = `/my/stories/${story}/points`
  return (
    <li className={point.done || point.answer ? 'settled' : undefined}>
      <p className="point-text" id={`point-${point.id}`} dir="auto">
        {point.text}
      </p>
      <StateOf point={point} />
      <form method="post" action={action} className="point-tick">
        <input type="hidden" name="point" value={point.id} />
        <button
          type="submit"
          name="done"
          value={point.done ? 'off' : 'on'}
          className="button small"
          aria-describedby={`point-${point.id}`}
        >
          {point.done ? words.notDone : words.done}
        </button>
      </form>
      <details className="point-words" open={point.answer !== ''}>
        <summary>{point.answer ? words.change : words.answer}</summary>
        <form method="post" action={action} className="point-form">
          <input type="hidden" name="point" value={point.id} />
          <div className="field">
            <label htmlFor={`answer-${point.id}`}>{words.answer}</label>
            <p className="hint" id={`answer-${point.id}-hint`}>
              {words.answerHint}
            </p>
            <textarea
              id={`answer-${point.id}`}
              name="answer"
              rows={2}
              maxLength={2000}
              dir="auto"
              aria-describedby={`answer-${point.id}-hint point-${point.id}`}
              defaultValue={point.answer}
            />
          </div>
          <button type="submit" className="button small">
            {words.send}
          </button>
        </form>
      </details>
    </li>
  )
}

function StateOf({ point }: { point: Point }) {
  const words = useWords().tracking.points
  const state = point.done ? 'isDone' : point.answer ? 'isAnswered' : 'isOpen'
  return <p className={`point-state ${state === 'isOpen' ? 'open' : 'settled'}`}>{words[state]}</p>
}
