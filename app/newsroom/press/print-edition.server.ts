// An approved revision → an immutable, numbered edition: address fixed, HTML and text rendered once.
import { and, asc, desc, eq, inArray, ne, or } from 'drizzle-orm'
import type { NextEdition, PrintOrder } from '#app/newsroom/desk/moving/press-work.ts'
import { checkedFor } from '#app/newsroom/desk/verification.server.ts'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import { bylineFor } from '#app/newsroom/people/bylines.server.ts'
import { printedAs } from '#app/newsroom/people/desk-name.ts'
import { pictureLooks } from '#app/newsroom/pictures/picture-looks.server.ts'
import type { LeadPicture } from '#app/newsroom/press/lead-picture.ts'
import { keepEditionSearchable } from '#app/newsroom/press/searchable-editions.server.ts'
import { askForSmaller } from '#app/newsroom/press/smaller-pictures.server.ts'
import type { Copy } from '#app/newsroom/story/copy/check-copy.ts'
import { copyText, datelineOf, figuresIn, relatedIn, topicsIn, wordCount } from '#app/newsroom/story/copy/copy-facts.ts'
import { type Lookups, renderCopy, renderFeedCopy } from '#app/newsroom/story/copy/render-copy.ts'
import { slugOf } from '#app/newsroom/story/slug.ts'
import type { StoryContent } from '#app/newsroom/story/story.ts'
import { topicIdsOf } from '#app/newsroom/topics/topics.server.ts'
import type { Reader, Writer } from '#db/client.ts'
import { sections } from '#db/schema/outlet.ts'
import { people } from '#db/schema/people.ts'
import { editions, hiddenWords, publications, publicationTopics } from '#db/schema/press.ts'
import { stories, storyCoAuthors } from '#db/schema/story.ts'
import { topics } from '#db/schema/topics.ts'

/**
 * Prints the story's next edition and makes it the live one. `siteUrl` (no slash at its end) makes feeds' addresses
 * absolute. The address and the date of first publication stay what they were.
 */
export async function printEdition(
  tx: Writer,
  order: PrintOrder & Partial<Pick<NextEdition, 'kind' | 'note' | 'hides'>>,
  siteUrl: string,
  when: Date,
): Promise<{ slug: string }> {
  const { content } = order
  const outlet = await outletOf(tx)
  const section = await sectionOf(tx, content)
  const byline = await bylineOf(tx, order, when)
  const lookups = await lookupsFor(tx, content.copy)
  const [published] = await tx.select().from(publications).where(eq(publications.storyId, order.storyId))
  const number = await nextNumber(tx, order.storyId)
  const options = { agency: outlet.agency, language: content.language }

  const [edition] = await tx
    .insert(editions)
    .values({
      storyId: order.storyId,
      number,
      revisionId: order.revisionId,
      hash: order.hash,
      // A story that was off the site and comes back is an update, not a second first edition.
      kind: number === 1 ? 'first' : (order.kind ?? 'update'),
      note: order.note ?? '',
      headline: content.headline,
      standfirst: content.standfirst,
      place: datelineOf(content.copy)?.place ?? '',
      language: content.language,
      bylineName: byline?.name ?? '',
      bylineHandle: byline?.handle ?? null,
      coBylines: await coBylinesOf(tx, order, when),
      html: renderCopy(content.copy, lookups, options),
      feedHtml: renderFeedCopy(content.copy, lookups, siteUrl, options),
      text: copyText(content.copy),
      words: wordCount(content.copy),
      checked: await checkedFor(tx, order.storyId),
      lead: leadOf(content.copy, lookups),
      printedAt: when,
    })
    .returning({ id: editions.id })
  if (!edition) throw new Error('an edition was not written')
  if (order.hides)
    await tx
      .insert(hiddenWords)
      .values({ editionId: edition.id, ...order.hides, at: when })
      .returning({ id: hiddenWords.editionId })

  const slug = published?.slug ?? (await freeSlug(tx, content.headline, order.storyId))
  const publishedAt = published?.publishedAt ?? when
  const live = {
    editionId: edition.id,
    sectionId: section,
    bylineId: byline?.id ?? null,
    state: 'live' as const,
    updatedAt: when,
    retractedAt: null,
    retractionNote: '',
  }
  await tx
    .insert(publications)
    .values({ storyId: order.storyId, slug, publishedAt, ...live })
    .onConflictDoUpdate({ target: publications.storyId, set: live })
  await setTopics(tx, order.storyId, content.topics, publishedAt)
  await askForSmaller(
    tx,
    figuresIn(content.copy).map((figure) => figure.pictureId),
    when,
  )
  await keepEditionSearchable(tx, order.storyId)
  return { slug }
}

/** Puts a publication's topics into the hubs; an empty list takes it out of all. */
export async function setTopics(tx: Writer, storyId: number, slugs: string[], publishedAt: Date): Promise<void> {
  await tx.delete(publicationTopics).where(eq(publicationTopics.storyId, storyId))
  const found = await topicIdsOf(tx, slugs)
  if (found.length === 0) return
  await tx.insert(publicationTopics).values(found.map((topicId) => ({ topicId, storyId, publishedAt })))
}

