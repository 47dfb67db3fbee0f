// GET /stories/:slug: a published story, the notice of a retracted one, or nothing.

import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import { editionBySlug } from '#app/newsroom/press/edition.server.ts'
import type { EditionPage } from '#app/newsroom/press/edition.ts'
import { paperFrame } from '#app/newsroom/press/paper-frame.server.ts'
import { door } from '#app/routes/door.ts'
import { Paper } from '#app/ui/page/paper.tsx'
import { EditionView } from '#app/ui/reader/edition-view.tsx'
import { Instead } from '#app/ui/reader/instead.tsx'
import { wordsFor } from '#app/words/words.ts'
import { headOf, kept, missing, paperLinks, readerHeaders, unlisted } from './reader-page.ts'
import { storyData } from './story-data.ts'

export const links = paperLinks
export const headers = readerHeaders

export const loader = door('public', async ({ context, field }) => {
  const found = await editionBySlug(context.db, field('slug'), context.now)
  const paper = await paperFrame(context.db)
  if (found === null) return missing({ paper, missing: true as const })
  if ('retracted' in found) return kept({ paper, retracted: found.retracted }, [paperKeys.story(field('slug'))], 410)
  return kept({ paper, site: context.settings.siteUrl, edition: found }, partsOf(found))
})

// The list of related stories is that of the first topic, else of the section; which one is decided by both.
function partsOf({ slug, topics, section, related }: EditionPage) {
  const [topic] = topics
  return [
    paperKeys.story(slug),
    ...(topic ? [paperKeys.topic(topic.slug)] : []),
    ...(related.topic ? [] : [paperKeys.section(section.slug)]),
  ]
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const { outlet } = data.paper
  const { reader: words, wire } = wordsFor(outlet.language)
  if ('missing' in data) return unlisted(words.missing.title)
  if ('retracted' in data) return unlisted(words.retracted.title)
  const { edition, site } = data
  return headOf({
    title: words.story.title(edition.headline, outlet.name),
    description: edition.standfirst,
    site,
    path: `/stories/${edition.slug}`,
    outlet,
    type: 'article',
    feeds: { path: '/', title: outlet.name },
    story: {
      cardAlt: wire.card(edition.headline, outlet.name),
      language: edition.language,
      published: edition.publishedAt,
      updated: edition.updatedAt,
      section: edition.section.name,
      topics: edition.topics.map(({ name }) => name),
    },
    data: storyData(edition, outlet, site),
  })
}

export default function Story() {
  const data = useLoaderData<typeof loader>()
  if ('missing' in data || 'retracted' in data) return <Instead data={data} />
  const { edition, paper, site } = data
  return (
    <Paper paper={paper} here={`/stories/${edition.slug}`} topic={edition.topics[0]?.slug}>
      <EditionView edition={edition} site={site} />
    </Paper>
  )
}
