// Reads one story as the desk sees it, and keeps the claim of the one who looks.
import { and, asc, count, desc, eq, inArray, isNull } from 'drizzle-orm'
import { pointsOfStory, pointsPutDown } from '#app/newsroom/desk/change-points.server.ts'
import { logOf } from '#app/newsroom/desk/desk-log.server.ts'
import type { DeskPage } from '#app/newsroom/desk/desk-story.ts'
import { mayOpenIdentities } from '#app/newsroom/desk/identity.server.ts'
import { CLAIM_LAPSES_AFTER_HOURS } from '#app/newsroom/desk/moving/clock-due.ts'
import { notesOf } from '#app/newsroom/desk/notes.server.ts'
import { offeredMoves } from '#app/newsroom/desk/offered-moves.ts'
import { mayMove, maySee } from '#app/newsroom/desk/policy.ts'
import { policyFacts } from '#app/newsroom/desk/policy-facts.server.ts'
import { standingOf } from '#app/newsroom/desk/standing.server.ts'
import { ticketsOfStory } from '#app/newsroom/desk/tickets.server.ts'
import { canMove, type Move, moveRow, whoActsNext } from '#app/newsroom/desk/workflow.ts'
import { isVeiled } from '#app/newsroom/people/desk-name.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { deskOnlyOf } from '#app/newsroom/story/news-fields.server.ts'
import { slugOfCall } from '#app/newsroom/story/open-calls.server.ts'
import { contentOf, hashOf } from '#app/newsroom/story/revisions.server.ts'
import { type StoryState, storyOf } from '#app/newsroom/story/story.ts'
import type { Database, Reader } from '#db/client.ts'
import { holds } from '#db/schema/desk.ts'
import { sections } from '#db/schema/outlet.ts'
import { people } from '#db/schema/people.ts'
import { type PictureEvidence, type PictureSize, pictures } from '#db/schema/pictures.ts'
import { publications } from '#db/schema/press.ts'
import { revisions, stories, storyTopics } from '#db/schema/story.ts'
import { topics } from '#db/schema/topics.ts'

