// What every page for readers answers with beside its body: caching, head, styles.
import { type HeadersFunction, json, type MetaDescriptor } from '@remix-run/node'
import type { PaperKey } from '#app/newsroom/outlet/paper-keys.ts'
import type { LeadPicture } from '#app/newsroom/press/lead-picture.ts'
import type { PaperFrame } from '#app/newsroom/press/paper-frame.ts'
import { cardSize } from '#app/newsroom/wire/drawings.ts'
import { feedFiles, feedFormats, feedPictureOf } from '#app/newsroom/wire/feed.ts'
import { openSearchType } from '#app/newsroom/wire/open-search.ts'
import type { DataBlock } from '#app/newsroom/wire/structured-data.ts'
import { keptBy } from '#app/routes/kept-by.ts'
import paperCss from '#app/ui/styles/paper.css?url'

/** The reader's one stylesheet, and what a phone asks for that keeps the paper on its first screen. */
export const paperLinks = () => [
  { rel: 'stylesheet', href: paperCss },
  { rel: 'manifest', href: '/manifest.webmanifest' },
  { rel: 'apple-touch-icon', href: '/icons/180.png' },
]

/**
 * Data of a page that is the same for every reader: it may be kept until a part of the paper with one of `keys` changes.
 * `script`: the page loads a file of ours that adds to it.
 */
export function kept<T>(data: T, keys: readonly PaperKey[], status = 200, { script = false } = {}) {
  return json(data, { status, headers: { ...keptBy(keys), ...(script && { 'x-script': '1' }) } })
}

/** Data of a page that says there is nothing: never kept, or a story would be missing after it was printed. */
export function missing<T>(data: T) {
  return json(data, { status: 404, headers: { 'cache-control': 'no-store' } })
}

/** Hands the loader's caching on to the page. */
export const readerHeaders: HeadersFunction = ({ loaderHeaders }) => {
  const headers = new Headers()
  for (const name of ['cache-control', 'x-keep', 'x-script']) {
    const value = loaderHeaders.get(name)
    if (value !== null) headers.set(name, value)
  }
  return headers
}

type Head = {
  title: string
  description: string
  /** The site's address without a slash at its end, and the page's path with its query. */
  site: string
  path: string
  outlet: PaperFrame['outlet']
  type?: 'website' | 'article' | 'profile'
  image?: LeadPicture | null
  /** The page that the feeds belong to ('/' is the whole paper), and what they are called. */
  feeds?: { path: string; title: string }
  /** What the feed of corrections is called, on the pages that speak of them. */
  corrections?: string
  /** What the page says of itself to machines. */
  data?: DataBlock[]
  story?: StoryHead
}

type StoryHead = {
  /** What stands beside the shared headline, said for who cannot see it. */
  cardAlt: string
  language: string
  published: string
  updated: string | null
  section: string
  topics: string[]
}

/** Title, description, canonical address, cards for shared links, feeds and data of a page. */
export function headOf(head: Head): MetaDescriptor[] {
  const { title, description, site, path, outlet, type, feeds, corrections, data, story } = head
  const url = site + path
  return [
    { title },
    ...(description ? [{ name: 'description', content: description }] : []),
    { tagName: 'link', rel: 'canonical', href: url },
    { property: 'og:site_name', content: outlet.name },
    { property: 'og:type', content: type ?? 'website' },
    { property: 'og:title', content: title },
    ...(description ? [{ property: 'og:description', content: description }] : []),
    { property: 'og:url', content: url },
    ...localeOf(story?.language ?? outlet.language),
    ...cardOf(head),
    ...(outlet.fediverse ? [{ name: 'fediverse:creator', content: outlet.fediverse }] : []),
    ...(story ? storyTags(story) : []),
    ...(story ? [oembedLink(title, url, site)] : []),
    ...(feeds ? feedLinks(feeds) : []),
    ...(corrections ? feedLinks({ path: '/corrections', title: corrections }) : []),
    { tagName: 'link', rel: 'search', type: openSearchType, title: outlet.name, href: '/opensearch.xml' },
    // Remix writes &, < and > in these as \u0026, \u003c and \u003e: nothing in them ends the element.
    ...(data ?? []).map((block) => ({ 'script:ld+json': block })),
  ]
}

type Shown = { url: string; width: number; height: number; alt: string; type: string }

// A story has its drawn card, a list the picture of its first story, everything else the paper's icon.
function cardOf({ title, description, site, path, outlet, image, story }: Head): MetaDescriptor[] {
  const lead = feedPictureOf(image ?? null)
  const shown: Shown = story
    ? { url: `${site}${path}/card.png`, ...cardSize, alt: story.cardAlt, type: 'image/png' }
    : lead
      ? { ...lead, url: site + lead.src }
      : { url: `${site}/icons/512.png`, width: 512, height: 512, alt: outlet.name, type: 'image/png' }
  const alt = shown.alt || title
  return [
    { property: 'og:image', content: shown.url },
    { property: 'og:image:type', content: shown.type },
    { property: 'og:image:width', content: String(shown.width) },
    { property: 'og:image:height', content: String(shown.height) },
    { property: 'og:image:alt', content: alt },
    { name: 'twitter:card', content: story || lead ? 'summary_large_image' : 'summary' },
    { name: 'twitter:title', content: title },
    ...(description ? [{ name: 'twitter:description', content: description }] : []),
    { name: 'twitter:image', content: shown.url },
    { name: 'twitter:image:alt', content: alt },
  ]
}

function storyTags({ published, updated, section, topics }: StoryHead): MetaDescriptor[] {
  return [
    { property: 'article:published_time', content: published },
    ...(updated ? [{ property: 'article:modified_time', content: updated }] : []),
    ...(section ? [{ property: 'article:section', content: section }] : []),
    ...topics.map((topic) => ({ property: 'article:tag', content: topic })),
  ]
}

// Discovery asks for a whole address (oembed.com, section 4).
function oembedLink(title: string, url: string, site: string): MetaDescriptor {
  const href = `${site}/oembed?url=${encodeURIComponent(url)}`
  return { tagName: 'link', rel: 'alternate', type: 'application/json+oembed', title, href }
}

function feedLinks({ path, title }: { path: string; title: string }): MetaDescriptor[] {
  const base = path === '/' ? '' : path
  return feedFormats.map((format) => {
    const { name, type } = feedFiles[format]
    return { tagName: 'link', rel: 'alternate', type, title, href: `${base}/${name}` }
  })
}

// Open Graph wants a land beside the language; where we cannot say which, we say nothing.
function localeOf(language: string): MetaDescriptor[] {
  const locale = language.includes('-') ? language.replace('-', '_') : lands[language]
  return locale === undefined ? [] : [{ property: 'og:locale', content: locale }]
}

const lands: Record<string, string> = { en: 'en_GB', bg: 'bg_BG', ar: 'ar_AR', ro: 'ro_RO', mk: 'mk_MK', el: 'el_GR' }

/** The head of a page that search engines should forget. */
export function unlisted(title: string): MetaDescriptor[] {
  return [{ title }, { name: 'robots', content: 'noindex' }]
}

/** The slug a list goes on after, from `?after=`; null at the list's head. */
export function afterOf(request: Request): string | null {
  return new URL(request.url).searchParams.get('after') || null
}

/** The live entry that a hub's page is asked to begin with, from `?entry=`; null for the newest. */
export function entryOf(request: Request): string | null {
  return new URL(request.url).searchParams.get('entry') || null
}
