// What readers' machines get from the built house: valid pages, true data, feeds and maps, and no word that is not public.
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { structuredDataTestHtml } from 'structured-data-testing-tool'
import { Facebook, Google, Twitter } from 'structured-data-testing-tool/presets'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { all, type Element, strictXml, textIn } from '../newsroom/wire/strict-xml.ts'
import { openBrowser, visitor } from './browser.ts'
import { type House, openHouse, storyIn } from './house.ts'
import { faultsOfHtml } from './html-faults.ts'
import { pageOf, readerPages, walkOfSeeded } from './reader-walk.ts'

let house: House
let browser: Browser
let pages: string[] = []
let feeds: string[] = []

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  const story = `/stories/${storyIn(house, 'published').slug}`
  const html = await textOf(story)
  const linked = (form: RegExp) => form.exec(html)?.[0] ?? ''
  const lists = [linked(/\/topics\/[\w-]+/), linked(/\/sections\/[\w-]+/), linked(/\/contributors\/[\w-]+/)]
  pages = ['/', story, ...lists, '/be-a-reporter', '/editorial-team', '/corrections', `${story}/changes`]
  const forms = ['feed.xml', 'atom.xml', 'feed.json']
  feeds = ['', ...lists, '/corrections'].flatMap((list) => forms.map((name) => `${list}/${name}`))
})

afterAll(async () => {
  await browser?.close()
  expect(await house?.stop()).toBe(0)
})

test('html-validate finds nothing on any page for readers', async () => {
  const walked = await walkOfSeeded(house)
  const seen = new Set(walked.filter(({ status }) => status === 200).map(({ path }) => pageOf(path)))
  expect(readerPages.filter((page) => !seen.has(page))).toEqual([])
  const found = new Set<string>()
  for (const { path, html } of walked) for (const fault of await faultsOfHtml(html)) found.add(`${path} ${fault}`)
  expect([...found]).toEqual([])
})

test('a hub that is covered live says so in its data, and without what was removed', async () => {
  const checked = await dataOf(`/topics/${house.seeded.live.topic}`, ['LiveBlogPosting'])
  expect(checked.failed).toEqual([])
  expect(checked.schemas).toEqual(expect.arrayContaining(['LiveBlogPosting', 'BreadcrumbList']))
  const [blog] = checked.structuredData.jsonld.LiveBlogPosting as { liveBlogUpdate: { articleBody: string }[] }[]
  expect(blog?.liveBlogUpdate).toHaveLength(11)
  expect(JSON.stringify(blog)).not.toContain('flagpole')
})

test('Google, Twitter and Facebook find on a story what they ask for', async () => {
  const checked = await dataOf(pages[1] ?? '', ['NewsArticle'])
  expect(checked.failed).toEqual([])
  expect(checked.schemas).toEqual(expect.arrayContaining(['NewsArticle', 'BreadcrumbList']))
  expect(checked.passed.length).toBeGreaterThan(20)
  expect(checked.structuredData.metatags['fediverse:creator']).toEqual(['@courier@social.example.org'])
})

test('the other pages say what they are', async () => {
  const [front = '', , topic = '', section = '', byline = ''] = pages
  for (const [page, schemas] of [
    [front, ['NewsMediaOrganization', 'WebSite']],
    [topic, ['BreadcrumbList']],
    [section, ['BreadcrumbList']],
    [byline, ['ProfilePage']],
  ] as const) {
    const checked = await dataOf(page, [...schemas])
    expect([page, checked.failed]).toEqual([page, []])
    expect([page, checked.schemas]).toEqual([page, expect.arrayContaining([...schemas])])
  }
})

test('data stands in blocks of its own: one thing each, nothing in it that ends a block, no script beside it', async () => {
  for (const page of pages) {
    const html = await textOf(page)
    const scripts = [...html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)]
    for (const [, attributes, data = ''] of scripts) {
      expect([page, attributes]).toEqual([page, ' type="application/ld+json"'])
      expect(data).not.toMatch(/[<>&\u2028\u2029]/)
      const block = JSON.parse(data)
      expect(block['@context']).toBe('https://schema.org')
      expect(typeof block['@type']).toBe('string')
      expect(data).not.toContain('@graph')
    }
    expect([page, scripts.length > 0]).toEqual([page, pages.indexOf(page) < 5])
  }
})

test('a browser runs no script, sets no cookie, asks nobody else and has no complaint', async () => {
  const { page, context, faults } = await visitor(browser, house)
  for (const path of pages) {
    await page.goto(path)
    expect(await page.locator('script:not([type="application/ld+json"])').count()).toBe(0)
  }
  expect(await context.cookies()).toEqual([])
  expect(faults).toEqual([])
  await context.close()
})

