// What the writing page says above and below the story: why it was not sent, what the desk asked for, the other text.
import type { ReadinessFault } from '#app/newsroom/story/readiness.ts'
import { fieldId } from '../forms/problems.tsx'
import { useWords } from '../page/words-context.ts'
import type { Version } from './two-versions.tsx'
import type { WritingDraft } from './writing-draft.ts'

/** Why the story was not sent, until that is mended. */
export function Unsent({
  because,
  faults,
  isSaved,
}: {
  because: 'not-ready' | 'not-saved' | null
  faults: readonly ReadinessFault[]
  isSaved: boolean
}) {
  const { contributor, workflow } = useWords()
  const needed = faults.filter((fault) => fault.weight === 'error')
  if (because === 'not-ready' && needed.length > 0)
    return (
      <p className="notice stopped" role="alert">
        {contributor.writing.notReady} {[...new Set(needed.map((fault) => workflow.faults[fault.code]))].join(' ')}
      </p>
    )
  if (because !== 'not-saved' || isSaved) return null
  return (
    <p className="notice stopped" role="alert">
      {contributor.writing.sendFailed}
    </p>
  )
}

/** The id of a point on the writing page, for the address that leads to it. */
export function pointId(point: number): string {
  return `point-${point}`
}

type AskedPoint = WritingDraft['points'][number]

/** The points of the round that the desk waits for, each with the words it is about and the way there. */
export function AskedFor({ draft, onPlace }: { draft: WritingDraft; onPlace?: (point: AskedPoint) => void }) {
  const { contributor, copydesk } = useWords()
  const words = contributor.writing
  return (
    <section className="asked-for" id={fieldId('points')} aria-labelledby="asked-for" tabIndex={-1}>
      <h2 id="asked-for">{words.points}</h2>
      <ol>
        {draft.points.map((point) => (
          <li key={point.id} id={pointId(point.id)} className={point.done ? 'done' : undefined}>
            {point.quote ? (
              <blockquote dir="auto">
                {point.quote}{' '}
                {onPlace ? (
                  <button type="button" className="link-button" onClick={() => onPlace(point)}>
                    {copydesk.reporter.showPlace}
                  </button>
                ) : null}
              </blockquote>
            ) : null}
            <span dir="auto">{point.text}</span>
          </li>
        ))}
      </ol>
      <p>
        <a href={`/my/stories/${draft.story}/status#points`}>{words.pointsLink}</a>
      </p>
    </section>
  )
}

/** What was saved elsewhere, for the form without script. */
export function TheirsInForm({ theirs }: { theirs: Version }) {
  const words = useWords().contributor.conflict
  return (
    <section className="left-over" aria-labelledby="theirs">
      <h2 id="theirs">{words.theirs}</h2>
      <textarea
        readOnly
        rows={10}
        aria-labelledby="theirs"
        defaultValue={[theirs.headline, theirs.standfirst, theirs.text].filter(Boolean).join('\n\n')}
      />
    </section>
  )
}
