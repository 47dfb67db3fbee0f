// What every page for readers answers with beside its body: caching, head, styles.
import { type HeadersFunction, json, type MetaDescriptor } from '@remix-run/node'
import paperCss from '#app/ui/styles/paper.css?url'

/** The reader's one stylesheet. */
export const paperLinks = () => [{ rel: 'stylesheet', href: paperCss }]

/** Data of a page that is the same for every reader: it may be kept until the press changes something. */
export function kept<T>(data: T, status = 200) {
  return json(data, {
    status,
    headers: { 'cache-control': 'public, max-age=0, s-maxage=60, stale-while-revalidate=600', 'x-keep': '1' },
  })
}

/** Data of a page that says there is nothing: never kept, or a story would be missing after it was printed. */
export function missing<T>(data: T) {
  return json(data, { status: 404, headers: { 'cache-control': 'no-store' } })
}

/** Hands the loader's caching on to the page. */
export const readerHeaders: HeadersFunction = ({ loaderHeaders }) => {
  const headers = new Headers()
  for (const name of ['cache-control', 'x-keep']) {
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
  outlet: string
  type?: 'website' | 'article' | 'profile'
  /** A path of this site. */
  image?: { src: string; alt: string } | null
  feed?: { path: string; title: string }
  published?: string
}

/** Title, description, canonical address, Open Graph and the feed of a page. */
export function headOf({
  title,
  description,
  site,
  path,
  outlet,
  type,
  image,
  feed,
  published,
}: Head): MetaDescriptor[] {
  const url = site + path
  return [
    { title },
    ...(description ? [{ name: 'description', content: description }] : []),
    { tagName: 'link', rel: 'canonical', href: url },
    { property: 'og:site_name', content: outlet },
    { property: 'og:type', content: type ?? 'website' },
    { property: 'og:title', content: title },
    ...(description ? [{ property: 'og:description', content: description }] : []),
    { property: 'og:url', content: url },
    ...(image ? [{ property: 'og:image', content: site + image.src }] : []),
    ...(image?.alt ? [{ property: 'og:image:alt', content: image.alt }] : []),
    ...(published ? [{ property: 'article:published_time', content: published }] : []),
    ...(feed
      ? [
          {
            tagName: 'link' as const,
            rel: 'alternate',
            type: 'application/rss+xml',
            title: feed.title,
            href: feed.path,
          },
        ]
      : []),
  ]
}

/** The head of a page that search engines should forget. */
export function unlisted(title: string): MetaDescriptor[] {
  return [{ title }, { name: 'robots', content: 'noindex' }]
}

/** The slug a list goes on after, from `?after=`; null at the list's head. */
export function afterOf(request: Request): string | null {
  return new URL(request.url).searchParams.get('after') || null
}
