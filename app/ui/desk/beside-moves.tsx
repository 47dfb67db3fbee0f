// What an editor can do with a story that is a page of its own, not a move: the next edition, joining another report.
import type { DeskPage } from '#app/newsroom/desk/desk-story.ts'
import { useWords } from '#app/ui/page/words-context.ts'

/** Nothing at all where neither is open to the one who looks. */
export function BesideMoves({ page: { story, claim } }: { page: Pick<DeskPage, 'story' | 'claim'> }) {
  const { after } = useWords()
  if (story.own) return null
  const here = `/desk/stories/${story.publicId}`
  if (story.state === 'published')
    return (
      <p className="beside-moves">
        <a className="button" href={`${here}/next`}>
          {after.next.link}
        </a>{' '}
        <span className="quiet small">{after.next.linkHint}</span>
      </p>
    )
  if (story.state === 'in_review' && claim?.me)
    return (
      <p className="beside-moves">
        <a href={`${here}/merge`}>{after.merge.link}</a>
      </p>
    )
  return null
}
