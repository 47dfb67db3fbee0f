// Who holds how many stories, and the age of the oldest: beside the queue, each a way to what that editor holds.
import type { EditorLoad } from '#app/newsroom/desk/review-queue.ts'
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { queuePath } from './queue-filters.tsx'
import { shownTally } from './tally.ts'

export function Load({ load }: { load: EditorLoad[] }) {
  const words = useWords()
  const { load: said } = words.queue
  const busy = load.filter(({ holds }) => holds > 0)
  return (
    <details className="load">
      <summary>
        {said.title} <span className="tally">{busy.length}</span>
      </summary>
      {busy.length === 0 ? (
        <p className="quiet small">{said.nobody}</p>
      ) : (
        <ul>
          {busy.map(({ publicId, name, me, holds, more, oldest }) => (
            <li key={publicId}>
              <a href={queuePath({ tab: 'in_review', holder: publicId })}>
                <bdi>{me ? words.desk.queue.me : name}</bdi>
              </a>{' '}
              <b>{shownTally({ stories: holds, more }, words)}</b>
              {oldest && (
                <span className="quiet small">
                  {' '}
                  {said.oldest} <Instant at={oldest} style="age" />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}
