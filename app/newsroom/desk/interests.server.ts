// An editor's interest in a story, declared: they let go of it and decide nothing on it; the desk sees why.
import { and, asc, eq } from 'drizzle-orm'
import { moveStory } from '#app/newsroom/desk/move-story.server.ts'
import type { PressWork } from '#app/newsroom/desk/moving/press-work.ts'
import { maySee } from '#app/newsroom/desk/policy.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { cleanText } from '#app/newsroom/story/copy/clean-text.ts'
import type { Database, Reader } from '#db/client.ts'
import { interests } from '#db/schema/desk.ts'
import { people } from '#db/schema/people.ts'
import { stories } from '#db/schema/story.ts'

export type Interest = { name: string; reason: string; mine: boolean; at: string }

export type InterestRefusal = 'not-found' | 'own-story' | 'no-reason' | 'too-long'
export type InterestDeclared = { ok: true; released: boolean } | { ok: false; because: InterestRefusal }

/** The longest reason, in characters. */
export const LONGEST_INTEREST = 1000

/**
 * Declares the interest of `who`, with a reason that the desk reads. A claim of theirs ends with it; said twice, it is
 * the same one and the reason is the newer. Nobody but the desk may; the writer of a story needs not.
 */
export async function declareInterest(
  db: Database,
  publicId: string,
  reason: string,
  who: Person,
  when: Date,
  press: PressWork,
): Promise<InterestDeclared> {
  const words = cleanText(reason).trim()
  const declared = await db.transaction(async (tx): Promise<InterestRefusal | null> => {
    const [story] = await tx.select().from(stories).where(eq(stories.publicId, publicId))
    if (!story || who.role === 'contributor' || !maySee(who, story)) return 'not-found'
    if (story.ownerId === who.id) return 'own-story'
    if (!words) return 'no-reason'
    if (words.length > LONGEST_INTEREST) return 'too-long'
    await tx
      .insert(interests)
      .values({ storyId: story.id, personId: who.id, reason: words, at: when })
      .onConflictDoUpdate({ target: [interests.storyId, interests.personId], set: { reason: words } })
    return null
  })
  if (declared) return { ok: false, because: declared }
  return { ok: true, released: await letGo(db, publicId, who, when, press) }
}

/** Who has declared an interest in a story, the first one first. */
export async function interestsOf(db: Reader, storyId: number, who: Person): Promise<Interest[]> {
  const rows = await db
    .select({ name: people.name, personId: interests.personId, reason: interests.reason, at: interests.at })
    .from(interests)
    .innerJoin(people, eq(people.id, interests.personId))
    .where(eq(interests.storyId, storyId))
    .orderBy(asc(interests.at), asc(interests.personId))
    .limit(50)
  return rows.map(({ name, personId, reason, at }) => ({
    name,
    reason,
    mine: personId === who.id,
    at: at.toISOString(),
  }))
}

const TRIES = 5

// The story may be saved or moved at the same moment; then its newer version is let go of.
async function letGo(db: Database, publicId: string, who: Person, when: Date, press: PressWork): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const [story] = await db
      .select({ version: stories.version })
      .from(stories)
      .where(and(eq(stories.publicId, publicId), eq(stories.claimedById, who.id), eq(stories.state, 'in_review')))
    if (!story) return false
    const order = { story: publicId, move: 'release' as const, version: story.version }
    if ((await moveStory(db, order, who, when, press)).ok) return true
  }
  return false
}
