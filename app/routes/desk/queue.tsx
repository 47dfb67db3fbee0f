// /desk: the review queue, oldest first, with tabs, filters, a selection, and Claim on each line.
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { latestMove } from '#app/newsroom/desk/live.server.ts'
import { deskLoad, queueCounts } from '#app/newsroom/desk/queue-counts.server.ts'
import { reviewQueue } from '#app/newsroom/desk/review-queue.server.ts'
import { tabNames } from '#app/newsroom/desk/review-queue.ts'
import { filtersOf } from '#app/newsroom/desk/saved-filters.server.ts'
import { sectionsOf } from '#app/newsroom/outlet/outlet.server.ts'
import { runningTopics } from '#app/newsroom/topics/topics.server.ts'
import { readQuery } from '#app/platform/read-form.server.ts'
import { door } from '#app/routes/door.ts'
import { DeskPlaces } from '#app/ui/desk/desk-places.tsx'
import { DeskScript } from '#app/ui/desk/desk-script.tsx'
import { Load } from '#app/ui/desk/editor-load.tsx'
import { FocusedNotice } from '#app/ui/desk/focused-notice.tsx'
import { KeysDialog, LiveLine } from '#app/ui/desk/live-line.tsx'
import { type MovedHere, movedHere } from '#app/ui/desk/moved.ts'
import { MovedNotice } from '#app/ui/desk/moved-notice.tsx'
import {
  isNarrowed,
  type QueueAsked,
  QueueFilters,
  QueueTabs,
  queuePath,
  queueQuery,
  SavedFilters,
} from '#app/ui/desk/queue-filters.tsx'
import { queueLinks } from '#app/ui/desk/queue-links.ts'
import { QueueTable } from '#app/ui/desk/queue-table.tsx'
import { hasBulkMoves, SelectionBar } from '#app/ui/desk/selection-bar.tsx'
import { titledPage } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import { wordsFor } from '#app/words/words.ts'

export const links = queueLinks

const filter = z.string().trim().max(80).catch('')
const question = z.object({
  tab: z.enum(tabNames).catch('new'),
  section: filter,
  language: filter,
  topic: filter,
  risk: filter,
  holder: filter,
  text: filter,
  after: z.string().max(40).catch(''),
  /** The story that was just claimed from the list. */
  story: z
    .string()
    .regex(/^[\w-]{1,40}$/)
    .catch(''),
  /** How many stories were just moved together. */
  moved: z.coerce.number().int().min(0).max(1000).catch(0),
})

export const loader = door('desk', async ({ request, context, person }) => {
  const { db, now } = context
  const { story, moved, ...asked } = readQuery(request.url, question)
  // The latest move before the list: what comes between the two is said twice rather than not at all.
  const since = await latestMove(db)
  const [{ rows, next }, counts, load, saved, sections, topics] = await Promise.all([
    reviewQueue(db, asked, person, now),
    queueCounts(db, asked, person),
    deskLoad(db, person),
    filtersOf(db, person),
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
    since,
    counts,
    load,
    saved,
    sections: sections.map(named),
    topics: topics.map(named),
    moved: movedHere(request.url),
    movedStory: story,
    movedStories: moved,
  }
})

export const meta = titledPage

export default function Queue() {
  const page = useLoaderData<typeof loader>()
  const { person, title, asked, rows, next, since, counts, load, saved, sections, topics } = page
  const { queue } = useWords().desk
  const here = queuePath(asked)
  const colleagues = load.filter(({ me }) => !me)
  return (
    <Workspace person={person} here="desk" title={title}>
      <DeskPlaces here="queue" />
      {page.moved && <Done moved={page.moved} story={page.movedStory} stories={page.movedStories} />}
      <QueueTabs asked={asked} counts={counts} />
      <QueueFilters asked={asked} choices={{ sections, topics, holders: load }} />
      <SavedFilters asked={asked} saved={saved} />
      <Load load={load} />
      <div className="queue-list" data-queue={queueQuery(asked)} data-since={since}>
        <LiveLine here={here} />
        {rows.length > 0 ? (
          <QueueTable rows={rows} tab={asked.tab} afterClaim={(story) => backTo(asked, story)} />
        ) : (
          <NothingHere asked={asked} />
        )}
        {(next || asked.after) && (
          <nav className="pager" aria-label={queue.pages}>
            {asked.after ? <a href={queuePath({ ...asked, after: '' })}>{queue.first}</a> : <span />}
            {next && <a href={queuePath({ ...asked, after: next })}>{queue.next}</a>}
          </nav>
        )}
        {rows.length > 0 && hasBulkMoves(asked.tab) && (
          <SelectionBar tab={asked.tab} next={short(here) ?? '/desk'} colleagues={colleagues} />
        )}
      </div>
      <KeysDialog />
      <DeskScript />
    </Workspace>
  )
}

function Done({ moved, story, stories }: { moved: MovedHere; story: string; stories: number }) {
  const { desk, queue, workflow } = useWords()
  if (stories > 0)
    return (
      <FocusedNotice>
        <p>{queue.bulk.done(workflow.moves[moved.move], stories)}</p>
      </FocusedNotice>
    )
  return (
    <MovedNotice moved={moved}>
      {story && (
        <a className="button small" href={`/desk/stories/${story}`}>
          {desk.queue.openIt}
        </a>
      )}
    </MovedNotice>
  )
}

function NothingHere({ asked }: { asked: QueueAsked }) {
  const { desk, queue: words } = useWords()
  const { queue } = desk
  if (isNarrowed(asked) || asked.after)
    return (
      <div className="empty">
        <h2>{queue.emptyFiltered.title}</h2>
        <p>{queue.emptyFiltered.text}</p>
        <p>
          <a href={queuePath({ tab: asked.tab })}>{words.filters.clear}</a>
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
function backTo({ after: _after, ...asked }: QueueAsked, story: string): string {
  return short(`${queuePath(asked)}&story=${story}`) ?? `/desk?tab=${asked.tab}&story=${story}`
}

function short(path: string): string | null {
  return path.length <= 200 ? path : null
}

function named({ slug, name }: { slug: string; name: string }) {
  return { slug, name }
}
