// The letters of a move: finds the people that tell.ts names and writes one letter each into the outbox.
import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { pointsAskedAt } from '#app/newsroom/desk/change-points.server.ts'
import type { MoveOrder } from '#app/newsroom/desk/move-order.ts'
import type { Asked } from '#app/newsroom/desk/moving/ask-needs.server.ts'
import type { ToldWho } from '#app/newsroom/desk/moving/outcome.ts'
import { CLOCK, type Mover } from '#app/newsroom/desk/policy.ts'
import { settleTickets } from '#app/newsroom/desk/settle-tickets.server.ts'
import { type Telling, tell, UNDO_MINUTES } from '#app/newsroom/desk/tell.ts'
import { theChiefs, theDesk } from '#app/newsroom/desk/the-desk.server.ts'
import type { Move } from '#app/newsroom/desk/workflow.ts'
import type { StoryLetterFacts } from '#app/newsroom/letters/letter-facts.ts'
import { writeLetter } from '#app/newsroom/letters/outbox.server.ts'
import type { OutletSettings } from '#app/newsroom/outlet/settings.ts'
import { nameForDesk } from '#app/newsroom/people/desk-name.ts'
import type { Story } from '#app/newsroom/story/story.ts'
import type { Reader, Writer } from '#db/client.ts'
import { deskLog, pendingEditions, tickets } from '#db/schema/desk.ts'
import { people } from '#db/schema/people.ts'
import { publications } from '#db/schema/press.ts'
import { stories, storyCoAuthors } from '#db/schema/story.ts'

/** Somebody to write to; readers have no account, and no id. */
type Recipient = { id: number | null; email: string; name: string; language?: string; ownStory?: OwnStory }
/** The report of a co-author, which is the one they can open. */
type OwnStory = { publicId: string; number: number; headline?: string }

/** One move that was made, as far as its letters go. */
type Made = {
  before: Story
  after: Story
  order: MoveOrder
  who: Mover
  asked: Pick<Asked, 'approvers' | 'complete' | 'keepsDate'>
  slug: string | null
}

/** Writes every letter that tell() names for this move. Returns who is told, for the log and for the one who moved. */
export async function writeLetters(tx: Writer, made: Made, when: Date, outlet: OutletSettings): Promise<ToldWho[]> {
  const { before, after, order, asked } = made
  const tellings = tell(order.move, {
    from: before.state,
    held: before.claimedById !== null,
    dateTold: before.state === 'scheduled' && !asked.keepsDate,
    firstClaim: asksFirstClaim.includes(order.move) && (await lastClaimer(tx, before.id)) === null,
    complete: asked.complete,
    decisionTold: order.move === 'revertDecision' && (await decisionTold(tx, before.id, when)),
    spam: before.spam || after.spam,
  })
  if (tellings.length === 0) return []
  const facts = await letterFacts(tx, after, order, outlet, made.slug, when)
  const told: ToldWho[] = []
  const written = new Set<string>()
  for (const telling of tellings) {
    const key = ({ id, email }: Recipient) => `${telling.letter}:${id ?? email}`
    const recipients = (await recipientsOf(tx, telling, made)).filter((recipient) => !written.has(key(recipient)))
    for (const recipient of recipients) {
      written.add(key(recipient))
      await writeOne(tx, telling, recipient, facts, after, when)
    }
    if (telling.who === 'asker') await settleTickets(tx, after, order, made.who, when)
    if (recipients.length)
      told.push({
        who: telling.who,
        letter: telling.letter,
        people: recipients.length,
        afterMinutes: telling.afterMinutes ?? 0,
      })
  }
  return told
}

const asksFirstClaim: readonly Move[] = ['claim', 'takeBack', 'approveTrusted']

type LetterFacts = Omit<StoryLetterFacts, 'forDesk'>