test('every address that a head or its data names is there, as what it says it is', async () => {
  for (const path of pages) {
    const html = await textOf(path)
    const heads = [...html.matchAll(/<link rel="(?:alternate|search)" type="([^"]+)"[^>]* href="([^"]+)"/g)]
    for (const [, type = '', href = ''] of heads) {
      const answer = await ask(decoded(href).replace(house.url, ''))
      expect([href, answer.status]).toEqual([href, 200])
      const given = type === 'application/json+oembed' ? 'application/json' : type
      expect([href, answer.headers.get('content-type')]).toEqual([href, `${given}; charset=utf-8`])
    }
    expect(heads.map(([, type]) => type)).toContain('application/opensearchdescription+xml')
    expect(html).toContain(`<link rel="canonical" href="${house.url}${path}"/>`)
    const meta = (name: string) => decoded(new RegExp(`property="${name}" content="([^"]*)"`).exec(html)?.[1] ?? '')
    await expectPicture(meta('og:image'), Number(meta('og:image:width')), Number(meta('og:image:height')))
    expect(meta('og:image:alt')).not.toBe('')
    for (const [, data = ''] of html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g))
      for (const { url, width, height } of picturesIn(JSON.parse(data)))
        await expectPicture(url, Number(width), Number(height))
  }
})

