// Editions as an RSS 2.0 feed with their full text.
import type { LeadPicture } from '#app/newsroom/press/lead-picture.ts'
import { xmlCdata, xmlText } from './xml.ts'

/** `path` is the page the feed belongs to, `feedPath` its own address. */
export type Feed = { title: string; description: string; language: string; path: string; feedPath: string }

/** One story. `feedHtml` has absolute addresses; an empty `bylineName` is a name withheld and is not printed. */
export type FeedItem = {
  slug: string
  headline: string
  standfirst: string
  bylineName: string
  categories: string[]
  feedHtml: string
  publishedAt: Date
  updatedAt: Date
  lead: LeadPicture | null
}

/** The feed's XML. `siteUrl` has no slash at its end. */
export function rssFeed(feed: Feed, items: FeedItem[], siteUrl: string): string {
  const newest = items.reduce<Date | null>((last, { updatedAt }) => (last && last > updatedAt ? last : updatedAt), null)
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">',
    '<channel>',
    element('title', feed.title),
    element('link', siteUrl + feed.path),
    element('description', feed.description),
    element('language', feed.language.toLowerCase()),
    ...(newest ? [element('lastBuildDate', newest.toUTCString())] : []),
    element('ttl', '15'),
    `<atom:link href="${xmlText(siteUrl + feed.feedPath)}" rel="self" type="application/rss+xml"/>`,
    ...items.map((item) => rssItem(item, siteUrl)),
    '</channel>',
    '</rss>',
    '',
  ].join('\n')
}

function rssItem(item: FeedItem, siteUrl: string): string {
  const address = `${siteUrl}/stories/${encodeURIComponent(item.slug)}`
  return [
    '<item>',
    element('title', item.headline),
    element('link', address),
    `<guid isPermaLink="true">${xmlText(address)}</guid>`,
    element('pubDate', item.publishedAt.toUTCString()),
    ...(item.bylineName ? [element('dc:creator', item.bylineName)] : []),
    ...item.categories.map((name) => element('category', name)),
    element('description', item.standfirst),
    `<content:encoded>${xmlCdata(item.feedHtml)}</content:encoded>`,
    ...(item.lead ? [media(item.lead, siteUrl)] : []),
    '</item>',
  ].join('\n')
}

// media:content, because RSS's own enclosure demands a length in bytes and is read as a podcast by some readers.
function media(lead: LeadPicture, siteUrl: string): string {
  const about = [
    lead.alt ? element('media:description', lead.alt) : '',
    lead.credit ? element('media:credit', lead.credit) : '',
  ].join('')
  return `<media:content url="${xmlText(siteUrl + lead.src)}" medium="image" type="${typeOf(lead.src)}">${about}</media:content>`
}

function typeOf(address: string): string {
  const format = /\.(avif|webp|png|jpe?g)$/.exec(address)?.[1]
  return format === undefined || format === 'jpg' ? 'image/jpeg' : `image/${format}`
}

function element(name: string, text: string): string {
  return `<${name}>${xmlText(text)}</${name}>`
}