/** The review page; null where the story does not exist for this person (drafts are their owner's). */
export async function deskStory(db: Reader, publicId: string, who: Person): Promise<DeskPage | null> {
  const [row] = await db.select().from(stories).where(eq(stories.publicId, publicId))
  if (!row || row.state === 'draft' || !maySee(who, row)) return null
  const story = storyOf(row)
  const content = await contentOf(db, story)
  const facts = await policyFacts(db, story, who)
  // An editor who wrote the story sees it as its reporter does: what the desk says among itself stays there.
  const asDesk = story.ownerId !== who.id
  const owner = await personById(db, story.ownerId)
  if (!owner) return null
  const isProtected = owner.protectedAt !== null
  const veiled = isVeiled(story, owner)
  const [
    holder,
    section,
    told,
    openHolds,
    storyPictures,
    points,
    notes,
    log,
    kept,
    publication,
    colleagues,
    record,
    topicNames,
    asked,
    call,
  ] = await Promise.all([
    story.claimedById === null ? null : personById(db, story.claimedById),
    story.sectionId === null
      ? []
      : db.select({ name: sections.name }).from(sections).where(eq(sections.id, story.sectionId)),
    deskOnlyOf(db, story.id),
    openHoldsOf(db, story.id),
    db.select().from(pictures).where(eq(pictures.storyId, story.id)).orderBy(asc(pictures.id)).limit(100),
    pointsOfStory(db, story.id, story.copy),
    notesOf(db, story.id, story.ownerId, { forDesk: asDesk, veiled: asDesk && veiled }),
    logOf(db, story.id, story.ownerId, { forDesk: asDesk, veiled: asDesk && veiled }),
    revisionsOf(db, story.id),
    db.select().from(publications).where(eq(publications.storyId, story.id)),
    colleaguesOf(db, story.claimedById ?? who.id, story.ownerId),
    recordOf(db, story.ownerId),
    topicNamesOf(db, story.id),
    ticketsOfStory(db, story.id),
    slugOfCall(db, story.callId),
  ])
  const hash = hashOf(content)
  const putDown = await pointsPutDown(db, story.id)
  const seen = story.claimSeenAt ?? story.claimedAt
  return {
    story: {
      publicId,
      number: story.id,
      state: story.state,
      version: story.version,
      round: story.round,
      words: story.words,
      whoActs: whoActsNext(story.state),
      since: story.enteredAt.toISOString(),
      submittedAt: story.submittedAt?.toISOString() ?? null,
      answerBy: story.answerBy?.toISOString() ?? null,
      dueAt: story.dueAt?.toISOString() ?? null,
      publishAt: story.publishAt?.toISOString() ?? null,
      embargoUntil: story.embargoUntil?.toISOString() ?? null,
      own: story.ownerId === who.id,
      slug: publication[0]?.slug ?? null,
    },
    content,
    sectionName: section[0]?.name ?? null,
    topicNames,
    hash,
    approved: story.approvedHash === hash,
    told,
    call: call?.title ?? null,
    contributor: {
      name: veiled ? '' : owner.name,
      publicId: veiled ? '' : owner.publicId,
      protected: isProtected,
      mayOpen: isProtected && (await mayOpenIdentities(db, who)),
      // The day of joining and the counts are the same on each of a person's stories: they would join them.
      ...(isProtected ? NO_RECORD : { since: owner.createdAt.toISOString(), trusted: owner.trusted, ...record }),
    },
    claimedBefore: log.some((row) => row.move === 'claim'),
    claim:
      holder && story.claimedAt && seen
        ? {
            name: holder.name,
            me: holder.id === who.id,
            since: story.claimedAt.toISOString(),
            lapsesAt: new Date(seen.getTime() + CLAIM_LAPSES_AFTER_HOURS * 3_600_000).toISOString(),
          }
        : null,
    holds: asDesk ? openHolds : openHolds.map((hold) => ({ ...hold, reason: '', byName: '' })),
    pictures: storyPictures.map(
      ({
        publicId: id,
        width,
        height,
        sizes,
        alt,
        credit,
        caption,
        rightsConfirmed,
        licence,
        originalKey,
        evidence,
        fileName,
        createdAt,
      }) => ({
        publicId: id,
        width,
        height,
        src: sourceOf(id, sizes),
        alt,
        credit,
        caption,
        rightsConfirmed,
        licence,
        evidence: isProtected ? withoutSigner(evidence) : evidence,
        acceptedAt: createdAt.toISOString(),
        hasOriginal: originalKey !== null,
        // A file is often called after who made it.
        fileName: isProtected ? '' : fileName,
      }),
    ),
    openTickets: asked.filter((ticket) => ticket.state === 'open').length,
    points,
    putDown: asDesk ? putDown.length : 0,
    notes,
    log,
    revisions: kept.map(({ byId, ...row }) => (veiled && byId === story.ownerId ? { ...row, byName: null } : row)),
    offered: offeredMoves(who, facts).filter(
      (move) => isDeskMove(move) && (move !== 'liftHold' || openHolds.length > 0 || story.embargoUntil !== null),
    ),
    rejectNeedsAnother: canMove(story.state, 'reject') && mayMove(who, 'reject', facts) === 'second-person',
    retractNeedsAnother: canMove(story.state, 'retract') && mayMove(who, 'retract', facts) === 'retraction-takes-two',
    standing: await standingOf(db, story, hash, facts, who),
    colleagues,
  }
}

const KEEP_CLAIM_EVERY_MS = 5 * 60_000

/** The holder looks at the story, so the claim lives on; written at most every five minutes. */
export async function keepClaim(db: Database, publicId: string, who: Person, when: Date): Promise<void> {
  const [story] = await db.select().from(stories).where(eq(stories.publicId, publicId))
  if (!story || story.claimedById !== who.id) return
  if (story.claimSeenAt && when.getTime() - story.claimSeenAt.getTime() < KEEP_CLAIM_EVERY_MS) return
  await db.transaction(async (tx) => {
    await tx
      .update(stories)
      .set({ claimSeenAt: when })
      .where(and(eq(stories.id, story.id), eq(stories.claimedById, who.id)))
      .returning({ id: stories.id })
  })
}

