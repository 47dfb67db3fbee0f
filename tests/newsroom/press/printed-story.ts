// Puts published stories straight into the press's tables, for tests of what readers get.

import type { Person } from '#app/newsroom/people/person.ts'
import type { LeadPicture } from '#app/newsroom/press/lead-picture.ts'
import { keepEditionSearchable } from '#app/newsroom/press/searchable-editions.server.ts'
import { newPublicId } from '#app/newsroom/story/public-id.server.ts'
import type { Database } from '#db/client.ts'
import { editions, publications, publicationTopics } from '#db/schema/press.ts'
import { revisions, stories } from '#db/schema/story.ts'
import { NOON } from '../../cast.ts'

export const drawing: LeadPicture = {
  alt: 'A bridge',
  credit: 'Drawing: desk',
  width: 1600,
  height: 900,
  src: '/pictures/bridge/800.jpeg',
  sources: [{ type: 'image/webp', srcset: '/pictures/bridge/400.webp 400w, /pictures/bridge/800.webp 800w' }],
}

type Printed = {
  slug: string
  headline?: string
  standfirst?: string
  place?: string
  text?: string
  feedHtml?: string
  minutesAgo?: number
  language?: string
  sectionId?: number
  bylineId?: number | null
  bylineName?: string
  bylineHandle?: string
  topicIds?: number[]
  lead?: LeadPicture | null
  leadAt?: Date
  state?: 'live' | 'retracted' | 'unpublished'
  /** Public notes of later editions; each makes one, the last is the live one. */
  notes?: { kind: 'correction' | 'clarification' | 'update'; note: string }[]
}

/** One publication with its editions; unnamed parts are the plainest there are. */
export async function printed(db: Database, owner: Person, story: Printed): Promise<void> {
  const at = new Date(NOON.getTime() - (story.minutesAgo ?? 0) * 60_000)
  const { slug, headline = `Headline of ${story.slug}`, notes = [], topicIds = [] } = story
  await db.transaction(async (tx) => {
    const [row] = await tx
      .insert(stories)
      .values({
        publicId: newPublicId(),
        ownerId: owner.id,
        state: 'published',
        headline,
        copy: {},
        enteredAt: at,
        createdAt: at,
        savedAt: at,
      })
      .returning()
    const storyId = row?.id ?? 0
    const [revision] = await tx
      .insert(revisions)
      .values({ storyId, number: 1, hash: 'hash', content: {}, why: 'submit', at })
      .returning()
    let editionId = 0
    for (const [index, { kind, note }] of [{ kind: 'first' as const, note: '' }, ...notes].entries()) {
      const [edition] = await tx
        .insert(editions)
        .values({
          storyId,
          number: index + 1,
          revisionId: revision?.id ?? 0,
          hash: 'hash',
          kind,
          note,
          headline,
          standfirst: story.standfirst ?? 'What it says in short.',
          place: story.place ?? 'Panagyurishte',
          language: story.language ?? 'en',
          bylineName: story.bylineName ?? 'Reporter in Panagyurishte',
          bylineHandle: story.bylineHandle ?? null,
          html: `<p>Words of ${slug}</p>`,
          feedHtml: story.feedHtml ?? `<p>Words of ${slug}</p>`,
          text: story.text ?? `Words of ${slug}`,
          words: 440,
          lead: story.lead ?? null,
          printedAt: new Date(at.getTime() + index * 60_000),
        })
        .returning()
      editionId = edition?.id ?? 0
    }
    await tx
      .insert(publications)
      .values({
        storyId,
        slug,
        editionId,
        sectionId: story.sectionId ?? 1,
        bylineId: story.bylineId ?? null,
        state: story.state ?? 'live',
        publishedAt: at,
        updatedAt: new Date(at.getTime() + notes.length * 60_000),
        leadAt: story.leadAt ?? null,
        retractedAt: story.state === 'retracted' ? NOON : null,
        retractionNote: story.state === 'retracted' ? 'It was not true.' : '',
      })
      .returning()
    if (topicIds.length > 0)
      await tx
        .insert(publicationTopics)
        .values(topicIds.map((topicId) => ({ topicId, storyId, publishedAt: at })))
        .returning()
    await keepEditionSearchable(tx, storyId)
  })
}