test('the manifest’s icons are as large as it says', async () => {
  const manifest = JSON.parse(await textOf('/manifest.webmanifest'))
  expect(manifest).toMatchObject({ name: 'Balkan Defence Courier', start_url: '/', dir: 'ltr' })
  for (const { src, sizes, type } of manifest.icons) {
    const answer = await ask(src)
    expect([src, answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([src, 200, type])
    if (sizes !== 'any') await expectPicture(house.url + src, ...(sizes.split('x').map(Number) as [number, number]))
  }
})

test('feeds are whole, name themselves, and their pictures and stories are there', async () => {
  for (const path of feeds.filter((one) => one.endsWith('.xml'))) {
    const root = strictXml(await textOf(path))
    const channel = root.name === 'rss' ? root.children[0] : root
    const links = all(channel as Element, root.name === 'rss' ? 'atom:link' : 'link')
    expect(links.find(({ attributes }) => attributes.rel === 'self')?.attributes.href).toBe(house.url + path)
  }
  const feed = JSON.parse(await textOf('/feed.json'))
  expect(feed.feed_url).toBe(`${house.url}/feed.json`)
  expect(feed.items).toHaveLength(1)
  for (const url of [feed.icon, feed.items[0].url, feed.items[0].image])
    expect([url, (await ask(url.replace(house.url, ''))).status]).toEqual([url, 200])
})

test('sitemaps lead from robots.txt to every page, and only to pages that are there', async () => {
  const [, index = ''] = /^Sitemap: (\S+)$/m.exec(await textOf('/robots.txt')) ?? []
  const parts = all(strictXml(await textOf(index.replace(house.url, ''))), 'sitemap').map((one) => textIn(one, 'loc'))
  expect(parts.map((part) => part.replace(house.url, ''))).toEqual([
    '/sitemaps/pages.xml',
    '/sitemaps/stories-1.xml',
    '/news-sitemap.xml',
  ])
  const listed = new Set<string>()
  for (const part of parts)
    for (const url of all(strictXml(await textOf(part.replace(house.url, ''))), 'url'))
      listed.add(textIn(url, 'loc').replace(house.url, ''))
  for (const path of listed) expect([path, (await ask(path)).status]).toEqual([path, 200])
  for (const page of pages.filter((one) => !/^\/contributors\/|\/changes$/.test(one)))
    expect([...listed]).toContain(page)
})

test('everything on the wire is kept, tagged, and 304 to who has it', async () => {
  const kept = [...feeds, '/robots.txt', '/sitemap.xml', '/sitemaps/stories-1.xml', '/news-sitemap.xml']
  kept.push('/.well-known/security.txt', '/manifest.webmanifest', '/opensearch.xml', '/icon.svg')
  const drawn = [`${pages[1]}/card.png`, `${pages[1]}/shots/1x1.jpeg`, '/icons/192.png']
  for (const path of [...kept, ...drawn]) {
    const { headers, status } = await ask(path)
    expect([path, status]).toEqual([path, 200])
    const etag = headers.get('etag') ?? ''
    expect([path, etag]).not.toEqual([path, ''])
    expect(headers.get('cache-control')).toMatch(/^public, max-age=0, s-maxage=60/)
    expect(headers.get('set-cookie')).toBeNull()
    const again = await ask(path, { 'if-none-match': etag })
    expect([path, again.status, again.bytes.length]).toEqual([path, 304, 0])
  }
  for (const path of kept)
    await expect.poll(async () => (await ask(path)).headers.has('x-request-id'), { message: path }).toBe(false)
})

test('no word of what is not public is in any page, feed, map, card, link, header or refusal', async () => {
  const { stories, live } = house.seeded
  const secret = new Map<string, string>([[live.canary, 'a live entry that waits or was declined']])
  const open = new Set<string>()
  for (const { state, canaries } of Object.values(stories))
    for (const [place, word] of Object.entries(canaries))
      if (state === 'published' && !['deskNote', 'message', 'fileName'].includes(place)) open.add(word)
      else secret.set(word, `${place} of ${state}`)
  const hub = `/topics/${live.topic}`
  const covered = [
    hub,
    `${hub}?entry=${live.waiting}`,
    `${hub}?entry=${live.declined}`,
    `${hub}/events`,
    `${hub}/feed.xml`,
  ]
  const paths = [
    ...pages,
    ...feeds,
    ...covered,
    '/sitemap.xml',
    '/sitemaps/pages.xml',
    '/sitemaps/stories-1.xml',
    '/nowhere',
    '/search',
    '/search?from=2020-01-01&order=newest',
  ]
  paths.push(
    '/news-sitemap.xml',
    '/robots.txt',
    '/manifest.webmanifest',
    '/opensearch.xml',
    '/icon.svg',
    '/.well-known/security.txt',
  )
  for (const { slug } of Object.values(stories)) {
    const page = `/stories/${slug}`
    paths.push(
      page,
      `${page}/card.png`,
      `${page}/shots/16x9.jpeg`,
      `/oembed?url=${house.url}${page}`,
      `/?after=${slug}`,
    )
  }
  const found: string[] = []
  let seen = 0
  for (const path of paths)
    for (const accept of ['*/*', 'application/json']) {
      const { bytes, headers } = await ask(path, { accept })
      // A word that stands in the address was known to who asked.
      const said = `${bytes.toString('latin1')} ${[...headers].flat().join(' ')}`
      for (const word of new Set(said.match(/q[bcdfghjklmnpqrstvwxz]{12}/g) ?? [])) {
        if (open.has(word)) seen += 1
        else if (secret.has(word) && !path.includes(word)) found.push(`${path} (${accept}): ${secret.get(word)}`)
      }
    }
  // Asked for by the word itself, the search finds and counts what is public and nothing else.
  let hits = 0
  for (const [word, place] of secret)
    if (!(await searched(word)).includes('No published story')) found.push(`/search?q=${word}: ${place}`)
  for (const word of open) if (!(await searched(word)).includes('No published story')) hits += 1
  expect(hits).toBeGreaterThan(2)
  expect(found).toEqual([])
  expect(seen).toBeGreaterThan(20) // else the search itself would be blind
  // In pixels no word can be searched for: of what is not public there are no pixels at all.
  for (const { state, slug } of Object.values(stories))
    expect([state, (await ask(`/stories/${slug}/card.png`)).status]).toEqual([state, state === 'published' ? 200 : 404])
})

type Answer = { status: number; headers: Headers; bytes: Buffer }

async function ask(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const answer = await fetch(house.url + path, { headers: { accept: '*/*', ...headers }, redirect: 'manual' })
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
}

async function searched(word: string): Promise<string> {
  return textOf(`/search?q=${word}`)
}

async function textOf(path: string): Promise<string> {
  return (await ask(path)).bytes.toString('utf8')
}

async function dataOf(path: string, schemas: string[]) {
  const presets = [Google, Twitter, Facebook]
  return structuredDataTestHtml(await textOf(path), { presets, schemas }).catch((error) => {
    if (error?.res) return error.res as Awaited<ReturnType<typeof structuredDataTestHtml>>
    throw error
  })
}

async function expectPicture(url: string, width: number, height: number): Promise<void> {
  const { status, bytes } = await ask(url.replace(house.url, ''))
  expect([url, status]).toEqual([url, 200])
  const facts = await sharp(bytes).metadata()
  expect([url, facts.width, facts.height]).toEqual([url, width, height])
}

type Pictured = { url: string; width: string; height: string }

function picturesIn(data: unknown): Pictured[] {
  if (typeof data !== 'object' || data === null) return []
  const own = Reflect.get(data, '@type') === 'ImageObject' ? [data as Pictured] : []
  return [...own, ...Object.values(data).flatMap(picturesIn)]
}

function decoded(attribute: string): string {
  return attribute.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&')
}
