// What is covered live at this moment, for the head of the front page: each coverage with its newest words.
import { and, desc, eq, isNull, lte } from 'drizzle-orm'
import { readersEntries } from '#app/newsroom/desk/live-rows.server.ts'
import { storedCopy } from '#app/newsroom/desk/live-words.ts'
import { copyText } from '#app/newsroom/story/copy/copy-facts.ts'
import { nameOfEntry } from '#app/newsroom/topics/live.ts'
import type { Reader } from '#db/client.ts'
import { liveCoverages } from '#db/schema/live.ts'
import { topics } from '#db/schema/topics.ts'
import type { LiveNow } from './live-now.ts'

const MOST = 3
// A few, because the newest may have been removed.
const LOOKED_AT = 10

/** The open coverages, the last opened first. What was removed or never public is not in them. */
export async function liveNow(db: Reader, when: Date): Promise<LiveNow[]> {
  const open = await db
    .select({ coverage: liveCoverages, slug: topics.slug })
    .from(liveCoverages)
    .innerJoin(topics, eq(topics.id, liveCoverages.topicId))
    .where(and(isNull(liveCoverages.closedAt), lte(liveCoverages.openedAt, when)))
    .orderBy(desc(liveCoverages.openedAt), desc(liveCoverages.id))
    .limit(MOST)
  return Promise.all(
    open.map(async ({ coverage: { id, title, language, openedAt }, slug }) => ({
      slug,
      title,
      language,
      openedAt: openedAt.toISOString(),
      newest: await newestOf(db, id, when),
    })),
  )
}

async function newestOf(db: Reader, coverageId: number, when: Date): Promise<LiveNow['newest']> {
  const rows = await readersEntries(db, { coverageId, limit: LOOKED_AT }, when)
  const entry = rows.find(({ state }) => state === 'public')
  if (!entry?.publishedAt) return null
  const name = nameOfEntry(entry.title, copyText(storedCopy(entry.copy)))
  return { id: entry.publicId, at: entry.publishedAt.toISOString(), name }
}
