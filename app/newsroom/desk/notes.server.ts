// Messages on a story: shared between its contributor and the desk, or for the desk only.
import { asc, eq } from 'drizzle-orm'
import { maySee } from '#app/newsroom/desk/policy.ts'
import { storyFacts } from '#app/newsroom/letters/letter-facts.ts'
import { writeLetter } from '#app/newsroom/letters/outbox.server.ts'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { cleanText } from '#app/newsroom/story/copy/clean-text.ts'
import type { Database, Reader } from '#db/client.ts'
import { notes } from '#db/schema/desk.ts'
import { people } from '#db/schema/people.ts'
import { stories } from '#db/schema/story.ts'

export type Note = { id: number; shared: boolean; text: string; at: string; authorName: string; fromOwner: boolean }
export type NoteWritten = { ok: true } | { ok: false; because: 'not-found' | 'empty' | 'too-long' }

const LONGEST_NOTE = 5000

/**
 * Writes a message. A contributor's is always shared, an editor's is what they chose. The other side gets a letter
 * that says where to read it, not what it says.
 */
export async function writeNote(
  db: Database,
  publicId: string,
  { shared, text }: { shared: boolean; text: string },
  who: Person,
  when: Date,
): Promise<NoteWritten> {
  const clean = cleanText(text).trim()
  if (!clean) return { ok: false, because: 'empty' }
  if (clean.length > LONGEST_NOTE) return { ok: false, because: 'too-long' }
  return db.transaction(async (tx): Promise<NoteWritten> => {
    const [story] = await tx.select().from(stories).where(eq(stories.publicId, publicId))
    if (!story || !maySee(who, story)) return { ok: false, because: 'not-found' }
    const fromOwner = story.ownerId === who.id
    const [note] = await tx
      .insert(notes)
      .values({ storyId: story.id, authorId: who.id, shared: fromOwner || shared, text: clean, at: when })
      .returning()
    const toId = fromOwner ? story.claimedById : shared ? story.ownerId : null
    if (note && toId !== null && toId !== who.id) {
      const [to] = await tx.select().from(people).where(eq(people.id, toId))
      const outlet = await outletOf(tx)
      const { id: number, headline } = story
      if (to)
        await writeLetter(
          tx,
          {
            key: `note:${note.id}:${to.id}`,
            kind: 'message',
            to: { personId: to.id, email: to.email, name: to.name },
            storyId: story.id,
            content: storyFacts({
              number,
              publicId,
              headline,
              deskName: outlet.deskName,
              timeZone: outlet.timeZone,
              forDesk: fromOwner,
            }),
          },
          when,
        )
    }
    return { ok: true }
  })
}

/** The messages of a story, oldest first; the contributor's list holds the shared ones only. `veiled` as in logOf. */
export async function notesOf(
  db: Reader,
  storyId: number,
  ownerId: number,
  { forDesk, veiled = false }: { forDesk: boolean; veiled?: boolean },
): Promise<Note[]> {
  const rows = await db
    .select({
      id: notes.id,
      shared: notes.shared,
      text: notes.text,
      at: notes.at,
      authorId: notes.authorId,
      name: people.name,
    })
    .from(notes)
    .innerJoin(people, eq(people.id, notes.authorId))
    .where(eq(notes.storyId, storyId))
    .orderBy(asc(notes.id))
    .limit(500)
  return rows
    .filter((row) => forDesk || row.shared)
    .map(({ id, shared, text, at, authorId, name }) => ({
      id,
      shared,
      text,
      at: at.toISOString(),
      authorName: veiled && authorId === ownerId ? '' : name,
      fromOwner: authorId === ownerId,
    }))
}