async function writeOne(tx: Writer, telling: Telling, to: Recipient, facts: LetterFacts, story: Story, when: Date) {
  await writeLetter(
    tx,
    {
      key: `${letterKey(story.id, story.version)}${telling.letter}:${to.id ?? to.email}`,
      kind: telling.letter,
      to: { personId: to.id ?? undefined, email: to.email, name: to.name },
      storyId: story.id,
      content: {
        story: {
          ...facts,
          ...(to.language ? { language: to.language } : {}),
          ...to.ownStory,
          forDesk: telling.who !== 'contributor' && telling.who !== 'asker',
        },
      },
      notBefore: new Date(when.getTime() + (telling.afterMinutes ?? 0) * 60_000),
    },
    when,
  )
}

/** What the keys of all letters of one move begin with: `version` is the one the move made. */
export function letterKey(storyId: number, version: number): string {
  return `story:${storyId}:v${version}:`
}

/** What a letter of this move says of its story. */
export async function letterFacts(
  tx: Reader,
  story: Story,
  order: MoveOrder,
  outlet: OutletSettings,
  slug: string | null,
  when: Date,
): Promise<LetterFacts> {
  const [owner] = await tx
    .select({ name: people.name, protectedAt: people.protectedAt })
    .from(people)
    .where(eq(people.id, story.ownerId))
  const [publication] = slug
    ? [{ slug }]
    : await tx.select({ slug: publications.slug }).from(publications).where(eq(publications.storyId, story.id))
  return {
    number: story.id,
    publicId: story.publicId,
    headline: story.headline,
    deskName: outlet.deskName,
    timeZone: outlet.timeZone,
    byline: order.move === 'join' ? await joinedByline(tx, story) : ((owner && nameForDesk(story, owner)) ?? ''),
    note: order.note,
    deskNote: order.deskNote,
    reasons: order.reasons,
    points: order.move === 'requestChanges' ? await pointsAskedAt(tx, story.id, when) : [],
    sentAt: story.submittedAt?.toISOString() ?? null,
    answerBy: story.answerBy?.toISOString() ?? null,
    dueAt: story.dueAt?.toISOString() ?? null,
    publishAt: story.publishAt?.toISOString() ?? null,
    slug: publication?.slug ?? null,
    hold: order.hold,
    ticket: '',
    outcome: '',
  }
}

async function recipientsOf(tx: Reader, telling: Telling, { before, after, who, asked }: Made): Promise<Recipient[]> {
  switch (telling.who) {
    case 'contributor':
      return [
        ...(await peopleById(tx, [after.ownerId])),
        ...(await coAuthorsOf(tx, after, telling)),
        ...(await partedFrom(tx, before, telling)),
      ]
    case 'holder':
    case 'former-holder':
      return others(await peopleById(tx, [before.claimedById]), who)
    case 'new-holder':
      return others(await peopleById(tx, [after.claimedById]), who)
    case 'last-reader':
      return others(await peopleById(tx, [await lastClaimer(tx, before.id)]), who)
    case 'approver':
      return others(await peopleById(tx, [...asked.approvers, before.approvedById]), who)
    case 'asker':
      return askersOf(tx, after)
    case 'chief':
      return others(await theChiefs(tx, after.ownerId), who)
    case 'publishers':
      return others(await theDesk(tx, after.ownerId, after.sectionId, 'publish'), who)
    case 'section': {
      const editors = others(await theDesk(tx, after.ownerId, after.sectionId, 'edit'), who)
      // Who has said yes is not asked for it again.
      return telling.letter === 'approval-wanted' ? editors.filter(({ id }) => !asked.approvers.includes(id)) : editors
    }
  }
}

const ofReaders: readonly string[] = [
  'published',
  'unpublished',
  'retracted',
  'restored',
  'corrected',
  'clarified',
  'updated',
]

// Whose report is part of the story hears what readers get of it, as its own reporter does.
async function coAuthorsOf(tx: Reader, story: Story, { letter }: Telling): Promise<Recipient[]> {
  if (!ofReaders.includes(letter)) return []
  const rows = await tx
    .select({ id: people.id, email: people.email, name: people.name, publicId: stories.publicId, number: stories.id })
    .from(storyCoAuthors)
    .innerJoin(people, eq(people.id, storyCoAuthors.personId))
    .innerJoin(stories, eq(stories.id, storyCoAuthors.fromStoryId))
    .where(eq(storyCoAuthors.storyId, story.id))
    .limit(20)
  return rows
    .filter(({ id }) => id !== story.ownerId)
    .map(({ publicId, number, ...person }) => ({ ...person, ownStory: { publicId, number } }))
}

