// Protected identity: from when on the desk knows a reporter by the pen name alone, and how that ends.
import { and, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import type { LetterFacts } from '#app/newsroom/letters/letter-facts.ts'
import type { Database, Reader, Writer } from '#db/client.ts'
import { letters } from '#db/schema/letters.ts'
import { people } from '#db/schema/people.ts'
import { stories } from '#db/schema/story.ts'
import { readAgain } from '#db/search.ts'
import { writeAccountLetter } from './account-outbox.server.ts'
import { knowsPassword } from './change-password.server.ts'
import { logAct } from './people-log.server.ts'
import type { Person } from './person.ts'
import type { Secrets } from './secrets.ts'

export type Protected = { ok: true } | { ok: false; because: 'not-a-contributor' }

/**
 * Protects `who`. Only reporters can be: who works at the desk is known to it, and a story that its hand-over list
 * leaves out by name would tell whose it is. Asked for again, nothing happens.
 */
export async function protectOneself(db: Database, who: Person, when: Date): Promise<Protected> {
  return db.transaction(async (tx): Promise<Protected> => {
    const [row] = await tx.select({ role: people.role }).from(people).where(eq(people.id, who.id))
    if (row?.role !== 'contributor') return { ok: false, because: 'not-a-contributor' }
    const turned = await tx
      .update(people)
      .set({ protectedAt: when })
      .where(and(eq(people.id, who.id), isNull(people.protectedAt)))
      .returning({ id: people.id })
    if (turned.length === 0) return { ok: true }
    await forgetName(tx, who.id)
    await logAct(tx, { personId: who.id, byId: who.id, act: 'protected' }, when)
    return { ok: true }
  })
}

/**
 * Ends it: from now on the desk reads the account's name on every story that was ever sent. The reporter alone can,
 * and with the password, because somebody else may hold the phone. A letter says that it ended.
 */
export async function endProtection(
  db: Database,
  password: string,
  who: Person,
  secrets: Secrets,
  when: Date,
): Promise<{ ok: true } | { ok: false; because: 'wrong-password' }> {
  if (!(await knowsPassword(db, who, password, secrets))) return { ok: false, because: 'wrong-password' }
  await db.transaction(async (tx) => {
    const turned = await tx
      .update(people)
      .set({ protectedAt: null })
      .where(and(eq(people.id, who.id), isNotNull(people.protectedAt)))
      .returning({ id: people.id })
    if (turned.length === 0) return
    await searchAnew(tx, who.id)
    await logAct(tx, { personId: who.id, byId: who.id, act: 'protection-ended' }, when)
    await writeAccountLetter(tx, 'protection-ended', who, {}, when)
  })
  return { ok: true }
}

/** Is this person protected at this moment? */
export async function isProtected(db: Reader, who: Person): Promise<boolean> {
  const [row] = await db.select({ at: people.protectedAt }).from(people).where(eq(people.id, who.id))
  return row !== undefined && row.at !== null
}

/** Takes the name of a reporter who is protected from now on out of what the desk has been told: search and notices. */
export async function forgetName(tx: Writer, personId: number): Promise<void> {
  await searchAnew(tx, personId)
  const told = await tx
    .select({ id: letters.id, content: letters.content })
    .from(letters)
    .innerJoin(stories, eq(stories.id, letters.storyId))
    .where(and(eq(stories.ownerId, personId), eq(stories.bylineKind, 'name'), ne(letters.toPersonId, personId)))
  for (const { id, content } of told) {
    const facts = content as LetterFacts
    if (!('story' in facts) || !facts.story.byline) continue
    const nameless = { story: { ...facts.story, byline: '' } }
    await tx.update(letters).set({ content: nameless }).where(eq(letters.id, id)).returning({ id: letters.id })
  }
}

/**
 * Has the stories of this person that carry their own name read again by the search, which keeps words as they were
 * when it read them. Until then nobody finds them by any word.
 */
export async function searchAnew(tx: Writer, personId: number): Promise<void> {
  const named = await tx
    .select({ id: stories.id })
    .from(stories)
    .where(and(eq(stories.ownerId, personId), eq(stories.bylineKind, 'name')))
  await readAgain(
    tx,
    'story',
    named.map(({ id }) => id),
  )
}
