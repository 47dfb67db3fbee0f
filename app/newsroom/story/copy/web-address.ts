// Which addresses a writer may link to; asked when copy comes in and again when it is printed.

const LONGEST = 2048
const WHITESPACE_OR_QUOTES = /[\s\\<>"`]/
const MAIL = /^mailto:[^@?&#/:]{1,120}@[^@?&#/:]{1,180}(\?subject=[^?&#]{1,200})?$/i

/**
 * The address when it is http, https, mailto or a path of our own (`/topics/x`), otherwise null. Addresses with a name
 * or password before the host are refused, because they exist to mislead.
 */
export function webAddress(address: unknown): string | null {
  if (typeof address !== 'string' || address === '' || address.length > LONGEST) return null
  if (WHITESPACE_OR_QUOTES.test(address)) return null
  if (address.startsWith('/')) return address.startsWith('//') ? null : address
  if (/^https?:\/\/[^/?#]/i.test(address)) return pointsAtHost(address) ? address : null
  return MAIL.test(address) ? address : null
}

/** The address when it is http or https and names a host, otherwise null. */
export function publicAddress(address: unknown): string | null {
  const safe = webAddress(address)
  return safe !== null && /^https?:/i.test(safe) ? safe : null
}

// Nearly every address has a plain host and needs no parser; the parser is asked about all others.
const PLAIN_HOST = /^https?:\/\/[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?(?::\d{1,5})?(?:[/?#]|$)/i

function pointsAtHost(address: string): boolean {
  if (PLAIN_HOST.test(address)) return true
  try {
    const url = new URL(address)
    return url.hostname !== '' && url.username === '' && url.password === ''
  } catch {
    return false
  }
}
