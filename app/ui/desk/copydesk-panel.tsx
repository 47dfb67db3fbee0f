// The copy desk beside the proof: the way to the editing screen and the versions, comments on words, points put down.
import type { BesideWords } from '#app/newsroom/desk/edit-page.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { PutDownPoints } from './put-down-points.tsx'
import { CommentOnParagraph, Threads } from './threads.tsx'

export function CopydeskPanel({ publicId, beside }: { publicId: string; beside: BesideWords }) {
  const { copydesk } = useWords()
  const { threads, putDown, paragraphs, starts, mayEdit } = beside
  const about = { publicId, next: `/desk/stories/${publicId}` }
  const open = threads.filter(({ resolved }) => !resolved).length
  return (
    <>
      <p className="copydesk-ways">
        {mayEdit ? (
          <a className="button small" href={`/desk/stories/${publicId}/edit`}>
            {copydesk.link}
          </a>
        ) : null}{' '}
        <a href={`/desk/stories/${publicId}/compare`}>{copydesk.compare.link}</a>
      </p>
      <details open={open > 0} id="comments">
        <summary>
          <h2>{copydesk.comments.title}</h2>
          {open > 0 ? <span className="tally">{open}</span> : null}
        </summary>
        <div className="inside">
          <Threads threads={threads} about={about} forDesk />
          <CommentOnParagraph about={about} paragraphs={paragraphs} starts={starts} />
        </div>
      </details>
      {mayEdit ? (
        <details open={putDown.length > 0}>
          <summary>
            <h2>{copydesk.points.title}</h2>
            {putDown.length > 0 ? <span className="tally">{putDown.length}</span> : null}
          </summary>
          <div className="inside">
            <PutDownPoints points={putDown} paragraphs={paragraphs} publicId={publicId} next={about.next} />
          </div>
        </details>
      ) : null}
    </>
  )
}