// Whoever signs files with a certificate of their own stands in it by name.
function withoutSigner({ credentials, ...evidence }: PictureEvidence): PictureEvidence {
  if (!credentials) return evidence
  const { issuer: _, ...told } = credentials
  return { ...evidence, credentials: told }
}

const NO_RECORD = { since: '', trusted: false, sent: 0, published: 0, declined: 0 }

// What the reporter orders has its place on the status page.
function isDeskMove(move: Move): boolean {
  return !moveRow(move).by.includes('owner')
}

async function topicNamesOf(db: Reader, storyId: number): Promise<string[]> {
  const rows = await db
    .select({ name: topics.name })
    .from(storyTopics)
    .innerJoin(topics, eq(topics.id, storyTopics.topicId))
    .where(eq(storyTopics.storyId, storyId))
    .orderBy(asc(topics.id))
    .limit(20)
  return rows.map(({ name }) => name)
}

const COLUMN_WIDTH = 800

// Every browser shows a JPEG.
function sourceOf(publicId: string, sizes: PictureSize[]): string {
  const plain = sizes.filter(({ format }) => format === 'jpeg').sort((a, b) => a.width - b.width)
  const chosen = plain.find(({ width }) => width >= COLUMN_WIDTH) ?? plain.at(-1) ?? sizes[0]
  return chosen ? `/pictures/${publicId}/${chosen.width}.${chosen.format}` : ''
}

async function personById(db: Reader, id: number) {
  const [person] = await db.select().from(people).where(eq(people.id, id))
  return person ?? null
}

async function openHoldsOf(db: Reader, storyId: number) {
  const rows = await db
    .select({ kind: holds.kind, reason: holds.reason, at: holds.placedAt, until: holds.until, byName: people.name })
    .from(holds)
    .innerJoin(people, eq(people.id, holds.placedById))
    .where(and(eq(holds.storyId, storyId), isNull(holds.liftedAt)))
    .limit(20)
  return rows.map((hold) => ({ ...hold, at: hold.at.toISOString(), until: hold.until?.toISOString() ?? null }))
}

async function revisionsOf(db: Reader, storyId: number) {
  const rows = await db
    .select({
      number: revisions.number,
      hash: revisions.hash,
      why: revisions.why,
      at: revisions.at,
      byId: revisions.byId,
      byName: people.name,
    })
    .from(revisions)
    .leftJoin(people, eq(people.id, revisions.byId))
    .where(eq(revisions.storyId, storyId))
    .orderBy(desc(revisions.number))
    .limit(100)
  // What was autosaved before it was sent, and what was not chosen of two versions, is the contributor's own.
  const told = rows.filter(({ why }) => why !== 'autosave' && why !== 'conflict')
  return told.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** Whom the story can be handed to: everybody but the one who has it. */
async function colleaguesOf(db: Reader, holderId: number, ownerId: number) {
  const rows = await db
    .select({ id: people.id, publicId: people.publicId, name: people.name })
    .from(people)
    .where(and(inArray(people.role, ['editor', 'admin']), isNull(people.suspendedAt)))
    .orderBy(asc(people.id))
    .limit(200)
  return rows.filter(({ id }) => id !== holderId && id !== ownerId).map(({ publicId, name }) => ({ publicId, name }))
}

async function recordOf(db: Reader, ownerId: number) {
  const rows = await db
    .select({ state: stories.state, n: count() })
    .from(stories)
    .where(eq(stories.ownerId, ownerId))
    .groupBy(stories.state)
  const of = (...states: StoryState[]) =>
    rows.filter((row) => states.includes(row.state)).reduce((total, row) => total + row.n, 0)
  return {
    sent: rows.filter((row) => row.state !== 'draft').reduce((total, row) => total + row.n, 0),
    published: of('published'),
    declined: of('declined', 'rejected'),
  }
}
