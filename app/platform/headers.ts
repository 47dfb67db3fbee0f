// The security headers of every answer, and the fixed ones of pages that carry no script.

const permissions = 'camera=(self), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()'

// The players that a reader may open inside a story (newsroom/story/copy/embed-services.ts); nothing else stands in a frame.
const players = 'https://www.youtube-nocookie.com https://player.vimeo.com'

/**
 * The Content-Security-Policy of a page; `nonce` null: no script at all, or with `ownFiles` those of our files alone, for
 * pages that are the same for everybody. `sheets`: the sources of the style sheets that stand in the page. Development lets
 * Vite's own scripts in.
 */
export function contentPolicy(
  nonce: string | null,
  { development = false, ownFiles = false, sheets = [] as readonly string[] } = {},
): string {
  const still = ownFiles ? "'self'" : "'none'"
  const script = development ? "'self' 'unsafe-inline'" : nonce ? `'self' 'nonce-${nonce}'` : still
  const style = development ? ["'unsafe-inline'"] : [...sheets, ...(nonce ? [`'nonce-${nonce}'`] : [])]
  return [
    "default-src 'self'",
    `script-src ${script}`,
    ["style-src 'self'", ...style].join(' '),
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "worker-src 'self'",
    `frame-src 'self' ${players}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/**
 * Headers of a document that is only looked at, such as a letter with its inline styles: it may run nothing, send nothing
 * and fetch nothing, whatever it holds, and stands in frames of this site alone.
 */
export const sandboxed = {
  'content-security-policy':
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'self'",
  'x-frame-options': 'SAMEORIGIN',
} as const

/**
 * Makes a browser forget what it keeps of this site beside its cookies: words, kept pages, the worker that keeps them.
 * The cache goes too, because it holds the pictures of drafts. Browsers obey on https and on this machine only.
 */
export const wipesTheDevice = { 'clear-site-data': '"cache", "storage"' } as const

/** The other security headers, the same on every answer. `https`: the site's address is an https one. */
export function securityHeaders({ https }: { https: boolean }): Record<string, string> {
  return {
    ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-permitted-cross-domain-policies': 'none',
    'permissions-policy': permissions,
  }
}
