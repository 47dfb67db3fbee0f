// The rows of My stories: one line a story, a small card each on phones.
import type { StoryState } from '#app/newsroom/story/story.ts'
import { Instant } from '../page/instant.tsx'
import { useOutlet } from '../page/outlet-data.ts'
import { useWords } from '../page/words-context.ts'

export type StoryRow = {
  publicId: string
  number: number
  headline: string
  state: StoryState
  whoActs: 'contributor' | 'desk' | 'editor' | 'publisher' | 'clock' | 'nobody'
  since: string
  answerBy: string | null
  submittedAt: string | null
}

/** Drafts open to be written on, all others to their status. */
export function StoryRows({ stories }: { stories: readonly StoryRow[] }) {
  const { contributor, tracking } = useWords()
  const { mine, states, whoActs } = contributor
  const { now } = useOutlet()
  const isLate = (story: StoryRow) =>
    isPromised(story) && Date.parse(story.answerBy) < (now ? Date.parse(now) : Date.now())
  return (
    <table className="table stacks story-rows">
      <thead>
        <tr>
          <th scope="col">{mine.story}</th>
          <th scope="col">{mine.state}</th>
          <th scope="col">{mine.next}</th>
          <th scope="col">{mine.since}</th>
          <th scope="col">{mine.answerBy}</th>
        </tr>
      </thead>
      <tbody>
        {stories.map((story) => (
          <tr key={story.publicId} className={isLate(story) ? 'late' : undefined}>
            <th scope="row">
              <a href={`/my/stories/${story.publicId}${story.submittedAt ? '/status' : ''}`}>
                <bdi>{story.headline || mine.untitled}</bdi>
              </a>
              <span className="story-number">{mine.number(story.number)}</span>
            </th>
            <td>
              <StateSign state={story.state} words={states[story.state]} />
            </td>
            <td data-label={mine.next}>{whoActs[story.whoActs]}</td>
            <td data-label={mine.since}>
              <Instant at={story.since} style="age" />
            </td>
            <td data-label={mine.answerBy}>
              {isPromised(story) ? <Instant at={story.answerBy} style="both" /> : null}
              {isLate(story) ? <span className="late-word"> {tracking.late}</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A state with its hue and shape: waiting, with you, done, stopped. */
export function StateSign({ state, words }: { state: StoryState; words: string }) {
  return <span className={`state ${hueOf(state)}`}>{words}</span>
}

/** A promise stands while the desk has not answered. */
function isPromised(story: StoryRow): story is StoryRow & { answerBy: string } {
  return story.answerBy !== null && (story.whoActs === 'desk' || story.whoActs === 'editor')
}

function hueOf(state: StoryState): 'waiting' | 'with-you' | 'done' | 'stopped' {
  switch (state) {
    case 'draft':
    case 'changes_requested':
    case 'awaiting_sign_off':
      return 'with-you'
    case 'submitted':
    case 'in_review':
      return 'waiting'
    case 'approved':
    case 'scheduled':
    case 'published':
      return 'done'
    case 'declined':
    case 'rejected':
    case 'withdrawn':
    case 'retracted':
    case 'archived':
      return 'stopped'
  }
}
