// What is asked of a published story – by its reporter, or by a reader (reader-reports.server.ts) – and how the desk answers.
import { and, asc, desc, eq, gt, inArray, isNotNull, or } from 'drizzle-orm'
import { answerReader } from '#app/newsroom/desk/reader-reports.server.ts'
import { theDesk } from '#app/newsroom/desk/the-desk.server.ts'
import { storyFacts } from '#app/newsroom/letters/letter-facts.ts'
import { writeLetter } from '#app/newsroom/letters/outbox.server.ts'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { cleanText } from '#app/newsroom/story/copy/clean-text.ts'
import { ownStory } from '#app/newsroom/story/drafts.server.ts'
import { newPublicId } from '#app/newsroom/story/public-id.server.ts'
import type { Database, Reader } from '#db/client.ts'
import { pendingEditions, tickets } from '#db/schema/desk.ts'
import { people } from '#db/schema/people.ts'
import { publications } from '#db/schema/press.ts'
import { stories } from '#db/schema/story.ts'

export type TicketKind = 'correction' | 'takedown' | 'error'

/** A ticket as the one who asked sees it. */
export type OwnTicket = {
  publicId: string
  kind: TicketKind
  state: 'open' | 'done' | 'refused'
  text: string
  at: string
  answer: string
  answeredAt: string | null
}

/** A ticket as the desk sees it. `own`: the one who looks wrote the story, so another editor answers. */
export type DeskTicket = OwnTicket & {
  /** Null when the story's reporter asks. The address is not shown: the answer finds it. */
  reader: { name: string; hasAddress: boolean } | null
  /** A next edition is being prepared because of it. */
  inHand: boolean
  story: { publicId: string; number: number; headline: string; slug: string | null; own: boolean }
}

export type TicketAsked =
  | { ok: true; publicId: string }
  | { ok: false; because: 'not-found' | 'not-published' | 'already-asked' | 'empty' | 'too-long' }

const LONGEST = 5000

/** Asks the desk about one's own published story; one open ticket of a kind at a time. The desk gets a letter. */
export async function askTicket(
  db: Database,
  publicId: string,
  { kind, text }: { kind: 'correction' | 'takedown'; text: string },
  who: Person,
  when: Date,
): Promise<TicketAsked> {
  const words = cleanText(text).trim()
  if (!words) return { ok: false, because: 'empty' }
  if (words.length > LONGEST) return { ok: false, because: 'too-long' }
  return db.transaction(async (tx): Promise<TicketAsked> => {
    const story = await ownStory(tx, publicId, who)
    if (!story) return { ok: false, because: 'not-found' }
    if (story.state !== 'published') return { ok: false, because: 'not-published' }
    const [open] = await tx
      .select({ id: tickets.id })
      .from(tickets)
      .where(
        and(
          eq(tickets.storyId, story.id),
          eq(tickets.kind, kind),
          eq(tickets.state, 'open'),
          eq(tickets.fromPersonId, who.id),
        ),
      )
      .limit(1)
    if (open) return { ok: false, because: 'already-asked' }
    const [ticket] = await tx
      .insert(tickets)
      .values({ publicId: newPublicId(), storyId: story.id, kind, fromPersonId: who.id, text: words, at: when })
      .returning({ id: tickets.id, publicId: tickets.publicId })
    if (!ticket) throw new Error('a ticket was not written')
    const { deskName, timeZone } = await outletOf(tx)
    const about = { number: story.id, publicId, headline: story.headline, deskName, timeZone, forDesk: true }
    for (const editor of await theDesk(tx, story.ownerId))
      await writeLetter(
        tx,
        {
          key: `ticket:${ticket.id}:asked:${editor.id}`,
          kind: 'ticket-asked',
          to: { personId: editor.id, email: editor.email, name: editor.name },
          storyId: story.id,
          content: storyFacts(about, { ticket: kind }),
        },
        when,
      )
    return { ok: true, publicId: ticket.publicId }
  })
}

/** What was asked about one story, the newest first; `byReporter`: only by who has an account, without readers' reports. */
export async function ticketsOfStory(
  db: Reader,
  storyId: number,
  { byReporter = false }: { byReporter?: boolean } = {},
): Promise<OwnTicket[]> {
  const rows = await db
    .select()
    .from(tickets)
    .where(and(eq(tickets.storyId, storyId), byReporter ? isNotNull(tickets.fromPersonId) : undefined))
    .orderBy(desc(tickets.id))
    .limit(50)
  return rows.map(ownTicketOf)
}

