// Presence at the desk: open pages say that they are open, and keep the claim of the one who holds the story.
import { and, asc, eq, gt, lte, ne, sql } from 'drizzle-orm'
import { keepClaim } from '#app/newsroom/desk/desk-story.server.ts'
import { type Doing, PRESENCE_LASTS_MS, type Presence } from '#app/newsroom/desk/presence.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { among, idList } from '#db/among.ts'
import type { Database, Reader } from '#db/client.ts'
import { askPrepared } from '#db/prepared.ts'
import { presences } from '#db/schema/desk.ts'
import { people } from '#db/schema/people.ts'
import { type StoryState, stories } from '#db/schema/story.ts'

/** Who holds a story now, as one person sees it. */
export type Standing = {
  holder: { name: string; me: boolean } | null
  state: StoryState
  version: number
  here: Presence[]
}

/**
 * One beat of an open page; the holder's also keeps the claim. Null where the person sees no such story at the desk.
 * An editor who wrote the story is no colleague there: nobody is told of them, nor they of anybody.
 */
export async function beat(
  db: Database,
  publicId: string,
  doing: Doing,
  who: Person,
  when: Date,
): Promise<Standing | null> {
  const story = await deskStoryRow(db, publicId)
  if (!story) return null
  if (story.ownerId !== who.id) {
    await db.transaction(async (tx) => {
      await tx
        .insert(presences)
        .values({ storyId: story.id, personId: who.id, doing, seenAt: when })
        .onConflictDoUpdate({ target: [presences.storyId, presences.personId], set: { doing, seenAt: when } })
        .returning({ storyId: presences.storyId })
    })
    await keepClaim(db, publicId, who, when)
  }
  return standingOf(db, publicId, who, when)
}

/** The page was left. */
export async function leave(db: Database, publicId: string, who: Person): Promise<void> {
  const story = await deskStoryRow(db, publicId)
  if (!story) return
  await db.transaction(async (tx) => {
    await tx
      .delete(presences)
      .where(and(eq(presences.storyId, story.id), eq(presences.personId, who.id)))
      .returning({ storyId: presences.storyId })
  })
}

/** Who holds the story and who else has it open; null where the person sees no such story at the desk. */
export async function standingOf(db: Reader, publicId: string, who: Person, when: Date): Promise<Standing | null> {
  const story = await deskStoryRow(db, publicId)
  if (!story) return null
  const here = await presentAt(db, [story.id], who, when)
  return {
    holder: story.holderId === null ? null : { name: story.holderName ?? '', me: story.holderId === who.id },
    state: story.state,
    version: story.version,
    here: here.get(story.id) ?? [],
  }
}

const MOST_SHOWN = 500

/** Colleagues who have these stories open, by the story's id; of the stories that `who` wrote it says nothing. */
export async function presentAt(
  db: Reader,
  storyIds: readonly number[],
  who: Person,
  when: Date,
): Promise<Map<number, Presence[]>> {
  const found = new Map<number, Presence[]>()
  if (storyIds.length === 0) return found
  const rows = await askPrepared(db, 'present at', presentQuery, {
    ids: idList(storyIds),
    since: new Date(when.getTime() - PRESENCE_LASTS_MS),
    who: who.id,
  })
  for (const { storyId, name, doing } of rows) found.set(storyId, [...(found.get(storyId) ?? []), { name, doing }])
  return found
}

function presentQuery(db: Reader) {
  return db
    .select({ storyId: presences.storyId, doing: presences.doing, name: people.name })
    .from(presences)
    .innerJoin(people, eq(people.id, presences.personId))
    .innerJoin(stories, eq(stories.id, presences.storyId))
    .where(
      and(
        among(presences.storyId, sql.placeholder('ids')),
        gt(presences.seenAt, sql.param(sql.placeholder('since'), presences.seenAt)),
        ne(presences.personId, sql.placeholder('who')),
        ne(stories.ownerId, sql.placeholder('who')),
        ne(stories.ownerId, presences.personId),
      ),
    )
    .orderBy(asc(presences.personId))
    .limit(MOST_SHOWN)
}

/** Colleagues at any story now, by the story's public id, at most 500. */
export async function presentNow(db: Reader, who: Person, when: Date): Promise<Map<string, Presence[]>> {
  const rows = await db
    .select({ publicId: stories.publicId, id: stories.id })
    .from(presences)
    .innerJoin(stories, eq(stories.id, presences.storyId))
    .where(gt(presences.seenAt, new Date(when.getTime() - PRESENCE_LASTS_MS)))
    .limit(MOST_SHOWN)
  const here = await presentAt(
    db,
    rows.map(({ id }) => id),
    who,
    when,
  )
  return new Map(rows.flatMap(({ id, publicId }) => (here.has(id) ? [[publicId, here.get(id) ?? []]] : [])))
}

/** Every presence that counts now, as one text: it changes when somebody comes, goes, or begins to type. */
export async function presenceMark(db: Reader, when: Date): Promise<string> {
  const rows = await db
    .select({ story: presences.storyId, person: presences.personId, doing: presences.doing })
    .from(presences)
    .where(gt(presences.seenAt, new Date(when.getTime() - PRESENCE_LASTS_MS)))
    .orderBy(asc(presences.storyId), asc(presences.personId))
    .limit(MOST_SHOWN)
  return rows.map(({ story, person, doing }) => `${story}:${person}:${doing}`).join(' ')
}

/** Deletes what counts no more. */
export async function sweepPresences(db: Database, when: Date): Promise<void> {
  const over = lte(presences.seenAt, new Date(when.getTime() - PRESENCE_LASTS_MS))
  const [any] = await db.select({ id: presences.storyId }).from(presences).where(over).limit(1)
  if (!any) return
  await db.transaction(async (tx) => {
    await tx.delete(presences).where(over).returning({ storyId: presences.storyId })
  })
}

async function deskStoryRow(db: Reader, publicId: string) {
  const [row] = await db
    .select({
      id: stories.id,
      ownerId: stories.ownerId,
      state: stories.state,
      version: stories.version,
      holderId: stories.claimedById,
      holderName: people.name,
    })
    .from(stories)
    .leftJoin(people, eq(people.id, stories.claimedById))
    .where(and(eq(stories.publicId, publicId), ne(stories.state, 'draft')))
  return row
}
