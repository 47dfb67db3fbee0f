// The topics of the desk: which are covered live, and how long the oldest entry of a reporter has waited there.
import type { TopicAtDesk } from '#app/newsroom/desk/live-desk.ts'
import { Instant } from '#app/ui/page/instant.tsx'
import { EmptyList } from '#app/ui/page/list-parts.tsx'
import { useWords } from '#app/ui/page/words-context.ts'

export function TopicList({ topics }: { topics: readonly TopicAtDesk[] }) {
  const { desk: words } = useWords().live
  if (topics.length === 0) return <EmptyList title={words.none} hint={words.noneHint} />
  return (
    <ul className="live-topics">
      {topics.map(({ slug, name, live, waiting, waitingSince }) => (
        <li key={slug}>
          <a href={`/desk/topics/${slug}/live`}>
            <bdi>{name}</bdi>
          </a>
          {live ? (
            <p className="quiet small">
              <span className="state done">{words.isLive}</span> <bdi>{live.title}</bdi>
            </p>
          ) : null}
          {waitingSince ? (
            <p className="small">
              <span className="state waiting">{words.waiting(waiting)}</span> {words.oldest}{' '}
              <Instant at={waitingSince} style="age" />
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
