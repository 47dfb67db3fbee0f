// Where a person may be sent on the word of a query parameter: only to a path of this site.

/** `to` when it is a plain path of this site, else `fallback`. Never gives `//…`, another origin or control characters. */
export function safeRedirect(to: unknown, fallback: string): string {
  if (typeof to !== 'string' || to.length > 2000 || !to.startsWith('/')) return fallback
  if (/[^!-~]|\\/.test(to)) return fallback
  if (!URL.canParse(to, base)) return fallback
  const url = new URL(to, base)
  // Normalising may bring forth what was not written: `/..//evil.example` becomes `//evil.example`.
  if (url.origin !== base || url.pathname.startsWith('//')) return fallback
  return url.pathname + url.search + url.hash
}

const base = 'http://this.site'
