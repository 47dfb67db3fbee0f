// A story's state as the desk sees it: a word, a hue and a shape by who has to act.
import type { StoryState } from '#app/newsroom/story/story.ts'
import { useWords } from '#app/ui/page/words-context.ts'

export function StateMark({ state }: { state: StoryState }) {
  const { workflow } = useWords()
  return <span className={`state ${lookOf(state)}`}>{workflow.states[state]}</span>
}

function lookOf(state: StoryState): 'waiting' | 'with-you' | 'done' | 'stopped' {
  switch (state) {
    case 'submitted':
    case 'in_review':
      return 'with-you'
    case 'draft':
    case 'changes_requested':
    case 'awaiting_sign_off':
      return 'waiting'
    case 'approved':
    case 'scheduled':
    case 'published':
      return 'done'
    default:
      return 'stopped'
  }
}
