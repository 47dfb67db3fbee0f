// The answer of every feed: its form, its hub, kept for everybody.

import { type AppLoadContext, redirect } from '@remix-run/node'
import { type PaperKey, paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import { type FeedFormat, feedAddress, feedFiles } from '#app/newsroom/wire/feed.ts'
import {
  type ChangeWords,
  correctionsFeed,
  type FeedDocument,
  type FeedOf,
  feedOf,
} from '#app/newsroom/wire/feeds.server.ts'
import { notFound } from '#app/routes/door.ts'
import { wordsFor } from '#app/words/words.ts'
import { keptAnswer } from './kept-answer.ts'

/** A feed as an answer. Throws 404 where there is nothing to make a feed of. */
export async function feedAnswer(context: AppLoadContext, of: FeedOf, format: FeedFormat): Promise<Response> {
  const { siteUrl } = context.settings
  const feed = await feedOf(context.db, of, format, siteUrl, context.now)
  if (feed === null) throw notFound()
  // A hub that was joined with another has its feed there.
  if (of.kind === 'topic' && feed.path !== `/topics/${of.slug}`)
    throw redirect(`${feed.path}/${feedFiles[format].name}`, 301)
  return sentFeed(feed, format, siteUrl, partOf(of))
}

/** What was corrected or taken down, as an answer. */
export async function correctionsAnswer(context: AppLoadContext, format: FeedFormat): Promise<Response> {
  const { siteUrl } = context.settings
  const feed = await correctionsFeed(context.db, changeWords, format, siteUrl, context.now)
  return sentFeed(feed, format, siteUrl, paperKeys.corrections)
}

function changeWords(language: string): ChangeWords {
  const { reader, wire } = wordsFor(language)
  return { ...wire.changes, kind: reader.story.kind }
}

// Hubs read their own address out of the headers (WebSub, section 4).
function sentFeed({ body, path, hub }: FeedDocument, format: FeedFormat, siteUrl: string, part: PaperKey): Response {
  const answer = keptAnswer(body, `${feedFiles[format].type}; charset=utf-8`, [part])
  if (hub !== '') answer.headers.set('link', `<${hub}>; rel="hub", <${feedAddress(path, format, siteUrl)}>; rel="self"`)
  return answer
}

function partOf(of: FeedOf): PaperKey {
  switch (of.kind) {
    case 'paper':
      return paperKeys.lists
    case 'section':
      return paperKeys.section(of.slug)
    case 'topic':
      return paperKeys.topic(of.slug)
    case 'byline':
      return paperKeys.byline(of.handle)
  }
}
