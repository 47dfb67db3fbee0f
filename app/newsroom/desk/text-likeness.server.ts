// Keeps the print of a story's text when it is sent, and finds stories whose text is like another's. Nothing leaves the house.
import { and, asc, eq, gt, inArray, ne, or } from 'drizzle-orm'
import type { Copy } from '#app/newsroom/story/copy/check-copy.ts'
import { copyText } from '#app/newsroom/story/copy/copy-facts.ts'
import type { StoryContent } from '#app/newsroom/story/story.ts'
import type { Database, Reader, Writer } from '#db/client.ts'
import { textPrints } from '#db/schema/desk.ts'
import { people } from '#db/schema/people.ts'
import { publications } from '#db/schema/press.ts'
import { revisions, stories } from '#db/schema/story.ts'
import { type LikeText, WORTH_SHOWING } from './likeness.ts'
import { bandsOf, likeness, sharedStretches, shinglesOf, signatureOf } from './text-likeness.ts'

/** Rows of prints read for one question: what is in every second story (a form letter) cannot make it slow. */
const MOST_SHARED = 4000
/** Stories whose words are compared whole, those that share most bands first. */
const MOST_COMPARED = 12
const MOST_SHOWN = 4

/** What of a story is compared: headline, standfirst and copy, the dateline left out. */
export function comparedText({
  headline,
  standfirst,
  copy,
}: Pick<StoryContent, 'headline' | 'standfirst' | 'copy'>): string {
  return [headline, standfirst, copyText(withoutDateline(copy))].filter(Boolean).join('\n\n')
}

/** Keeps the print of words that were just sent, in place of an earlier round's. A text of a few words has none. */
export async function keepTextPrint(tx: Writer, storyId: number, content: StoryContent): Promise<void> {
  const signature = signatureOf(shinglesOf(comparedText(content)))
  await tx.delete(textPrints).where(eq(textPrints.storyId, storyId)).returning({ storyId: textPrints.storyId })
  if (!signature) return
  await tx
    .insert(textPrints)
    .values(bandsOf(signature).map((value, band) => ({ storyId, band, value })))
    .returning({ storyId: textPrints.storyId })
}

/**
 * Prints stories that were sent before prints were kept: of `most` stories after the number `after`, those that have
 * none. Gives the number to go on from, or null when there are no more.
 */
export async function printOldTexts(db: Database, after: number, most: number): Promise<number | null> {
  const sent = await db
    .select({ id: stories.id, content: revisions.content, band: textPrints.band })
    .from(stories)
    .innerJoin(revisions, eq(revisions.id, stories.revisionId))
    .leftJoin(textPrints, and(eq(textPrints.storyId, stories.id), eq(textPrints.band, 0)))
    .where(gt(stories.id, after))
    .orderBy(asc(stories.id))
    .limit(most)
  for (const { id, content, band } of sent)
    if (band === null) await db.transaction((tx) => keepTextPrint(tx, id, content as StoryContent))
  return sent.length < most ? null : (sent.at(-1)?.id ?? null)
}

/** The query that finds stories sharing a band, for the test that reads its plan. */
export function sharedBands(db: Reader, storyId: number, bands: readonly string[]) {
  const same = bands.map((value, band) => and(eq(textPrints.band, band), eq(textPrints.value, value)))
  return db
    .select({ storyId: textPrints.storyId })
    .from(textPrints)
    .where(and(or(...same), ne(textPrints.storyId, storyId)))
    .limit(MOST_SHARED)
}

/**
 * Stories whose words are like these, the most alike first: published, pending, declined and rejected ones, never a
 * draft. What is compared is what their reporters last sent, never what they have written since.
 */
export async function textsLike(
  db: Reader,
  story: { id: number; ownerId: number; byline: StoryContent['byline'] },
  content: StoryContent,
): Promise<LikeText[]> {
  const shingles = shinglesOf(comparedText(content))
  const signature = signatureOf(shingles)
  if (!signature) return []
  const shared = new Map<number, number>()
  for (const { storyId } of await sharedBands(db, story.id, bandsOf(signature)))
    shared.set(storyId, (shared.get(storyId) ?? 0) + 1)
  const ids = [...shared].sort((a, b) => b[1] - a[1] || b[0] - a[0]).map(([id]) => id)
  if (ids.length === 0) return []
  const own = comparedText(content)
  const compared = (await sentWords(db, ids.slice(0, MOST_COMPARED))).map((row) => {
    const text = comparedText(row.content as StoryContent)
    const runs = shinglesOf(text)
    return { row, text, runs, share: likeness(shingles, runs) }
  })
  return compared
    .filter(({ share }) => share >= WORTH_SHOWING)
    .sort((a, b) => b.share - a.share || b.row.id - a.row.id)
    .slice(0, MOST_SHOWN)
    .map(({ row, text, runs, share }) => ({
      publicId: row.publicId,
      number: row.id,
      headline: row.headline,
      state: row.state,
      sentAt: row.submittedAt?.toISOString() ?? null,
      slug: row.slug,
      share,
      mine: sharedStretches(own, runs),
      theirs: sharedStretches(text, shingles),
      sameReporter: isOpenlyTheSame(story, row),
    }))
}

function withoutDateline(copy: Copy): Copy {
  return { ...copy, content: copy.content.filter((node) => node.type !== 'dateline') }
}

async function sentWords(db: Reader, ids: number[]) {
  return db
    .select({
      id: stories.id,
      publicId: stories.publicId,
      ownerId: stories.ownerId,
      protectedAt: people.protectedAt,
      bylineKind: stories.bylineKind,
      penName: stories.penName,
      headline: stories.headline,
      state: stories.state,
      submittedAt: stories.submittedAt,
      content: revisions.content,
      slug: publications.slug,
    })
    .from(stories)
    .innerJoin(people, eq(people.id, stories.ownerId))
    .innerJoin(revisions, eq(revisions.id, stories.revisionId))
    .leftJoin(publications, and(eq(publications.storyId, stories.id), eq(publications.state, 'live')))
    .where(and(inArray(stories.id, ids), ne(stories.state, 'draft')))
}

// Who writes under several names shall not be found out by writing alike: only what both stories say openly counts.
function isOpenlyTheSame(
  story: { ownerId: number; byline: StoryContent['byline'] },
  other: { ownerId: number; bylineKind: StoryContent['byline']['kind']; penName: string; protectedAt: Date | null },
): boolean {
  const { kind, penName } = story.byline
  if (kind === 'withheld' || other.protectedAt || story.ownerId !== other.ownerId || kind !== other.bylineKind)
    return false
  return kind === 'name' || penName === other.penName
}
