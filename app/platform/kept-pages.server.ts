// The memory of public pages: whole answers, compressed once, given before any framework runs.
import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const mostPages = 2_000
const longestKeptMs = 60_000
const changeCheckMs = 100
const blindCheckMs = 1_000
const asBrotli = promisify(brotliCompress)
const asGzip = promisify(gzip)

type Coding = 'br' | 'gzip' | 'identity'
type Body = { bytes: Buffer; headers: string[] }
type Page = { etag: string; keptAt: number; bodies: { identity: Body } & Partial<Record<Coding, Body>>; bare: string[] }

/** A page as the framework made it. */
export type FreshPage = { headers: Record<string, string>; body: Buffer }

export type KeptPages = ReturnType<typeof openKeptPages>

/**
 * Opens the memory. `mark` tells cheaply whether anything may have changed outside (a number of the database; 0: cannot tell);
 * when it moved, `fingerprint` says whether something public did.
 */
export function openKeptPages(
  outside: { mark(): number; fingerprint(): Promise<string> },
  clock: () => number = Date.now,
) {
  const pages = new Map<string, Page>() // oldest use first
  let epoch = 0
  let lastMark = outside.mark()
  let lastPrint: string | null = null
  let checkedAt = 0
  let printedAt = 0

  function bumpEpoch() {
    epoch++
    pages.clear()
  }

  function noticeOutside(now: number) {
    if (now - checkedAt < changeCheckMs) return
    checkedAt = now
    const mark = outside.mark()
    // An engine that cannot tell cheaply is asked what it holds, once a second.
    const unchanged = mark === 0 ? now - printedAt < blindCheckMs : mark === lastMark
    if (unchanged && lastPrint !== null) return
    lastMark = mark
    printedAt = now
    outside.fingerprint().then(
      (print) => {
        if (lastPrint !== null && print !== lastPrint) bumpEpoch()
        lastPrint = print
      },
      () => bumpEpoch(), // who cannot look must not give old pages
    )
  }

  return {
    /** Says that something public changed: every kept page is dropped, and pages being made now are not kept. */
    bumpEpoch,

    /** The number to hand to `keep` with a page whose making begins now. */
    epoch: () => epoch,

    /** Answers from memory and gives true, or leaves the request alone. The caller has checked method and host. */
    answer(request: IncomingMessage, response: ServerResponse): boolean {
      const now = clock()
      noticeOutside(now)
      const url = request.url ?? ''
      const page = pages.get(url)
      if (!page) return false
      if (now - page.keptAt > longestKeptMs) {
        pages.delete(url)
        return false
      }
      pages.delete(url)
      pages.set(url, page)
      if (holdsTag(request.headers['if-none-match'], page.etag)) {
        response.writeHead(304, page.bare)
        response.end()
        return true
      }
      const body = bodyFor(page, codingsOf(request.headers['accept-encoding']))
      response.writeHead(200, body.headers)
      response.end(request.method === 'HEAD' ? undefined : body.bytes)
      return true
    },

    /** Keeps a page unless something changed since its making began. Brotli follows when there is time. */
    async keep(url: string, fresh: FreshPage, madeIn: number): Promise<void> {
      if (madeIn !== epoch) return
      const compressed = await asGzip(fresh.body, { level: 6 })
      if (madeIn !== epoch) return
      const page = pageOf(fresh, compressed, clock())
      pages.delete(url)
      pages.set(url, page)
      const oldest = pages.size > mostPages ? pages.keys().next().value : undefined
      if (oldest !== undefined) pages.delete(oldest)
      const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants
      const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_SIZE_HINT]: fresh.body.length }
      const small = await asBrotli(fresh.body, { params })
      page.bodies.br = { bytes: small, headers: fullHeaders(fresh.headers, page.etag, small.length, 'br') }
    },

    size: () => pages.size,
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

function pageOf({ headers, body }: FreshPage, compressed: Buffer, keptAt: number): Page {
  const etag = etagOf(body)
  const { 'content-type': _type, ...bare } = headers
  return {
    etag,
    keptAt,
    bodies: {
      identity: { bytes: body, headers: fullHeaders(headers, etag, body.length) },
      gzip: { bytes: compressed, headers: fullHeaders(headers, etag, compressed.length, 'gzip') },
    },
    bare: Object.entries({ ...bare, etag, vary: 'accept-encoding, cookie' }).flat(),
  }
}

function fullHeaders(headers: Record<string, string>, etag: string, length: number, coding?: Coding): string[] {
  const all = { ...headers, etag, vary: 'accept-encoding, cookie', 'content-length': String(length) }
  return Object.entries(coding ? { ...all, 'content-encoding': coding } : all).flat()
}
