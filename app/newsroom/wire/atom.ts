// A feed as Atom 1.0 (RFC 4287) with the full text.
import {
  authorAddress,
  type Feed,
  type FeedAuthor,
  type FeedItem,
  type FeedPicture,
  feedAddress,
  feedFiles,
  feedUpdatedAt,
  itemAddress,
  itemId,
} from './feed.ts'
import { xmlElement, xmlText } from './xml.ts'

/** The feed's XML. `siteUrl` has no slash at its end. */
export function atomFeed(feed: Feed, siteUrl: string): string {
  const self = feedAddress(feed.path, 'atom', siteUrl)
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="${xmlText(feed.language)}">`,
    xmlElement('id', self),
    xmlElement('title', feed.title),
    xmlElement('subtitle', feed.description),
    xmlElement('updated', feedUpdatedAt(feed).toISOString()),
    // Entries whose reporter's name is withheld have no author of their own: the outlet answers for them.
    `<author>${xmlElement('name', feed.outlet)}${xmlElement('uri', `${siteUrl}/`)}</author>`,
    `<link rel="self" type="${feedFiles.atom.type}" href="${xmlText(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(siteUrl + feed.path)}"/>`,
    ...(feed.hub === '' ? [] : [`<link rel="hub" href="${xmlText(feed.hub)}"/>`]),
    xmlElement('icon', `${siteUrl}/icon.svg`),
    ...feed.items.map((item) => entry(item, siteUrl)),
    '</feed>',
    '',
  ].join('\n')
}

function entry(item: FeedItem, siteUrl: string): string {
  const address = xmlText(itemAddress(item, siteUrl))
  return [
    `<entry xml:lang="${xmlText(item.language)}">`,
    xmlElement('id', itemId(item, siteUrl)),
    `<title type="text">${xmlText(item.title)}</title>`,
    `<link rel="alternate" type="text/html" href="${address}"/>`,
    xmlElement('published', item.publishedAt.toISOString()),
    xmlElement('updated', item.updatedAt.toISOString()),
    ...item.authors.map((author) => authorOf(author, siteUrl)),
    ...item.categories.map((name) => `<category term="${xmlText(name)}"/>`),
    `<summary type="text">${xmlText(item.summary)}</summary>`,
    `<content type="html">${xmlText(item.html)}</content>`,
    ...(item.picture ? enclosure(item.picture, siteUrl) : []),
    '</entry>',
  ].join('\n')
}

function authorOf(author: FeedAuthor, siteUrl: string): string {
  const address = authorAddress(author, siteUrl)
  return `<author>${xmlElement('name', author.name)}${address === null ? '' : xmlElement('uri', address)}</author>`
}

// Atom's own link, and Media RSS beside it for the words: a link has no place for a credit.
function enclosure({ src, type, width, height, alt, credit }: FeedPicture, siteUrl: string): string[] {
  const url = xmlText(siteUrl + src)
  const about = [
    alt ? xmlElement('media:description', alt) : '',
    credit ? xmlElement('media:credit', credit) : '',
  ].join('')
  return [
    `<link rel="enclosure" type="${type}" href="${url}"/>`,
    `<media:content url="${url}" medium="image" type="${type}" width="${width}" height="${height}">${about}</media:content>`,
  ]
}
