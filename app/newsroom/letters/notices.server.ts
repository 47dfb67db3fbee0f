// Notices on the site: the letters of a person as a list, whatever became of the mail; and which they have not seen.
import { and, desc, eq, gt, isNull, lt, lte, ne, notInArray, or, type SQL } from 'drizzle-orm'
import type { LetterKind } from '#app/newsroom/letters/kinds.ts'
import type { LetterWords } from '#app/newsroom/letters/letter-words.ts'
import { withOwnWords } from '#app/newsroom/letters/own-words.server.ts'
import { pathOf, writtenLetter } from '#app/newsroom/letters/written-letter.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import type { Database, Reader } from '#db/client.ts'
import { letters } from '#db/schema/letters.ts'

export type Notice = {
  id: number
  kind: string
  subject: string
  lines: string[]
  path: string
  at: string
  seen: boolean
}

export const NOTICES_A_PAGE = 50
/** More than this are not counted. */
export const MOST_UNSEEN = 99

/** Mail that is a way in or a list of other letters is no notice. */
const noNotices: LetterKind[] = [
  'confirm-email',
  'already-joined',
  'reset-password',
  'first-admin',
  'newsletter-confirm',
  'newsletter-already',
  'digest',
]

/** A page of notices, newest first, in the words of the page; `before` is the id of the last one of the page before. */
export async function noticesOf(
  db: Reader,
  { before, words }: { before?: number | undefined; words: LetterWords },
  who: Person,
  when: Date,
): Promise<{ notices: Notice[]; next: number | null }> {
  const rows = await db
    .select()
    .from(letters)
    .where(and(noticesFor(who.id, when), before === undefined ? undefined : lt(letters.id, before)))
    .orderBy(desc(letters.id))
    .limit(NOTICES_A_PAGE + 1)
  const shown = rows.slice(0, NOTICES_A_PAGE)
  const own = (await withOwnWords(db, () => words))(words.language)
  const notices = shown.map((row): Notice => {
    const { subject, lines, button } = writtenLetter(row, own)
    const at = row.createdAt.toISOString()
    return { id: row.id, kind: row.kind, subject, lines, path: button?.path ?? '', at, seen: row.seenAt !== null }
  })
  return { notices, next: rows.length > NOTICES_A_PAGE ? (shown.at(-1)?.id ?? null) : null }
}

/** How many notices this person has not seen; 99 also stands for more. */
export async function unseenNotices(db: Reader, who: Person, when: Date): Promise<number> {
  const rows = await db
    .select({ id: letters.id })
    .from(letters)
    .where(and(noticesFor(who.id, when), isNull(letters.seenAt)))
    .limit(MOST_UNSEEN)
  return rows.length
}

/** Marks as seen everything up to the newest notice on the page that was looked at, and nothing that came later. */
export async function seeNotices(db: Database, upTo: number, who: Person, when: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .update(letters)
      .set({ seenAt: when })
      .where(and(noticesFor(who.id, when), isNull(letters.seenAt), lte(letters.id, upTo)))
      .returning({ id: letters.id })
  })
}

/** Marks one notice as seen and gives where it leads; null when it is none of theirs. */
export async function openNotice(db: Database, id: number, who: Person, when: Date): Promise<{ path: string } | null> {
  return db.transaction(async (tx) => {
    const mine = and(noticesFor(who.id, when), eq(letters.id, id))
    const [row] = await tx.select().from(letters).where(mine)
    if (!row) return null
    if (row.seenAt === null) await tx.update(letters).set({ seenAt: when }).where(mine).returning({ id: letters.id })
    return { path: pathOf(row) }
  })
}

// A letter that failed once waits for its next try; its news are no news for that.
function noticesFor(personId: number, when: Date): SQL | undefined {
  return and(
    eq(letters.toPersonId, personId),
    ne(letters.state, 'cancelled'),
    notInArray(letters.kind, noNotices),
    or(lte(letters.notBefore, when), gt(letters.attempts, 0)),
  )
}
