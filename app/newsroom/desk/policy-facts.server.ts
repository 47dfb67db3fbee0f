// Gathers what policy.ts has to know: about the story, and about the one who asks.
import { and, desc, eq, inArray } from 'drizzle-orm'
import { approversOf, hasApprovals } from '#app/newsroom/desk/approvals.server.ts'
import { pendingEdit } from '#app/newsroom/desk/kept-edit.server.ts'
import { CLOCK, type Mover, nothingSpecial, type PolicyFacts } from '#app/newsroom/desk/policy.ts'
import type { Move } from '#app/newsroom/desk/workflow.ts'
import { rightsInSection } from '#app/newsroom/people/rights-in-section.server.ts'
import { contentOf, hashOf } from '#app/newsroom/story/revisions.server.ts'
import type { Story } from '#app/newsroom/story/story.ts'
import type { Reader } from '#db/client.ts'
import { deskLog, interests } from '#db/schema/desk.ts'
import { sections } from '#db/schema/outlet.ts'
import { people } from '#db/schema/people.ts'
import { revisions, storyCoAuthors } from '#db/schema/story.ts'

/** Every fact that policy asks about this person and this story. Contributors and the clock are asked for little. */
export async function policyFacts(db: Reader, story: Story, who: Mover): Promise<PolicyFacts> {
  const { state, ownerId, claimedById, appealed, spam } = story
  const plain = { ...nothingSpecial, state, ownerId, claimedById, appealed, spam }
  if (who === CLOCK || who.role === 'contributor' || who.id === ownerId) return plain
  const section = await sectionRules(db, story.sectionId)
  return {
    ...plain,
    ...(await decisionsOn(db, story)),
    trusted: await isTrusted(db, ownerId),
    approvals: section.approvals,
    fourEyes: section.fourEyes,
    approvedByIds: await approversOfNow(db, story),
    lastEditorId: section.fourEyes ? await lastEditor(db, story) : null,
    rights: await rightsInSection(db, who.id, story.sectionId),
    coAuthor: await hasShare(db, story.id, who.id),
    interested: await isInterested(db, story.id, who.id),
  }
}

export type SectionRules = { approvals: number; fourEyes: boolean; silenceAgrees: boolean }

/** What the story's section asks of its approval. */
export async function sectionRules(db: Reader, sectionId: number | null): Promise<SectionRules> {
  const [section] = sectionId
    ? await db
        .select({
          approvals: sections.approvals,
          fourEyes: sections.fourEyes,
          silenceAgrees: sections.silenceAgrees,
        })
        .from(sections)
        .where(eq(sections.id, sectionId))
    : []
  return section ?? { approvals: 1, fourEyes: false, silenceAgrees: true }
}

const wordsCameFrom = ['submit', 'resubmit', 'suggestions', 'desk', 'direct', 'restore', 'merge'] as const
const deskWords: readonly string[] = ['desk', 'direct', 'restore', 'merge']

/**
 * The editor whose change is the newest in the words; null where the newest words are the contributor's. What the
 * claim's holder has saved counts before a revision holds it.
 */
export async function lastEditor(db: Reader, story: Story): Promise<number | null> {
  if (await pendingEdit(db, story)) return story.claimedById
  const [newest] = await db
    .select({ why: revisions.why, byId: revisions.byId })
    .from(revisions)
    .where(and(eq(revisions.storyId, story.id), inArray(revisions.why, [...wordsCameFrom])))
    .orderBy(desc(revisions.number))
    .limit(1)
  return newest && deskWords.includes(newest.why) ? newest.byId : null
}

/** Has this person declared an interest in the story? */
export async function isInterested(db: Reader, storyId: number, personId: number): Promise<boolean> {
  const [row] = await db
    .select({ at: interests.at })
    .from(interests)
    .where(and(eq(interests.storyId, storyId), eq(interests.personId, personId)))
  return row !== undefined
}

export async function hasShare(db: Reader, storyId: number, personId: number): Promise<boolean> {
  const [row] = await db
    .select({ at: storyCoAuthors.at })
    .from(storyCoAuthors)
    .where(and(eq(storyCoAuthors.storyId, storyId), eq(storyCoAuthors.personId, personId)))
    .limit(1)
  return row !== undefined
}

async function isTrusted(db: Reader, ownerId: number): Promise<boolean> {
  const [owner] = await db.select({ trusted: people.trusted }).from(people).where(eq(people.id, ownerId))
  return owner?.trusted ?? false
}

async function approversOfNow(db: Reader, story: Story): Promise<number[]> {
  if (!(await hasApprovals(db, story.id))) return []
  return approversOf(db, story.id, hashOf(await contentOf(db, story)))
}

const telling: readonly Move[] = [
  'decline',
  'reject',
  'lapse',
  'appeal',
  'retract',
  'publish',
  'restore',
  'askRetraction',
]

async function decisionsOn(db: Reader, { id }: Story) {
  const rows = await db
    .select({ move: deskLog.move, byId: deskLog.byId })
    .from(deskLog)
    .where(and(eq(deskLog.storyId, id), inArray(deskLog.move, [...telling])))
    .orderBy(desc(deskLog.id))
    .limit(20)
  const at = (...moves: Move[]) => rows.findIndex(({ move }) => moves.includes(move as Move))
  const by = (index: number) => rows[index]?.byId ?? null
  const [appeal, decision, asked, appeared] = [
    at('appeal'),
    at('decline', 'reject', 'lapse', 'retract'),
    at('askRetraction'),
    at('publish', 'restore'),
  ]
  // The newest row comes first: an appeal before any later decision is still open.
  const isOpen = appeal >= 0 && (decision < 0 || appeal < decision)
  return {
    decidedById: by(decision),
    appealAgainstId: isOpen ? by(decision) : null,
    retractionAskedById: asked >= 0 && (appeared < 0 || asked < appeared) ? by(asked) : null,
  }
}
