// The memory of public pages: whole answers, compressed once, given before any framework runs.
import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** The memory's bounds: pages, and bytes of all their forms together. */
const most = { pages: 2_000, bytes: 96 * 1024 * 1024 }
/** Longer before a known change no header has to care: a day and a minute is the longest that any cache is given. */
const nearMs = (24 * 60 * 60 + 60) * 1_000
/** Every change is told; should one not be, no page is older than this. */
const longestKeptMs = 600_000
const changeCheckMs = 100
const blindCheckMs = 1_000
const asBrotli = promisify(brotliCompress)
const asGzip = promisify(gzip)

/** The Cache-Control of a public answer that leaves at `now`, before the change at `nextChange`; both in ms since 1970. */
export type Caching = (now: number, nextChange: number | null) => string

type Coding = 'br' | 'gzip' | 'identity'
type Body = { bytes: Buffer; headers: string[] }
type Page = {
  etag: string
  keptAt: number
  keys: readonly string[]
  bodies: { identity: Body } & Partial<Record<Coding, Body>>
  bare: string[]
  /** Bytes of all bodies. */
  size: number
}

/** A page as the framework made it, and the keys of what it is made of. */
export type FreshPage = { headers: Record<string, string>; body: Buffer; keys: readonly string[] }

/** What the memory has to know of the world outside. */
export type Outside = {
  /** A number of the database that moves with every write; 0: it cannot tell. */
  mark(): number
  /** The keys of what changed since it was asked the last time. `everything` drops all. */
  changes(): Promise<readonly string[]>
  everything: string
  /** The instant of the next change that is known before it happens, such as a publication by the clock; null: none. */
  nextChange(): Promise<Date | null>
  caching: Caching
}

export type KeptPages = ReturnType<typeof openKeptPages>

/** Opens the memory. Await `catchUp` once before the first page is made. */
export function openKeptPages(outside: Outside, clock: () => number = Date.now, bounds = most) {
  const pages = new Map<string, Page>() // oldest use first
  const beingKept = new Set<string>()
  let bytes = 0
  let squeezing: Promise<void> = Promise.resolve()
  let epoch = 0
  let lastMark = outside.mark()
  let checkedAt = 0
  let askedAt = 0
  let nextChange: number | null = null
  let asking: Promise<void> = Promise.resolve()

  function drop(keys: readonly string[]) {
    if (keys.length === 0) return
    epoch++
    const gone = new Set(keys)
    const all = gone.has(outside.everything)
    for (const [url, page] of pages) if (all || page.keys.some((key) => gone.has(key))) forget(url)
  }

  function forget(url: string) {
    bytes -= pages.get(url)?.size ?? 0
    pages.delete(url)
  }

  function put(url: string, page: Page) {
    forget(url)
    pages.set(url, page)
    bytes += page.size
    makeRoom()
  }

  function makeRoom() {
    for (const url of pages.keys()) {
      if (pages.size <= bounds.pages && bytes <= bounds.bytes) return
      forget(url)
    }
  }

  // The best compression takes a thread for tens of milliseconds. One page after the other, or the threads that compress
  // the answers readers wait for would all be taken.
  function squeezeLater(url: string, page: Page, headers: FreshPage['headers']): Promise<void> {
    squeezing = squeezing.then(async () => {
      if (pages.get(url) !== page) return // gone before its turn
      const { bytes: plain } = page.bodies.identity
      const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants
      const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_SIZE_HINT]: plain.length }
      const small = await asBrotli(plain, { params })
      if (pages.get(url) !== page) return
      page.bodies.br = { bytes: small, headers: fullHeaders(headers, page.etag, small.length, 'br') }
      page.size += small.length
      bytes += small.length
      makeRoom()
    })
    return squeezing
  }

  function dropAll() {
    drop([outside.everything])
  }

  async function ask() {
    try {
      drop(await outside.changes())
      nextChange = (await outside.nextChange())?.getTime() ?? null
    } catch {
      dropAll() // who cannot look must not give old pages
    }
  }

  /** Drops what is out of date by now. A change that is committed when this is called is known when it ends. */
  function catchUp(): Promise<void> {
    asking = asking.then(ask) // one after the other: an answer under way may be older than the change
    return asking
  }

  function noticeOutside(now: number) {
    if (now - checkedAt < changeCheckMs) return
    checkedAt = now
    const mark = outside.mark()
    // An engine that cannot tell cheaply is asked what changed, once a second.
    if (mark === 0 ? now - askedAt < blindCheckMs : mark === lastMark) return
    lastMark = mark
    askedAt = now
    void catchUp()
  }

  return {
    catchUp,

    /** Drops every page, whatever it is made of. */
    dropAll,

    /** The number to hand to `keep` with a page whose making begins now. */
    epoch: () => epoch,

    /** What caches in front may do with a public answer that leaves now. */
    caching: () => outside.caching(clock(), nextChange),

    /** Answers from memory and gives true, or leaves the request alone. The caller has checked method and host. */
    answer(request: IncomingMessage, response: ServerResponse): boolean {
      const now = clock()
      noticeOutside(now)
      const url = request.url ?? ''
      const page = pages.get(url)
      if (!page) return false
      if (now - page.keptAt > longestKeptMs) {
        forget(url)
        return false
      }
      pages.delete(url)
      pages.set(url, page)
      const isNear = nextChange !== null && nextChange - now < nearMs
      const timely = (headers: string[]) => (isNear ? withCaching(headers, outside.caching(now, nextChange)) : headers)
      if (holdsTag(request.headers['if-none-match'], page.etag)) {
        response.writeHead(304, timely(page.bare))
        response.end()
        return true
      }
      const body = bodyFor(page, codingsOf(request.headers['accept-encoding']))
      response.writeHead(200, timely(body.headers))
      response.end(request.method === 'HEAD' ? undefined : body.bytes)
      return true
    },

    /** Keeps a page unless something changed since its making began. Brotli follows when there is time. */
    async keep(url: string, fresh: FreshPage, madeIn: number): Promise<void> {
      // Many may ask for the same page before it is kept: compressing it once is enough.
      const key = `${madeIn} ${url}`
      if (madeIn !== epoch || beingKept.has(key)) return
      beingKept.add(key)
      try {
        const compressed = await asGzip(fresh.body, { level: 6 })
        if (madeIn !== epoch) return
        const page = pageOf(fresh, compressed, clock())
        put(url, page)
        await squeezeLater(url, page, fresh.headers)
      } finally {
        beingKept.delete(key)
      }
    },

    /** How much is kept: pages, and bytes of all their forms. */
    holds: () => ({ pages: pages.size, bytes }),
  }
}

