// What a feed is, whatever the form it leaves in.
import type { LeadPicture } from '#app/newsroom/press/lead-picture.ts'

export const feedFormats = ['rss', 'atom', 'json'] as const
export type FeedFormat = (typeof feedFormats)[number]

/** The end of a feed's address, and its media type. */
export const feedFiles: Record<FeedFormat, { name: string; type: string }> = {
  rss: { name: 'feed.xml', type: 'application/rss+xml' },
  atom: { name: 'atom.xml', type: 'application/atom+xml' },
  json: { name: 'feed.json', type: 'application/feed+json' },
}

/** `path` is the page the feed belongs to; `hub` the WebSub hub, empty when there is none. */
export type Feed = {
  title: string
  description: string
  language: string
  outlet: string
  path: string
  hub: string
  items: FeedItem[]
}

/** A name under a story; `handle` is null where no by-line page exists. A withheld name is no author. */
export type FeedAuthor = { name: string; handle: string | null }

/**
 * One entry. `path` is its address on this site, and `fragment` what tells it from others at the same address: both
 * make an id that never changes. `html` has absolute addresses.
 */
export type FeedItem = {
  path: string
  fragment: string
  title: string
  summary: string
  authors: FeedAuthor[]
  categories: string[]
  language: string
  html: string
  publishedAt: Date
  updatedAt: Date
  picture: FeedPicture | null
}

/** A picture as one file: its path, its true size in pixels, who made it. */
export type FeedPicture = { src: string; type: string; width: number; height: number; alt: string; credit: string }

/** The address of the feed in one of its forms. `siteUrl` has no slash at its end. */
export function feedAddress(path: string, format: FeedFormat, siteUrl: string): string {
  return `${siteUrl}${path === '/' ? '' : path}/${feedFiles[format].name}`
}

export function itemAddress({ path }: FeedItem, siteUrl: string): string {
  return siteUrl + path
}

export function itemId(item: FeedItem, siteUrl: string): string {
  return itemAddress(item, siteUrl) + (item.fragment === '' ? '' : `#${item.fragment}`)
}

export function authorAddress({ handle }: FeedAuthor, siteUrl: string): string | null {
  return handle === null ? null : `${siteUrl}/contributors/${encodeURIComponent(handle)}`
}

/** When anything in the feed changed last; a feed without entries has always been so. */
export function feedUpdatedAt({ items }: Feed): Date {
  return new Date(items.reduce((last, { updatedAt }) => Math.max(last, updatedAt.getTime()), 0))
}

/** The file behind a lead picture, with the size that this file has and not the largest one. */
export function feedPictureOf(lead: LeadPicture | null): FeedPicture | null {
  if (lead === null) return null
  const { src, alt, credit } = lead
  const [, named, extension = 'jpeg'] = /\/(\d+)\.(avif|webp|png|jpe?g)$/.exec(src) ?? []
  const width = Math.min(lead.width, Number(named ?? lead.width))
  const height = Math.round((width * lead.height) / Math.max(1, lead.width))
  return { src, type: `image/${extension === 'jpg' ? 'jpeg' : extension}`, width, height, alt, credit }
}
