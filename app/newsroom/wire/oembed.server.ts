// oEmbed (oembed.com) for other sites: a link to a story with its title and picture, never its text.
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import { editionBySlug } from '#app/newsroom/press/edition.server.ts'
import type { Reader } from '#db/client.ts'
import { cardSize } from './drawings.ts'

const CACHE_SECONDS = 3_600

/** The thumbnail may be at most so large; null: as large as it is. */
export type MostSize = { width: number | null; height: number | null }

/** The link as JSON, or null when no live story stands at `url`. `siteUrl` has no slash at its end. */
export async function oembedLink(
  db: Reader,
  url: string,
  most: MostSize,
  siteUrl: string,
  when: Date,
): Promise<string | null> {
  const slug = slugIn(url, siteUrl)
  const found = slug === null ? null : await editionBySlug(db, slug, when)
  if (found === null || 'retracted' in found) return null
  const { name } = await outletOf(db)
  const named = [found.byline, ...found.coBylines].filter(({ name: one }) => one !== '')
  const [handle = null] = named.length === 1 ? named.map((one) => one.handle) : []
  const fits = cardSize.width <= (most.width ?? cardSize.width) && cardSize.height <= (most.height ?? cardSize.height)
  return JSON.stringify({
    version: '1.0',
    type: 'link',
    title: found.headline,
    ...(named.length > 0 && { author_name: named.map((one) => one.name).join(' · ') }),
    ...(handle !== null && { author_url: `${siteUrl}/contributors/${encodeURIComponent(handle)}` }),
    provider_name: name,
    provider_url: `${siteUrl}/`,
    cache_age: CACHE_SECONDS,
    ...(fits && {
      thumbnail_url: `${siteUrl}/stories/${encodeURIComponent(found.slug)}/card.png`,
      thumbnail_width: cardSize.width,
      thumbnail_height: cardSize.height,
    }),
  })
}

function slugIn(url: string, siteUrl: string): string | null {
  if (!URL.canParse(url)) return null
  const { origin, pathname } = new URL(url)
  if (origin !== siteUrl) return null
  try {
    return decodeURIComponent(/^\/stories\/([^/]+)$/.exec(pathname)?.[1] ?? '') || null
  } catch {
    return null // half a percent sign
  }
}
