// The front page: a lead, three seconds, the latest, the running topics and the sections, from one to many stories.
import { sectionsOf } from '#app/newsroom/outlet/outlet.server.ts'
import { runningTopics } from '#app/newsroom/topics/topics.server.ts'
import type { Reader } from '#db/client.ts'
import { liveNow } from './live-now.server.ts'
import type { LiveNow } from './live-now.ts'
import { paperFrame } from './paper-frame.server.ts'
import type { PaperFrame } from './paper-frame.ts'
import type { Teaser } from './teaser.ts'
import { type TeaserFilter, teasersOf } from './teasers.server.ts'

export type FrontPage = {
  paper: PaperFrame
  live: LiveNow[]
  lead: Teaser | null
  seconds: Teaser[]
  latest: Teaser[]
  /** So few stories that the latest are no column of their own, and neither a hub nor a section says them again. */
  isShort: boolean
  hubs: { slug: string; name: string; title: string; teasers: Teaser[] }[]
  sections: { slug: string; name: string; teasers: Teaser[] }[]
  /** Where the earlier stories go on; null when all are on this page. */
  next: string | null
}

/** A page of the archive behind the front page. */
export type EarlierStories = { paper: PaperFrame; teasers: Teaser[]; next: string | null }

const SECONDS = 3
const LATEST = 12
/** A column of fewer lines than these would stand beside an empty one. */
const LEAST_IN_COLUMN = 4
const HUBS = 3
const IN_HUB = 4
const IN_SECTION = 4
const EARLIER = 24

/** What readers see first. The desk's lead stays until another one is chosen; without one the newest picture leads. */
export async function frontPage(db: Reader, when: Date): Promise<FrontPage> {
  const paper = await paperFrame(db)
  const newest = await teasersOf(db, 'all', { limit: 1 + SECONDS + LATEST }, when)
  const lead = await leadOf(db, newest.teasers, when)
  const others = newest.teasers.filter(({ slug }) => slug !== lead?.slug)
  const seconds = others.slice(0, SECONDS)
  const latest = others.slice(SECONDS, SECONDS + LATEST)
  const isShort = latest.length < LEAST_IN_COLUMN
  const above = [...(lead ? [lead] : []), ...seconds, ...(isShort ? latest : [])]
  return {
    paper,
    live: await liveNow(db, when),
    lead,
    seconds,
    latest,
    isShort,
    hubs: await hubsOf(db, above, when),
    sections: await sectionBlocks(db, above, when),
    next: newest.next === null ? null : (latest.at(-1)?.slug ?? null),
  }
}

/** The stories after the one with the slug `after`, newest first. */
export async function earlierStories(db: Reader, after: string, when: Date): Promise<EarlierStories> {
  const { teasers, next } = await teasersOf(db, 'all', { limit: EARLIER, after }, when)
  return { paper: await paperFrame(db), teasers, next }
}

async function leadOf(db: Reader, newest: Teaser[], when: Date): Promise<Teaser | null> {
  const { teasers } = await teasersOf(db, 'led', { limit: 1 }, when)
  const chosen = teasers.find(({ publishedAt }) => new Date(publishedAt) <= when)
  return chosen ?? newest.find(({ lead }) => lead !== null) ?? newest[0] ?? null
}

// A hub that has nothing but what stands above is in the masthead alone.
async function hubsOf(db: Reader, above: Teaser[], when: Date): Promise<FrontPage['hubs']> {
  const hubs = []
  for (const { id, slug, name, title } of (await runningTopics(db)).slice(0, HUBS)) {
    const teasers = await freshOf(db, { topicId: id }, IN_HUB, above, when)
    if (teasers.length > 0) hubs.push({ slug, name, title, teasers })
  }
  return hubs
}

async function sectionBlocks(db: Reader, above: Teaser[], when: Date): Promise<FrontPage['sections']> {
  const blocks = []
  for (const { id, slug, name } of await sectionsOf(db)) {
    const teasers = await freshOf(db, { sectionId: id }, IN_SECTION, above, when)
    if (teasers.length > 0) blocks.push({ slug, name, teasers })
  }
  return blocks
}

// What already stands in large type above is not said again below it; a list with nothing else to say is left out.
async function freshOf(db: Reader, filter: TeaserFilter, most: number, above: Teaser[], when: Date): Promise<Teaser[]> {
  const said = new Set(above.map(({ slug }) => slug))
  const { teasers } = await teasersOf(db, filter, { limit: most + above.length }, when)
  return teasers.filter(({ slug }) => !said.has(slug)).slice(0, most)
}
