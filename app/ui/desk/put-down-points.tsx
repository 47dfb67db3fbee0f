// Points that an editor has put down while reading: asked together when changes are requested.
import { TextArea } from '#app/ui/forms/field.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { Paragraphs } from './threads.tsx'

type PutDown = { id: number; text: string; quote: string }

export function PutDownPoints({
  points,
  paragraphs,
  publicId,
  next,
}: {
  points: readonly PutDown[]
  paragraphs: readonly string[]
  publicId: string
  next: string
}) {
  const words = useWords().copydesk.points
  const action = `/desk/stories/${publicId}/points`
  return (
    <div className="put-down" id="points">
      <p className="quiet small">{words.lead}</p>
      {points.length === 0 ? <p className="quiet">{words.none}</p> : null}
      <ol>
        {points.map((point) => (
          <li key={point.id}>
            <p dir="auto" id={`put-down-${point.id}`}>
              {point.text}
            </p>
            {point.quote ? (
              <blockquote className="quoted-words" dir="auto">
                <span className="only-heard">{words.about} </span>
                {point.quote}
              </blockquote>
            ) : null}
            <form method="post" action={action}>
              <input type="hidden" name="next" value={next} />
              <button
                type="submit"
                name="away"
                value={point.id}
                className="link-button small"
                aria-describedby={`put-down-${point.id}`}
              >
                {words.takeAway}
              </button>
            </form>
          </li>
        ))}
      </ol>
      <details className="comment-on">
        <summary>{words.add}</summary>
        <form method="post" action={action} className="form wide">
          <input type="hidden" name="next" value={next} />
          <TextArea name="text" label={words.text} scope="put-down" rows={2} maxLength={2000} required />
          <Paragraphs label={words.place} scope="put-down" paragraphs={paragraphs} whole={words.whole} />
          <button type="submit" className="button small">
            {words.add}
          </button>
        </form>
      </details>
    </div>
  )
}
