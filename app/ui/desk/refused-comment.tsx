// The page of a comment that was not sent: why, and every word that was typed.
import type { OrderedStory } from '#app/newsroom/desk/refused-order.ts'
import { Problems } from '#app/ui/forms/problems.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace, type WorkspacePerson } from '#app/ui/page/workspace.tsx'
import type { Words } from '#app/words/words.ts'
import { NothingOrdered } from './refused-move.tsx'

export type CommentRefusal = {
  because: keyof Words['copydesk']['comments']['faults']
  story: OrderedStory
  text: string
  back: string
}

/** What both doors for comments show: the comment that was not sent, or that nothing was. */
export function CommentNotSent({ person, refusal }: { person: WorkspacePerson; refusal: CommentRefusal | undefined }) {
  // Faults of the form itself are answers too, and have no story.
  return refusal?.because && 'story' in refusal ? (
    <RefusedComment person={person} refusal={refusal} />
  ) : (
    <NothingOrdered person={person} />
  )
}

function RefusedComment({ person, refusal }: { person: WorkspacePerson; refusal: CommentRefusal }) {
  const { copydesk, desk } = useWords()
  const words = copydesk.comments
  const { story, text, because, back } = refusal
  return (
    <Workspace person={person} here={story.own ? 'stories' : 'desk'} title={words.notSent}>
      <p className="lead about-story">
        {desk.queue.number(story.number)} <bdi>{story.headline || desk.queue.untitled}</bdi>
      </p>
      <Problems faults={[{ field: '', message: words.faults[because] }]} />
      {text ? (
        <section className="form wide typed-words" aria-labelledby="typed-comment">
          <h2 id="typed-comment">{desk.refused.yourWords}</h2>
          <p className="hint">{desk.refused.copyHint}</p>
          <textarea readOnly rows={5} aria-labelledby="typed-comment" dir="auto" defaultValue={text} />
        </section>
      ) : null}
      <p className="buttons ways-back">
        <a className="button" href={back}>
          {words.back}
        </a>
      </p>
    </Workspace>
  )
}
