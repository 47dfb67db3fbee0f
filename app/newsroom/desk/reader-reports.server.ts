// What readers report about a published story, without an account: an error, or that it should be taken down.
import { createHash } from 'node:crypto'
import { and, count, eq, isNull, lte } from 'drizzle-orm'
import { theDesk } from '#app/newsroom/desk/the-desk.server.ts'
import { storyFacts } from '#app/newsroom/letters/letter-facts.ts'
import { writeLetter } from '#app/newsroom/letters/outbox.server.ts'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import { cleanText } from '#app/newsroom/story/copy/clean-text.ts'
import { newPublicId } from '#app/newsroom/story/public-id.server.ts'
import type { Database, Reader, Writer } from '#db/client.ts'
import { tickets } from '#db/schema/desk.ts'
import { people } from '#db/schema/people.ts'
import { publications } from '#db/schema/press.ts'
import { stories } from '#db/schema/story.ts'

export type ReaderReport = { kind: 'error' | 'takedown'; text: string; name: string; email: string }

export type ReportFault = 'report-empty' | 'report-long' | 'report-name-long' | 'report-email'
export type Reported =
  | { ok: true }
  | { ok: false; because: 'not-found' | 'too-many' }
  | { ok: false; because: 'faults'; faults: { field: string; code: ReportFault }[] }

export const LONGEST_REPORT = 3000
export const LONGEST_READER_NAME = 100
/** So many open reports of readers on one story are enough to be answered first. */
const MOST_OPEN = 50

/**
 * Opens a ticket for the desk. Where an address is given, one letter says that the report arrived: it repeats nothing
 * that was typed, and an address gets one such letter a day, whoever types it. The desk hears once a day for a story.
 */
export async function reportStory(db: Database, slug: string, report: ReaderReport, when: Date): Promise<Reported> {
  const text = cleanText(report.text).trim()
  const name = cleanText(report.name).replace(/\s+/g, ' ').trim()
  const email = report.email.trim().toLowerCase()
  const faults: { field: string; code: ReportFault }[] = []
  if (!text) faults.push({ field: 'text', code: 'report-empty' })
  if (text.length > LONGEST_REPORT) faults.push({ field: 'text', code: 'report-long' })
  if (name.length > LONGEST_READER_NAME) faults.push({ field: 'name', code: 'report-name-long' })
  if (email && !isAddress(email)) faults.push({ field: 'email', code: 'report-email' })
  if (faults.length > 0) return { ok: false, because: 'faults', faults }
  return db.transaction(async (tx): Promise<Reported> => {
    const story = await liveStory(tx, slug, when)
    if (!story) return { ok: false, because: 'not-found' }
    const [open] = await tx
      .select({ tickets: count() })
      .from(tickets)
      .where(and(eq(tickets.storyId, story.id), eq(tickets.state, 'open'), isNull(tickets.fromPersonId)))
    if ((open?.tickets ?? 0) >= MOST_OPEN) return { ok: false, because: 'too-many' }
    const { language } = await outletOf(tx)
    const row = { storyId: story.id, kind: report.kind, text, fromName: name, fromEmail: email, language, at: when }
    await tx
      .insert(tickets)
      .values({ publicId: newPublicId(), ...row })
      .returning({ id: tickets.id })
    await tellDesk(tx, story, report.kind, when)
    if (email) await writeReceipt(tx, story, email, when)
    return { ok: true }
  })
}

type LiveStory = { id: number; publicId: string; headline: string; ownerId: number; slug: string }

/** Answers the one who reported, at the address they gave; nobody where they gave none. */
export async function answerReader(
  tx: Writer,
  { ticket, story }: { ticket: typeof tickets.$inferSelect; story: { id: number; publicId: string; headline: string } },
  { outcome, note }: { outcome: 'done' | 'refused'; note: string },
  when: Date,
): Promise<void> {
  if (!ticket.fromEmail) return
  const [publication] = await tx
    .select({ slug: publications.slug })
    .from(publications)
    .where(and(eq(publications.storyId, story.id), eq(publications.state, 'live')))
  const said = { ticket: ticket.kind, byReader: true, outcome, note, slug: publication?.slug ?? null }
  await writeLetter(
    tx,
    {
      key: `ticket:${ticket.id}:answered`,
      kind: 'report-answered',
      to: await readerAt(tx, ticket.fromEmail),
      storyId: story.id,
      content: storyFacts(await about(tx, story, false), { ...said, language: ticket.language }),
    },
    when,
  )
}

async function liveStory(db: Reader, slug: string, when: Date): Promise<LiveStory | null> {
  const [row] = await db
    .select({
      id: stories.id,
      publicId: stories.publicId,
      headline: stories.headline,
      ownerId: stories.ownerId,
      slug: publications.slug,
    })
    .from(publications)
    .innerJoin(stories, eq(stories.id, publications.storyId))
    .where(and(eq(publications.slug, slug), eq(publications.state, 'live'), lte(publications.publishedAt, when)))
  return row ?? null
}

async function tellDesk(tx: Writer, story: LiveStory, kind: ReaderReport['kind'], when: Date): Promise<void> {
  const content = storyFacts(await about(tx, story, true), { ticket: kind, byReader: true })
  for (const editor of await theDesk(tx, story.ownerId))
    await writeLetter(
      tx,
      {
        key: `report:${kind}:${story.id}:${dayOf(when)}:${editor.id}`,
        kind: 'ticket-asked',
        to: { personId: editor.id, email: editor.email, name: editor.name },
        storyId: story.id,
        content,
      },
      when,
    )
}

async function writeReceipt(tx: Writer, story: LiveStory, email: string, when: Date): Promise<void> {
  const { language } = await outletOf(tx)
  const address = createHash('sha256').update(email).digest('base64url').slice(0, 22)
  await writeLetter(
    tx,
    {
      key: `report-receipt:${address}:${dayOf(when)}`,
      kind: 'report-receipt',
      to: await readerAt(tx, email),
      storyId: story.id,
      content: storyFacts(await about(tx, story, false), { byReader: true, language, slug: story.slug }),
    },
    when,
  )
}

/** Who has an account in safety mode is written to as such, wherever the address came from: with no word of a story. */
export async function readerAt(tx: Reader, email: string): Promise<{ personId?: number; email: string; name: string }> {
  const [person] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.email, email), eq(people.safetyMode, true)))
  return { ...(person ? { personId: person.id } : {}), email, name: '' }
}

async function about(tx: Reader, story: { id: number; publicId: string; headline: string }, forDesk: boolean) {
  const { deskName, timeZone } = await outletOf(tx)
  return { number: story.id, publicId: story.publicId, headline: story.headline, deskName, timeZone, forDesk }
}

function dayOf(when: Date): string {
  return when.toISOString().slice(0, 10)
}

// Whether mail arrives is all that matters; this only catches what cannot be an address.
function isAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:"]+$/.test(text)
}