// Two reports are taken apart: the other reporter hears of it, too, and of their own story.
async function partedFrom(tx: Reader, { mergedIntoId, ownerId }: Story, { letter }: Telling): Promise<Recipient[]> {
  if (letter !== 'parted' || mergedIntoId === null) return []
  const [other] = await tx
    .select({
      id: people.id,
      email: people.email,
      name: people.name,
      publicId: stories.publicId,
      number: stories.id,
      headline: stories.headline,
    })
    .from(stories)
    .innerJoin(people, eq(people.id, stories.ownerId))
    .where(eq(stories.id, mergedIntoId))
  if (!other || other.id === ownerId) return []
  const { publicId, number, headline, ...person } = other
  return [{ ...person, ownStory: { publicId, number, headline } }]
}

// To whom a report is joined, they hear as the other is signed.
async function joinedByline(tx: Reader, story: Story): Promise<string> {
  const [into] = await tx
    .select({
      bylineKind: stories.bylineKind,
      penName: stories.penName,
      name: people.name,
      protectedAt: people.protectedAt,
    })
    .from(stories)
    .innerJoin(people, eq(people.id, stories.ownerId))
    .where(eq(stories.id, story.mergedIntoId ?? 0))
  return (into && nameForDesk(into, into)) ?? ''
}

// Whose reports the edition that was just printed answers, once each; the story's contributor gets a letter of their own.
async function askersOf(tx: Reader, story: Story): Promise<Recipient[]> {
  const asked = await tx
    .select({
      id: people.id,
      email: people.email,
      name: people.name,
      address: tickets.fromEmail,
      language: tickets.language,
    })
    .from(pendingEditions)
    .innerJoin(tickets, eq(tickets.pendingId, pendingEditions.id))
    .leftJoin(people, eq(people.id, tickets.fromPersonId))
    .where(and(eq(pendingEditions.storyId, story.id), eq(pendingEditions.state, 'printed'), eq(tickets.state, 'open')))
    .orderBy(asc(tickets.id))
    .limit(MOST_ASKERS)
  const byAddress = new Map<string, Recipient>()
  for (const { id, email, name, address, language } of asked) {
    const to = email ?? address
    if (to && id !== story.ownerId && !byAddress.has(to))
      byAddress.set(to, { id, email: to, name: name ?? '', ...(id === null ? { language } : {}) })
  }
  return [...byAddress.values()]
}

const MOST_ASKERS = 200

async function peopleById(tx: Reader, ids: (number | null)[]): Promise<Recipient[]> {
  const wanted = ids.filter((id): id is number => id !== null)
  if (wanted.length === 0) return []
  return tx
    .select({ id: people.id, email: people.email, name: people.name })
    .from(people)
    .where(inArray(people.id, wanted))
}

function others<R extends Recipient>(recipients: R[], who: Mover): R[] {
  return who === CLOCK ? recipients : recipients.filter((recipient) => recipient.id !== who.id)
}

// Who had the story in hand last, whether or not they still have.
async function lastClaimer(tx: Reader, storyId: number): Promise<number | null> {
  const [row] = await tx
    .select({ byId: deskLog.byId })
    .from(deskLog)
    .where(and(eq(deskLog.storyId, storyId), inArray(deskLog.move, [...claims])))
    .orderBy(desc(deskLog.id))
    .limit(1)
  return row?.byId ?? null
}

// A decision's letter waits so long that it can be undone; what the clock closed is told at once.
async function decisionTold(tx: Reader, storyId: number, when: Date): Promise<boolean> {
  const [decision] = await tx
    .select({ move: deskLog.move, at: deskLog.at })
    .from(deskLog)
    .where(and(eq(deskLog.storyId, storyId), inArray(deskLog.move, ['decline', 'reject', 'lapse'])))
    .orderBy(desc(deskLog.id))
    .limit(1)
  if (!decision) return false
  return decision.move === 'lapse' || when.getTime() - decision.at.getTime() >= UNDO_MINUTES * 60_000
}

const claims: readonly Move[] = ['claim', 'approveTrusted']