/** The tag of a body, the same whatever the coding. */
export function etagOf(body: Uint8Array): string {
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
}

/** Does an If-None-Match header hold this tag? */
export function holdsTag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  if (header === etag || header === '*') return true
  const plain = etag.replace(/^W\//, '')
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === plain)
}

const known = new Map<string, Coding[]>()

/** What a client takes, best first, from its Accept-Encoding header. `identity` is always last. */
export function codingsOf(header: string | string[] | undefined): Coding[] {
  const text = String(header ?? '')
  const before = known.get(text)
  if (before) return before
  const taken = new Set(
    text.split(',').flatMap((part) => {
      const [name = '', ...rest] = part.trim().toLowerCase().split(';')
      return rest.some((rule) => /^\s*q=0(\.0*)?\s*$/.test(rule)) ? [] : [name.trim()]
    }),
  )
  const all: Coding[] = ['br', 'gzip']
  const codings = [...all.filter((name) => taken.has(name) || taken.has('*')), 'identity' as const]
  if (known.size < 200) known.set(text, codings) // the header comes from outside: not without a bound
  return codings
}

function bodyFor(page: Page, codings: Coding[]): Body {
  for (const coding of codings) {
    const body = page.bodies[coding]
    if (body) return body
  }
  return page.bodies.identity
}

function withCaching(headers: string[], value: string): string[] {
  const timely = [...headers]
  timely[timely.indexOf('cache-control') + 1] = value
  return timely
}

function pageOf({ headers, body, keys }: FreshPage, compressed: Buffer, keptAt: number): Page {
  const etag = etagOf(body)
  const { 'content-type': _type, ...bare } = headers
  return {
    etag,
    keptAt,
    keys,
    bodies: {
      identity: { bytes: body, headers: fullHeaders(headers, etag, body.length) },
      gzip: { bytes: compressed, headers: fullHeaders(headers, etag, compressed.length, 'gzip') },
    },
    bare: Object.entries({ ...bare, etag, vary: 'accept-encoding, cookie' }).flat(),
    size: body.length + compressed.length,
  }
}

function fullHeaders(headers: Record<string, string>, etag: string, length: number, coding?: Coding): string[] {
  const all = { ...headers, etag, vary: 'accept-encoding, cookie', 'content-length': String(length) }
  return Object.entries(coding ? { ...all, 'content-encoding': coding } : all).flat()
}
