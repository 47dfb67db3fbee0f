// A topic hub on its page: what it is about, what happened when, and every story, newest first.
import type { LiveCoverageView } from '#app/newsroom/press/live-coverage.ts'
import type { TopicHub } from '#app/newsroom/press/topic-hub.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { HouseHtml } from './house-text.tsx'
import { Invite } from './invite.tsx'
import { LiveView } from './live-view.tsx'
import { PrintedDay } from './printed-at.tsx'
import { TeaserList } from './teaser-list.tsx'

/**
 * `after` is the slug this page of stories began after, null on the first. `live` is the coverage that is shown: while it
 * is open above the stories, afterwards below them, and alone where somebody asked for one of its entries.
 */
export function HubView({ hub, after, live }: { hub: TopicHub; after: string | null; live: LiveCoverageView | null }) {
  const { topic } = useWords().reader
  const isWhole = live === null || live.isNewest
  const coverage = live && after === null ? <LiveView live={live} slug={hub.slug} /> : null
  return (
    <>
      <div className="hub-page">
        <header className="page-head hub-head">
          <h1>{hub.title}</h1>
          {hub.description !== '' && (
            <p className="hub-about" dir="auto">
              {hub.description}
            </p>
          )}
          <p className="small">
            <a href={`/topics/${hub.slug}/feed.xml`}>{topic.feed}</a>
          </p>
        </header>
        {live?.closedAt === null && coverage}
        {isWhole && after === null && (hub.background !== '' || hub.keyEvents.length > 0) && <Brief hub={hub} />}
        {isWhole && (
          <section className="hub-stories" aria-labelledby="hub-stories">
            <h2 id="hub-stories">{topic.stories}</h2>
            <TeaserList teasers={hub.teasers} next={hub.next} after={after} path={`/topics/${hub.slug}`} level="h3" />
          </section>
        )}
        {live?.closedAt !== null && coverage}
      </div>
      <Invite topic={{ slug: hub.slug, name: hub.name }} />
    </>
  )
}

function Brief({ hub: { background, keyEvents } }: { hub: TopicHub }) {
  const { topic } = useWords().reader
  return (
    <div className="hub-brief">
      {background !== '' && (
        <section className="hub-background" aria-labelledby="background">
          <h2 id="background">{topic.background}</h2>
          <HouseHtml html={background} />
        </section>
      )}
      {keyEvents.length > 0 && (
        <section className="hub-events" aria-labelledby="key-events">
          <h2 id="key-events">{topic.keyEvents}</h2>
          <ol className="key-events">
            {keyEvents.map(({ date, text }) => (
              <li key={date + text}>
                <PrintedDay day={date} />
                <p>{text}</p>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  )
}
