// Where in the words something was said: kept with its revision, and found again in the words as they are now.
import { and, desc, eq, inArray } from 'drizzle-orm'
import { keepEdit } from '#app/newsroom/desk/kept-edit.server.ts'
import type { Place, PlaceAsked } from '#app/newsroom/desk/places.ts'
import { type CopyChange, carryAnchor, diffCopies } from '#app/newsroom/story/copy/compare-copy.ts'
import { paragraphsOf, placeOf } from '#app/newsroom/story/copy/places-in-copy.ts'
import { contentOf, hashOf, keepRevision } from '#app/newsroom/story/revisions.server.ts'
import type { Story, StoryContent } from '#app/newsroom/story/story.ts'
import type { Reader, Writer } from '#db/client.ts'
import type { Anchor } from '#db/schema/desk.ts'
import { revisions } from '#db/schema/story.ts'

/** The place in the words as they are; null where the words that were meant stand nowhere. */
export async function anchorAt(tx: Writer, story: Story, asked: PlaceAsked, when: Date): Promise<Anchor | null> {
  const content = await contentOf(tx, story)
  const { from, to, quote = '', paragraph } = asked
  const place =
    from !== undefined && to !== undefined
      ? placeOf(content.copy, { from, to, quote })
      : paragraph === undefined
        ? null
        : (paragraphsOf(content.copy)[paragraph] ?? null)
  return place && { revisionId: await revisionOfNow(tx, story, content, when), ...place }
}

/** Where each anchor is in `copy`, in the order of the list. An anchor whose revision is gone is detached. */
export async function placesIn(db: Reader, copy: StoryContent['copy'], anchors: readonly Anchor[]): Promise<Place[]> {
  const ids = [...new Set(anchors.map(({ revisionId }) => revisionId))]
  const rows = ids.length
    ? await db
        .select({ id: revisions.id, content: revisions.content })
        .from(revisions)
        .where(inArray(revisions.id, ids))
    : []
  const before = new Map(rows.map(({ id, content }) => [id, (content as StoryContent).copy]))
  const changes = new Map<number, CopyChange[]>()
  return anchors.map(({ revisionId, ...anchor }): Place => {
    const old = before.get(revisionId)
    if (!old) return { from: 0, to: 0, quote: anchor.quote, state: 'detached' }
    const known = changes.get(revisionId) ?? diffCopies(old, copy)
    changes.set(revisionId, known)
    return carryAnchor(anchor, old, copy, known)
  })
}

// A place needs words that stay: those of the desk are kept as its edit, those of the contributor as they are saved.
async function revisionOfNow(tx: Writer, story: Story, content: StoryContent, when: Date): Promise<number> {
  await keepEdit(tx, story, when)
  const [same] = await tx
    .select({ id: revisions.id })
    .from(revisions)
    .where(and(eq(revisions.storyId, story.id), eq(revisions.hash, hashOf(content))))
    .orderBy(desc(revisions.number))
    .limit(1)
  return same?.id ?? (await keepRevision(tx, story.id, content, 'autosave', story.ownerId, when)).id
}
