// The page of a message that was not sent: why, and the same form with every word still in it.
import type { OrderedStory } from '#app/newsroom/desk/refused-order.ts'
import { Problems } from '#app/ui/forms/problems.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace, type WorkspacePerson } from '#app/ui/page/workspace.tsx'
import { MessageForm } from './messages.tsx'

export type NoteRefusal = {
  because: 'empty' | 'too-long'
  story: OrderedStory
  text: string
  audience: 'shared' | 'desk'
  back: string
}

export function RefusedNote({ person, refusal }: { person: WorkspacePerson; refusal: NoteRefusal }) {
  const { note, refused, queue } = useWords().desk
  const { story, text, audience, because, back } = refusal
  const fault = note[because]
  return (
    <Workspace person={person} here={story.own ? 'stories' : 'desk'} title={note.title}>
      <p className="lead about-story">
        {queue.number(story.number)} <bdi>{story.headline || queue.untitled}</bdi>
      </p>
      <Problems faults={[{ field: 'text', message: fault }]} />
      <MessageForm
        publicId={story.publicId}
        next={back}
        text={text}
        audience={audience}
        fault={fault}
        choose={!story.own}
      />
      <p className="buttons ways-back">
        <a className="button" href={back}>
          {refused.toStory}
        </a>
      </p>
    </Workspace>
  )
}