/** Open tickets of the whole desk, the oldest first; `after` is the last of the page before. */
export async function openTickets(
  db: Reader,
  { after, limit = 50 }: { after?: { at: Date; id: number }; limit?: number },
  who: Person,
): Promise<(DeskTicket & { place: { at: number; id: number } })[]> {
  const rows = await db
    .select({
      ticket: tickets,
      story: { publicId: stories.publicId, number: stories.id, headline: stories.headline, ownerId: stories.ownerId },
      slug: publications.slug,
      publication: publications.state,
      pending: pendingEditions.id,
    })
    .from(tickets)
    .innerJoin(stories, eq(stories.id, tickets.storyId))
    .leftJoin(publications, eq(publications.storyId, tickets.storyId))
    .leftJoin(
      pendingEditions,
      and(eq(pendingEditions.id, tickets.pendingId), inArray(pendingEditions.state, ['open', 'approved'])),
    )
    .where(
      and(
        eq(tickets.state, 'open'),
        after && or(gt(tickets.at, after.at), and(eq(tickets.at, after.at), gt(tickets.id, after.id))),
      ),
    )
    .orderBy(asc(tickets.at), asc(tickets.id))
    .limit(limit)
  return rows.map(({ ticket, story: { ownerId, ...story }, slug, publication, pending }) => ({
    ...ownTicketOf(ticket),
    reader: ticket.fromPersonId === null ? { name: ticket.fromName, hasAddress: ticket.fromEmail !== '' } : null,
    inHand: pending !== null,
    // What others say about a story is not said to the editor who wrote it.
    ...(ownerId === who.id && ticket.fromPersonId !== who.id ? { text: '', reader: null } : {}),
    story: { ...story, slug: publication === 'live' ? slug : null, own: ownerId === who.id },
    place: { at: ticket.at.getTime(), id: ticket.id },
  }))
}

export type TicketAnswered =
  | { ok: true; kind: TicketKind }
  | { ok: false; because: 'not-found' | 'own-story' | 'already-answered' | 'empty' | 'too-long' }

/** Answers a ticket in words, as done or refused; the one who asked gets a letter. Staff only, never the story's writer. */
export async function answerTicket(
  db: Database,
  publicId: string,
  { outcome, answer }: { outcome: 'done' | 'refused'; answer: string },
  who: Person,
  when: Date,
): Promise<TicketAnswered> {
  if (who.role === 'contributor') return { ok: false, because: 'not-found' }
  const words = cleanText(answer).trim()
  if (words.length > LONGEST) return { ok: false, because: 'too-long' }
  return db.transaction(async (tx): Promise<TicketAnswered> => {
    const [row] = await tx
      .select({ ticket: tickets, story: stories })
      .from(tickets)
      .innerJoin(stories, eq(stories.id, tickets.storyId))
      .where(eq(tickets.publicId, publicId))
    if (!row) return { ok: false, because: 'not-found' }
    const { ticket, story } = row
    if (story.ownerId === who.id || ticket.fromPersonId === who.id) return { ok: false, because: 'own-story' }
    if (ticket.state !== 'open') return { ok: false, because: 'already-answered' }
    if (!words) return { ok: false, because: 'empty' }
    const answered = await tx
      .update(tickets)
      // A reader's address has done what it was given for once the letter is written.
      .set({ state: outcome, answer: words, answeredById: who.id, answeredAt: when, fromEmail: '' })
      .where(and(eq(tickets.id, ticket.id), eq(tickets.state, 'open')))
      .returning({ id: tickets.id })
    if (answered.length === 0) return { ok: false, because: 'already-answered' }
    const to = ticket.fromPersonId === null ? null : await personOf(tx, ticket.fromPersonId)
    if (to) {
      const { deskName, timeZone } = await outletOf(tx)
      const { id: number, publicId: ofStory, headline } = story
      const about = { number, publicId: ofStory, headline, deskName, timeZone, forDesk: false }
      await writeLetter(
        tx,
        {
          key: `ticket:${ticket.id}:answered`,
          kind: 'ticket-answered',
          to: { personId: to.id, email: to.email, name: to.name },
          storyId: story.id,
          content: storyFacts(about, { ticket: ticket.kind, outcome, note: words }),
        },
        when,
      )
    }
    if (ticket.fromPersonId === null) await answerReader(tx, row, { outcome, note: words }, when)
    return { ok: true, kind: ticket.kind }
  })
}

async function personOf(tx: Reader, id: number) {
  const [person] = await tx
    .select({ id: people.id, email: people.email, name: people.name })
    .from(people)
    .where(eq(people.id, id))
  return person ?? null
}

function ownTicketOf(ticket: typeof tickets.$inferSelect): OwnTicket {
  const { publicId, kind, state, text, at, answer, answeredAt } = ticket
  return { publicId, kind, state, text, at: at.toISOString(), answer, answeredAt: answeredAt?.toISOString() ?? null }
}