/** What the copy's ids stand for, looked up now: pictures, related stories and topics. */
export async function lookupsFor(db: Reader, copy: Copy): Promise<Lookups> {
  const looks = await pictureLooks(
    db,
    figuresIn(copy).map((figure) => figure.pictureId),
  )
  const related = relatedIn(copy)
  const storyRefs = related.filter((r) => r.refType === 'story').map((r) => r.ref)
  const topicRefs = [...related.filter((r) => r.refType === 'topic').map((r) => r.ref), ...topicsIn(copy)]
  const storyLooks = await storiesByRef(db, storyRefs)
  const topicRows = topicRefs.length
    ? await db.select({ slug: topics.slug, title: topics.title }).from(topics).where(inArray(topics.slug, topicRefs))
    : []
  const topicLooks = new Map(topicRows.map(({ slug, title }) => [slug, { title, url: `/topics/${slug}` }]))
  return {
    picture: (id) => looks.get(id) ?? null,
    story: (ref) => storyLooks.get(ref) ?? null,
    topic: (id) => topicLooks.get(id) ?? null,
  }
}

// A story is named by its public id or by its address; only what readers can open is linked.
async function storiesByRef(db: Reader, refs: string[]): Promise<Map<string, { title: string; url: string }>> {
  if (refs.length === 0) return new Map()
  const rows = await db
    .select({ publicId: stories.publicId, slug: publications.slug, headline: editions.headline })
    .from(publications)
    .innerJoin(stories, eq(stories.id, publications.storyId))
    .innerJoin(editions, eq(editions.id, publications.editionId))
    .where(and(eq(publications.state, 'live'), or(inArray(publications.slug, refs), inArray(stories.publicId, refs))))
  return new Map(
    rows.flatMap(({ publicId, slug, headline }) => {
      const look = { title: headline, url: `/stories/${slug}` }
      return [
        [publicId, look],
        [slug, look],
      ]
    }),
  )
}

async function sectionOf(tx: Writer, content: StoryContent): Promise<number> {
  const [section] = await tx
    .select({ id: sections.id })
    .from(sections)
    .where(eq(sections.slug, content.section ?? ''))
  if (!section) throw new Error('a story without a section cannot be printed')
  return section.id
}

async function bylineOf(tx: Writer, order: PrintOrder, when: Date) {
  const { penName } = order.content.byline
  const [owner] = await tx
    .select({ id: people.id, name: people.name, protectedAt: people.protectedAt })
    .from(people)
    .where(eq(people.id, order.ownerId))
  if (!owner) return null
  const kind = printedAs(order.content.byline.kind, owner)
  return kind === 'withheld' ? null : bylineFor(tx, owner, kind, penName, when)
}

// Those whose reports are part of the story, each as they signed. Of the reporter's own second report nothing is said.
async function coBylinesOf(
  tx: Writer,
  order: PrintOrder,
  when: Date,
): Promise<{ name: string; handle: string | null }[]> {
  const rows = await tx
    .select({
      kind: storyCoAuthors.bylineKind,
      penName: storyCoAuthors.penName,
      id: people.id,
      name: people.name,
      protectedAt: people.protectedAt,
    })
    .from(storyCoAuthors)
    .innerJoin(people, eq(people.id, storyCoAuthors.personId))
    .where(and(eq(storyCoAuthors.storyId, order.storyId), ne(storyCoAuthors.personId, order.ownerId)))
    .orderBy(asc(storyCoAuthors.at), asc(storyCoAuthors.fromStoryId))
    .limit(20)
  const signed = new Map<string, { name: string; handle: string | null }>()
  for (const { kind, penName, ...person } of rows) {
    const as = printedAs(kind, person)
    const byline = as === 'withheld' ? null : await bylineFor(tx, person, as, penName, when)
    signed.set(byline?.handle ?? '', { name: byline?.name ?? '', handle: byline?.handle ?? null })
  }
  return [...signed.values()]
}

async function nextNumber(tx: Writer, storyId: number): Promise<number> {
  const [last] = await tx
    .select({ number: editions.number })
    .from(editions)
    .where(eq(editions.storyId, storyId))
    .orderBy(desc(editions.number))
    .limit(1)
  return (last?.number ?? 0) + 1
}

async function freeSlug(tx: Writer, headline: string, storyId: number): Promise<string> {
  const slug = slugOf(headline)
  if (!slug) return `story-${storyId}`
  const [taken] = await tx
    .select({ storyId: publications.storyId })
    .from(publications)
    .where(eq(publications.slug, slug))
  return taken ? `${slug}-${storyId}` : slug
}

function leadOf(copy: Copy, lookups: Lookups): LeadPicture | null {
  for (const figure of figuresIn(copy)) {
    if (figure.graphic) continue // what is covered in the story is not shown open on the front page
    const look = lookups.picture(figure.pictureId)
    if (look)
      return {
        alt: figure.decorative ? '' : figure.alt,
        credit: figure.credit,
        width: look.width,
        height: look.height,
        src: look.src,
        sources: look.sources,
      }
  }
  return null
}
