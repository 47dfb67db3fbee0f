// The service worker of the writing pages: keeps the pages somebody wrote on, and what they are built of, for when the
// network is gone. It looks at /my/stories only; readers never meet it.
import { type OfflineWords, offlinePage } from './offline-page.ts'

type Lasting = Event & { waitUntil(work: Promise<unknown>): void }
type Asked = Lasting & { request: Request; respondWith(answer: Promise<Response>): void }
type Told = Lasting & { data: unknown }

/** What a page says to its worker: keep this page; or forget every page, because the session is over. */
export type WorkerOrder = { order: 'keep'; path: string; words: OfflineWords } | { order: 'forget' }

const worker = self as unknown as EventTarget & {
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
}

// One cache for one person and one build: what belongs to another person or an older build goes when it is filled.
const PREFIX = 'writing '
const WORDS = 'words of the writing pages'
const PATIENCE_MS = 4_000
// Large, and asked for rarely: reading a Word file waits for the network.
const onDemand = /^import-worker-/
// The books of words are named after their languages.
const book = /^[a-z]{2}-[\w-]{8}\.js$/

worker.addEventListener('install', (event) => (event as Lasting).waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => (event as Lasting).waitUntil(worker.clients.claim()))

worker.addEventListener('message', (event) => {
  const { data, waitUntil } = event as Told
  const told = data as WorkerOrder
  const work = told.order === 'forget' ? forgetPages() : keepAgain(told.path, told.words)
  waitUntil.call(event, work)
})

worker.addEventListener('fetch', (event) => {
  const asked = event as Asked
  const { request } = asked
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (pathname.startsWith('/assets/')) asked.respondWith(fromCacheFirst(request))
  else if (request.mode === 'navigate' && /^\/my\/stories(\/|$)/.test(pathname))
    asked.respondWith(page(asked, pathname))
})

/** The network's page while there is one; else, or when it takes too long, the kept one; else a page that says so. */
async function page(asked: Asked, path: string): Promise<Response> {
  const fresh = fetch(asked.request)
  asked.waitUntil(fresh.then((answer) => noticed(path, answer.clone())).catch(() => {}))
  const kept = await keptPage(path)
  try {
    return kept ? await Promise.race([fresh, tooLate()]) : await fresh
  } catch {
    return kept ?? (await offline())
  }
}

/** A page that came is kept; one that leads to sign-in ends what was kept. */
async function noticed(path: string, answer: Response) {
  if (answer.status === 200) return keepPage(path, answer)
  // Where a page is sent on to cannot be seen from here, so it is asked.
  if (answer.type === 'opaqueredirect') {
    const there = await fetch('/my/stories', { headers: { accept: 'application/json' } })
    if (there.status === 401) await forgetPages()
    else for (const cache of await ownCaches()) await cache.delete(path)
  }
}

async function keepAgain(path: string, words: OfflineWords) {
  const cache = await caches.open(WORDS)
  await cache.put('/my/stories/words', new Response(JSON.stringify(words)))
  const answer = await fetch(path, { headers: { accept: 'text/html' } })
  if (answer.status === 200 && !answer.redirected) await keepPage(path, answer)
}

/** Only pages that say whose they are; the list of stories says it too, and is not kept itself. */
async function keepPage(path: string, answer: Response) {
  const writer = answer.headers.get('x-writer')
  if (!writer) return
  const html = await answer.clone().text()
  const build = /\/assets\/manifest-([\w-]+)\.js/.exec(html)?.[1]
  if (!build) return forgetPages((name) => name.startsWith(`${PREFIX}${writer} `))
  const own = `${PREFIX}${writer} ${build}`
  await forgetPages((name) => name.startsWith(`${PREFIX}${writer} `))
  const cache = await caches.open(own)
  // The page comes last: what is kept is whole. Until then the one of an older build stays.
  await keepAssets(cache, html)
  await cache.put(path, answer)
  await forgetPages((name) => name === own)
}

/** The files that a page names, and those that they name. */
async function keepAssets(cache: Cache, html: string) {
  const seen = new Set<string>()
  const ownBook = `${/<html lang="([a-z]{2})/.exec(html)?.[1] ?? 'en'}-`
  const open = [...html.matchAll(/\/assets\/([\w.-]+\.(?:js|css))/g)].map(([, name]) => name ?? '')
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name) || onDemand.test(name) || (book.test(name) && !name.startsWith(ownBook))) continue
    seen.add(name)
    const url = `/assets/${name}`
    const answer = (await cache.match(url)) ?? (await fetch(url))
    if (answer.status !== 200) continue
    await cache.put(url, answer.clone())
    if (name.endsWith('.css') || name.startsWith('manifest-')) continue // names every page's files
    for (const [, other] of (await answer.text()).matchAll(/["'](?:\.\/|\/?assets\/)([\w.-]+\.(?:js|css))["']/g))
      if (other) open.push(other)
  }
}

async function fromCacheFirst(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
}

/** One person's caches: this build's, and for a moment the one before. */
async function ownCaches(): Promise<Cache[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX))
  return Promise.all(names.map((name) => caches.open(name)))
}

async function keptPage(path: string): Promise<Response | undefined> {
  for (const cache of (await ownCaches()).reverse()) {
    const answer = await cache.match(path, { ignoreVary: true })
    if (answer) return answer
  }
  return undefined
}

/** Forgets kept pages, but not those of caches that `stays` says yes to. */
async function forgetPages(stays: (name: string) => boolean = () => false) {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && !stays(name))
  await Promise.all(names.map((name) => caches.delete(name)))
}

async function offline(): Promise<Response> {
  const said = await (await caches.open(WORDS)).match('/my/stories/words')
  const keys = await Promise.all((await ownCaches()).map((cache) => cache.keys()))
  const paths = new Set(keys.flat().map(({ url }) => new URL(url).pathname))
  const pages = await Promise.all(
    [...paths]
      .filter((path) => path.startsWith('/my/stories/'))
      .map(async (path) => ({ path, html: (await (await keptPage(path))?.text()) ?? '' })),
  )
  return offlinePage(said ? ((await said.json()) as OfflineWords) : null, pages)
}

function tooLate(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error('too late')), PATIENCE_MS))
}
