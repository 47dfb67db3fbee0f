// The answer of every feed: its form, its hub, kept for everybody.
import type { AppLoadContext } from '@remix-run/node'
import { type FeedFormat, feedAddress, feedFiles } from '#app/newsroom/wire/feed.ts'
import { type FeedDocument, type FeedOf, feedOf } from '#app/newsroom/wire/feeds.server.ts'
import { notFound } from '#app/routes/door.ts'
import { keptAnswer } from './kept-answer.ts'

/** A feed as an answer. Throws 404 where there is nothing to make a feed of. */
export async function feedAnswer(context: AppLoadContext, of: FeedOf, format: FeedFormat): Promise<Response> {
  const { siteUrl } = context.settings
  const feed = await feedOf(context.db, of, format, siteUrl, context.now)
  if (feed === null) throw notFound()
  return sentFeed(feed, format, siteUrl)
}

/** The same for a feed that was made already. Hubs read their own address out of the headers (WebSub, section 4). */
export function sentFeed({ body, path, hub }: FeedDocument, format: FeedFormat, siteUrl: string): Response {
  const answer = keptAnswer(body, `${feedFiles[format].type}; charset=utf-8`)
  if (hub !== '') answer.headers.set('link', `<${hub}>; rel="hub", <${feedAddress(path, format, siteUrl)}>; rel="self"`)
  return answer
}
