// A feed as JSON Feed 1.1 with the full text.
import { authorAddress, type Feed, type FeedAuthor, type FeedItem, feedAddress, itemAddress, itemId } from './feed.ts'

/** The feed's JSON. `siteUrl` has no slash at its end. */
export function jsonFeed(feed: Feed, siteUrl: string): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: siteUrl + feed.path,
    feed_url: feedAddress(feed.path, 'json', siteUrl),
    description: feed.description,
    icon: `${siteUrl}/icons/512.png`,
    favicon: `${siteUrl}/icons/192.png`,
    language: feed.language,
    authors: [{ name: feed.outlet, url: `${siteUrl}/` }],
    ...(feed.hub === '' ? {} : { hubs: [{ type: 'WebSub', url: feed.hub }] }),
    items: feed.items.map((item) => itemOf(item, siteUrl)),
  })
}

function itemOf(item: FeedItem, siteUrl: string) {
  const { picture } = item
  return {
    id: itemId(item, siteUrl),
    url: itemAddress(item, siteUrl),
    title: item.title,
    summary: item.summary,
    content_html: item.html,
    date_published: item.publishedAt.toISOString(),
    date_modified: item.updatedAt.toISOString(),
    language: item.language,
    // Under a withheld name the feed's own author stands: the outlet answers for it.
    ...(item.authors.length > 0 ? { authors: item.authors.map((author) => authorOf(author, siteUrl)) } : {}),
    tags: item.categories,
    ...(picture && {
      image: siteUrl + picture.src,
      attachments: [
        {
          url: siteUrl + picture.src,
          mime_type: picture.type,
          title: [picture.alt, picture.credit].filter((part) => part !== '').join(' – '),
        },
      ],
    }),
  }
}

function authorOf(author: FeedAuthor, siteUrl: string) {
  const url = authorAddress(author, siteUrl)
  return url === null ? { name: author.name } : { name: author.name, url }
}
