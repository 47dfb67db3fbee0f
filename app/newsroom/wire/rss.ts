// A feed as RSS 2.0 with the full text.
import {
  type Feed,
  type FeedItem,
  type FeedPicture,
  feedAddress,
  feedFiles,
  feedUpdatedAt,
  itemAddress,
  itemId,
} from './feed.ts'
import { xmlCdata, xmlElement, xmlText } from './xml.ts'

/** The feed's XML. `siteUrl` has no slash at its end. */
export function rssFeed(feed: Feed, siteUrl: string): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">',
    '<channel>',
    xmlElement('title', feed.title),
    xmlElement('link', siteUrl + feed.path),
    xmlElement('description', feed.description),
    xmlElement('language', feed.language.toLowerCase()),
    ...(feed.items.length > 0 ? [xmlElement('lastBuildDate', feedUpdatedAt(feed).toUTCString())] : []),
    xmlElement('ttl', '15'),
    `<atom:link href="${xmlText(feedAddress(feed.path, 'rss', siteUrl))}" rel="self" type="${feedFiles.rss.type}"/>`,
    ...(feed.hub === '' ? [] : [`<atom:link href="${xmlText(feed.hub)}" rel="hub"/>`]),
    ...feed.items.map((item) => rssItem(item, siteUrl)),
    '</channel>',
    '</rss>',
    '',
  ].join('\n')
}

function rssItem(item: FeedItem, siteUrl: string): string {
  const isPermaLink = item.fragment === ''
  return [
    '<item>',
    xmlElement('title', item.title),
    xmlElement('link', itemAddress(item, siteUrl)),
    `<guid isPermaLink="${isPermaLink}">${xmlText(itemId(item, siteUrl))}</guid>`,
    xmlElement('pubDate', item.publishedAt.toUTCString()),
    ...item.authors.map(({ name }) => xmlElement('dc:creator', name)),
    xmlElement('dc:language', item.language),
    ...(item.updatedAt > item.publishedAt ? [xmlElement('atom:updated', item.updatedAt.toISOString())] : []),
    ...item.categories.map((name) => xmlElement('category', name)),
    xmlElement('description', item.summary),
    `<content:encoded>${xmlCdata(item.html)}</content:encoded>`,
    ...(item.picture ? [media(item.picture, siteUrl)] : []),
    '</item>',
  ].join('\n')
}

// media:content, because RSS's own enclosure demands a length in bytes and is read as a podcast by some readers.
function media({ src, type, width, height, alt, credit }: FeedPicture, siteUrl: string): string {
  const about = [
    alt ? xmlElement('media:description', alt) : '',
    credit ? xmlElement('media:credit', credit) : '',
  ].join('')
  const size = `width="${width}" height="${height}"`
  return `<media:content url="${xmlText(siteUrl + src)}" medium="image" type="${type}" ${size}>${about}</media:content>`
}
