// Finishes what the framework answered: security headers, what may be cached, JSON for who asked for it, compression.
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { contentPolicy, sandboxed } from './headers.ts'
import { codingsOf, etagOf, type FreshPage, holdsTag } from './kept-pages.server.ts'
import type { FrontCache } from './purge.server.ts'
import type { WithSheets } from './sheets-inside.server.ts'
import { pageIn } from './whole-page.server.ts'

const asBrotli = promisify(brotliCompress)
const asGzip = promisify(gzip)
const worthCompressing = 1_024
/** Very long answers are made anew each time: memory is for what many ask for. In bytes. */
const mostKept = 1_000_000
const texts = /^(text\/|application\/(json|xml|[a-z.]+\+xml|javascript|manifest\+json|feed\+json)|image\/svg\+xml)/

export type AnswerFacts = {
  request: Request
  nonce: string
  requestId: string
  /** True when a session cookie came along, whoever it belongs to. */
  hasSession: boolean
  /** Headers to add whatever the answer: a session's cookie, the word to wipe the device. */
  extra: Headers
  security: Record<string, string>
  development: boolean
  /** Puts the style rules of a page for readers inside it; `whole`: also those of what its script may add. */
  sheetsInside: (html: string, how: { whole: boolean }) => Promise<WithSheets>
  /** The Cache-Control of a public answer that leaves now. */
  caching: string
  /** How a cache in front reads the keys of an answer; null: there is none that could be told to forget. */
  tag: FrontCache['tag'] | null
}

/**
 * The answer to send. A route marks what is the same for everybody with `x-keep`, the keys of what it is made of, and
 * beside it `x-script` where the page loads a script of ours; when nothing in it depends on who asks, there is also
 * `fresh`: the same page for the memory of kept pages.
 */
export async function finishAnswer(
  answer: Response,
  facts: AnswerFacts,
): Promise<{ answer: Response; fresh?: FreshPage }> {
  const { request, hasSession, extra, development } = facts
  const headers = new Headers(answer.headers)
  const keep = headers.get('x-keep')
  headers.delete('x-keep')
  const hasScript = headers.has('x-script')
  headers.delete('x-script')
  const keepable =
    keep !== null && answer.status === 200 && !hasSession && request.method === 'GET' && isPlain(request.url)
  for (const [name, value] of Object.entries(facts.security)) headers.set(name, value)
  for (const [name, value] of extra) headers.append(name, value)
  headers.set('x-request-id', facts.requestId)
  const type = headers.get('content-type') ?? ''
  const noScript = keep !== null || !type.startsWith('text/html')
  const made = pageIn(answer)
  const isForReaders = keep !== null && !development
  const whole = made !== undefined && isForReaders ? await facts.sheetsInside(made, { whole: hasScript }) : null
  headers.set(
    'content-security-policy',
    contentPolicy(noScript ? null : facts.nonce, { development, ownFiles: hasScript, sheets: whole?.sources ?? [] }),
  )
  if (headers.has('x-sandboxed')) for (const [name, value] of Object.entries(sandboxed)) headers.set(name, value)
  headers.delete('x-sandboxed')
  if (hasSession && !isImmutable(headers)) headers.set('cache-control', 'private, no-store')
  else if (keep !== null) {
    headers.set('cache-control', facts.caching)
    if (facts.tag) headers.set(...facts.tag(keep.split(' ')))
  } else if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
  // Feed readers on other sites show our pictures; what is not public stays ours.
  if (headers.get('cache-control')?.startsWith('public')) headers.set('cross-origin-resource-policy', 'cross-origin')
  headers.append('vary', 'accept-encoding, cookie')

  // A stream of events never ends: it is sent as it comes.
  const page = whole?.html ?? made
  if (page === undefined && (!answer.body || !texts.test(type) || type.startsWith('text/event-stream')))
    return { answer: new Response(answer.body, { status: answer.status, headers }) }
  const body = page === undefined ? Buffer.from(await answer.arrayBuffer()) : Buffer.from(page)
  if (answer.status >= 400 && type.startsWith('text/html') && wantsJson(request))
    return { answer: faultAsJson(answer.status, headers, facts.requestId) }
  const keys = keep?.split(' ') ?? []
  const fresh = keepable && body.length < mostKept ? { headers: keptHeaders(headers), body, keys } : undefined
  if (answer.status === 200 && headers.get('cache-control')?.startsWith('public')) {
    const etag = etagOf(body)
    headers.set('etag', etag)
    if (holdsTag(request.headers.get('if-none-match') ?? undefined, etag)) {
      headers.delete('content-length')
      headers.delete('content-type')
      return { answer: new Response(null, { status: 304, headers }), ...(fresh && { fresh }) }
    }
  }
  const sent = await compressed(body, headers, request)
  return { answer: new Response(new Uint8Array(sent), { status: answer.status, headers }), ...(fresh && { fresh }) }
}

/** A fault in the one JSON form of the house. */
export function faultAsJson(status: number, headers: Headers, requestId: string): Response {
  headers.set('content-type', 'application/json; charset=utf-8')
  headers.delete('content-length')
  const because = { 400: 'bad-request', 401: 'not-signed-in', 403: 'not-allowed', 404: 'not-found', 503: 'busy' }[
    status
  ]
  const fallback = status < 500 ? 'refused' : 'our-fault'
  return new Response(JSON.stringify({ because: because ?? fallback, requestId }), { status, headers })
}

function isPlain(url: string): boolean {
  return !url.includes('?')
}

// A picture's bytes never change under their address and say themselves whether everyone may have them.
function isImmutable(headers: Headers): boolean {
  return /immutable/.test(headers.get('cache-control') ?? '')
}

function wantsJson(request: Request): boolean {
  const accept = request.headers.get('accept') ?? ''
  return accept.includes('application/json') && !accept.includes('text/html')
}

// What is the same for everybody: no request's id, no date, no length.
function keptHeaders(headers: Headers): Record<string, string> {
  const kept = Object.fromEntries(headers)
  for (const own of ['x-request-id', 'set-cookie', 'vary', 'etag', 'content-length', 'date']) delete kept[own]
  return kept
}

async function compressed(body: Buffer, headers: Headers, request: Request): Promise<Buffer> {
  headers.delete('content-length')
  if (body.length < worthCompressing || headers.has('content-encoding')) return body
  const [coding] = codingsOf(request.headers.get('accept-encoding') ?? undefined)
  if (coding === 'identity' || coding === undefined) return body
  headers.set('content-encoding', coding)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
  return coding === 'br' ? asBrotli(body, { params }) : asGzip(body, { level: 5 })
}
