// Links that follow their readers, hide where they lead, or lead to where no reader can go.
import type { Finding, Prose } from './house-checks.ts'
import { type Passage, placeIn, shown } from './prose.ts'

/** Names of parameters by which a reader is followed: of advertising networks, mailings and social sites. */
const TRACKERS =
  /^(utm_\w+|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|twclid|ttclid|yclid|_openstat|igshid|igsh|mc_[ce]id|mkt_tok|_hs(enc|mi)|vero_id|oly_(anon|enc)_id|wickedid|s_cid|spm|si|ref_src|ref_url|__twitter_impression|fb_(action|source|ref)\w*|ga_\w+|pk_\w+|mtm_\w+|at_(medium|campaign|custom\d))$/i
/** `si` and `spm` are only a follower's mark on these sites; elsewhere they may say which page is meant. */
const ONLY_ON: Readonly<Record<string, RegExp>> = {
  si: /(^|\.)(youtube\.com|youtu\.be|spotify\.com)$/,
  spm: /(^|\.)(aliexpress\.\w+|alibaba\.com|taobao\.com)$/,
}

const SHORTENERS = new Set(
  'bit.ly t.co goo.gl tinyurl.com ow.ly is.gd v.gd buff.ly cutt.ly rb.gy lnkd.in t.ly shorturl.at fb.me dlvr.it trib.al bitly.com rebrand.ly tiny.cc shorte.st adf.ly s.id soo.gd clck.ru u.to qr.ae'.split(
    ' ',
  ),
)

/** Links with a part that follows readers; `mend` is the address without it. */
export function trackingLinks({ passages }: Prose): Finding[] {
  return eachLink(passages, 'link-tracks', (url, href) => {
    const mend = withoutTrackers(href, url.hostname)
    return mend === href ? null : { mend }
  })
}

/** Links by a service that hides the real address. */
export function shortenedLinks({ passages }: Prose): Finding[] {
  return eachLink(passages, 'link-shortened', ({ hostname }) =>
    SHORTENERS.has(hostname.replace(/^www\./, '')) ? {} : null,
  )
}

/** Links into somebody's own network or computer. */
export function privateLinks({ passages }: Prose): Finding[] {
  return eachLink(passages, 'link-private', ({ hostname }) => (isPrivate(hostname) ? {} : null))
}

/** The address without the parameters by which readers are followed; everything else stays as it was written. */
export function withoutTrackers(href: string, hostname: string): string {
  const [, address = href, query = '', fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(href) ?? []
  const parts = query.split('&')
  const kept = parts.filter((part) => !follows(part.split('=')[0] ?? '', hostname))
  if (kept.length === parts.length) return href
  return address + (kept.length ? `?${kept.join('&')}` : '') + fragment
}

function follows(name: string, hostname: string): boolean {
  return TRACKERS.test(name) && (ONLY_ON[name.toLowerCase()]?.test(hostname) ?? true)
}

function eachLink(
  passages: readonly Passage[],
  code: Finding['code'],
  look: (url: URL, href: string) => { mend?: string } | null,
): Finding[] {
  return passages.flatMap((passage) =>
    passage.links.flatMap(({ from, to, href }) => {
      const url = webAddress(href)
      const found = url && look(url, href)
      return found ? [{ code, at: placeIn(passage, from, to), words: shown(href), ...found }] : []
    }),
  )
}

function webAddress(href: string): URL | null {
  if (!/^https?:/i.test(href)) return null
  try {
    return new URL(href)
  } catch {
    return null // checked addresses are readable; an old one may not be
  }
}

function isPrivate(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (/^(localhost|0\.0\.0\.0|::1)$|\.(local|localhost|internal|lan|home|intranet|test)$/.test(host)) return true
  if (host.includes(':')) return /^(f[cd]|fe80)/.test(host)
  return (
    /^(127|10)\.\d+\.\d+\.\d+$|^192\.168\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\.\d+\.\d+$/.test(host) ||
    !host.includes('.')
  )
}
