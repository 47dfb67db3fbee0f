// The front guard: refuses what no honest browser sends before any other code sees the request.

/** What of a request the guard looks at; header names are lower case, as Node gives them. */
export type Arrival = { method: string; url: string; headers: Record<string, string | string[] | undefined> }

export type GuardRefusal = { status: 400 | 403 | 405 | 411 | 413 | 415 | 421; because: string; allow?: string }

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']
/** The one address that takes PATCH, and raw bytes with it. */
const pieces = /^\/pictures\/uploads\/[a-z0-9]+$/
/** Mail programs' servers leave the newsletter for their readers (RFC 8058): from nowhere, with a token that opens only this. */
const oneClick = '/newsletter/leave'
const KB = 1024
const limits: [path: RegExp, method: RegExp, bytes: number][] = [
  [/^\/pictures$/, /^POST$/, 15 * KB * KB],
  [/^\/my\/stories\/[^/]+\/photos\/new$/, /^POST$/, 15 * KB * KB],
  [/^\/(my\/live\/[^/]+|desk\/topics\/[^/]+\/live)\/[^/]+\/photo$/, /^POST$/, 15 * KB * KB],
  [pieces, /^PATCH$/, KB * KB],
  [/^\/my\/stories\/[^/]+\/draft$/, /^(PUT|POST)$/, KB * KB],
  [/^\/my\/stories\/[^/]+$/, /^POST$/, KB * KB],
  [/^\/desk\/stories\/[^/]+\/(draft|edit)$/, /^(PUT|POST)$/, KB * KB],
]
const otherBytes = 64 * KB
const forms = /^(application\/x-www-form-urlencoded|application\/json)(\s*;|$)|^multipart\/form-data\s*;\s*boundary=/i
const files = /^(image\/[a-z0-9.+-]+|application\/octet-stream)(\s*;|$)/i

/** Makes the guard of the site at `siteUrl`; on a `local` site every name of this machine is the site. */
export function frontGuard({ siteUrl, local }: { siteUrl: string; local: boolean }) {
  const site = new URL(siteUrl)
  const port = site.port ? `:${site.port}` : ''
  const hosts = local ? ['localhost', '127.0.0.1', '[::1]'].map((name) => name + port) : [site.host]

  function knowsHost(host: string | undefined): boolean {
    return host !== undefined && hosts.includes(host.toLowerCase())
  }

  function refusal(arrival: Arrival): GuardRefusal | null {
    const { method, url, headers } = arrival
    if (!methods.includes(method)) return { status: 405, because: 'method not allowed', allow: methods.join(', ') }
    if (!isPlainPath(url)) return { status: 400, because: 'bad address' }
    if (method === 'PATCH' && !pieces.test(pathOf(url)))
      return { status: 405, because: 'method not allowed', allow: methods.filter((one) => one !== 'PATCH').join(', ') }
    const host = headers.host
    if (typeof host !== 'string' || !knowsHost(host)) return { status: 421, because: 'unknown host' }
    delete headers['x-forwarded-host']
    if (method === 'GET' || method === 'HEAD')
      return hasBody(headers) ? { status: 400, because: 'no body expected' } : null
    const origin = `${site.protocol}//${host.toLowerCase()}`
    const asked = method === 'POST' && pathOf(url) === oneClick && saysNothing(headers)
    if (!asked && !isFromHere(headers, origin)) return { status: 403, because: 'cross-site request refused' }
    return bodyRefusal(method, pathOf(url), headers)
  }

  return {
    knowsHost,
    /** Null when the request may go on; else the answer. Drops X-Forwarded-Host, which frameworks trust. */
    refusal,
  }
}

/** Does a body come along? */
export function hasBody(headers: Arrival['headers']): boolean {
  if (headers['transfer-encoding'] !== undefined) return true
  return headers['content-length'] !== undefined && headers['content-length'] !== '0'
}

/** How many bytes a body may have at this address. */
export function mostBytes(method: string, path: string): number {
  return limits.find(([where, how]) => where.test(path) && how.test(method))?.[2] ?? otherBytes
}

function bodyRefusal(method: string, path: string, headers: Arrival['headers']): GuardRefusal | null {
  // Without a length the cap could only be found out by reading.
  if (headers['transfer-encoding'] !== undefined) return { status: 411, because: 'length required' }
  const length = headers['content-length'] ?? '0'
  if (typeof length !== 'string' || !/^\d{1,12}$/.test(length)) return { status: 400, because: 'bad length' }
  if (Number(length) > mostBytes(method, path)) return { status: 413, because: 'too large' }
  const type = headers['content-type'] ?? ''
  const known = typeof type === 'string' && (forms.test(type) || (takesFiles(method, path) && files.test(type)))
  if (Number(length) > 0 && !known) return { status: 415, because: 'unsupported media type' }
  return null
}

function takesFiles(method: string, path: string): boolean {
  return path === '/pictures' || (method === 'PATCH' && pieces.test(path))
}

// Browsers say where a request comes from in one of two headers. Who says nothing is refused.
function isFromHere(headers: Arrival['headers'], origin: string): boolean {
  const { origin: from, 'sec-fetch-site': relation } = headers
  if (from !== undefined && from !== origin) return false
  return relation === undefined ? from === origin : relation === 'same-origin'
}

function saysNothing(headers: Arrival['headers']): boolean {
  return headers.origin === undefined && headers['sec-fetch-site'] === undefined
}

function isPlainPath(url: string): boolean {
  if (!url.startsWith('/') || url.startsWith('//') || url.length > 8192) return false
  if (/[^!-~]|\\/.test(url)) return false
  try {
    // Behind the ? stands what somebody typed: what cannot be read of it becomes a replacement character, as in a form.
    return !/[\\\p{Cc}]/u.test(decodeURIComponent(pathOf(url)))
  } catch {
    return false
  }
}

function pathOf(url: string): string {
  const end = url.search(/[?#]/)
  return end < 0 ? url : url.slice(0, end)
}
