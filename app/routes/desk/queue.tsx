// /desk: the review queue, oldest first, with tabs, filters and Claim on each line.
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { queueCounts } from '#app/newsroom/desk/queue-counts.server.ts'
import { reviewQueue } from '#app/newsroom/desk/review-queue.server.ts'
import { tabNames } from '#app/newsroom/desk/review-queue.ts'
import { sectionsOf } from '#app/newsroom/outlet/outlet.server.ts'
import { runningTopics } from '#app/newsroom/topics/topics.server.ts'
import { readQuery } from '#app/platform/read-form.server.ts'
import { door } from '#app/routes/door.ts'
import { DeskPlaces } from '#app/ui/desk/desk-places.tsx'
import { movedHere } from '#app/ui/desk/moved.ts'
import { MovedNotice } from '#app/ui/desk/moved-notice.tsx'
import { isNarrowed, type QueueAsked, QueueFilters, QueueTabs, queuePath } from '#app/ui/desk/queue-filters.tsx'
import { QueueTable } from '#app/ui/desk/queue-table.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import { wordsFor } from '#app/words/words.ts'

export const links = workspaceLinks

const question = z.object({
  tab: z.enum(tabNames).catch('new'),
  section: z.string().max(80).catch(''),
  topic: z.string().max(80).catch(''),
  text: z.string().trim().max(80).catch(''),
  after: z.string().max(40).catch(''),
  /** The story that was just claimed from the list. */
  story: z
    .string()
    .regex(/^[\w-]{1,40}$/)
    .catch(''),
})

export const loader = door('desk', async ({ request, context, person }) => {
  const { db, now } = context
  const { story, ...asked } = readQuery(request.url, question)
  const [{ rows, next }, counts, sections, topics] = await Promise.all([
    reviewQueue(db, asked, person, now),
    queueCounts(db, asked, person),
    sectionsOf(db),
    runningTopics(db),
  ])
  const { name, role, confirmed, language } = person
  return {
    person: { name, role, confirmed },
    title: wordsFor(language).desk.queue.title,
    asked,
    rows,
    next,
    counts,
    sections: sections.map(named),
    topics: topics.map(named),
    moved: movedHere(request.url),
    movedStory: story,
  }
})

export const meta = titledPage

export default function Queue() {
  const { person, title, asked, rows, next, counts, sections, topics, moved, movedStory } =
    useLoaderData<typeof loader>()
  const { queue } = useWords().desk
  return (
    <Workspace person={person} here="desk" title={title}>
      <DeskPlaces here="queue" />
      {moved && (
        <MovedNotice moved={moved}>
          {movedStory && (
            <a className="button small" href={`/desk/stories/${movedStory}`}>
              {queue.openIt}
            </a>
          )}
        </MovedNotice>
      )}
      <QueueTabs asked={asked} counts={counts} />
      <QueueFilters asked={asked} sections={sections} topics={topics} />
      {rows.length > 0 ? (
        <QueueTable rows={rows} tab={queue.tabs[asked.tab]} afterClaim={(story) => backTo(asked, story)} />
      ) : (
        <NothingHere asked={asked} />
      )}
      {(next || asked.after) && (
        <nav className="pager" aria-label={queue.pages}>
          {asked.after ? <a href={queuePath({ ...asked, after: '' })}>{queue.first}</a> : <span />}
          {next && <a href={queuePath({ ...asked, after: next })}>{queue.next}</a>}
        </nav>
      )}
    </Workspace>
  )
}

function NothingHere({ asked }: { asked: QueueAsked }) {
  const { queue } = useWords().desk
  if (isNarrowed(asked) || asked.after)
    return (
      <div className="empty">
        <h2>{queue.emptyFiltered.title}</h2>
        <p>{queue.emptyFiltered.text}</p>
        <p>
          <a href={queuePath({ tab: asked.tab })}>{queue.filters.clear}</a>
        </p>
      </div>
    )
  const { title, text } = queue.empty[asked.tab]
  const [href, label] =
    asked.tab === 'all'
      ? ['/be-a-reporter', queue.toReporter]
      : asked.tab === 'new'
        ? [queuePath({ tab: 'in_review' }), queue.toReview]
        : [queuePath({ tab: 'new' }), queue.toNew]
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{text}</p>
      <p>
        <a href={href}>{label}</a>
      </p>
    </div>
  )
}

// A form's way back has to be short, so where the filters are long they are dropped.
function backTo({ tab, section, topic, text }: QueueAsked, story: string): string {
  const path = `${queuePath({ tab, section, topic, text })}&story=${story}`
  return path.length <= 200 ? path : `/desk?tab=${tab}&story=${story}`
}

function named({ slug, name }: { slug: string; name: string }) {
  return { slug, name }
}
