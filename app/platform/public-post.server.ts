// Sends to addresses that an admin set, and to nowhere inside: the address is looked at when the line is opened.
import { type LookupAddress, lookup } from 'node:dns'
import { request } from 'node:https'
import { BlockList, isIP } from 'node:net'

const longestMs = 10_000

/** The whole message; `url` is an https address. */
export type PublicPost = { url: string; type: string; body: string }

/**
 * Posts and gives the status. Throws when the address is not https, leads to this machine or a private network, answers
 * too late, or not at all. Redirects are not followed: they would lead somewhere nobody looked at.
 */
export function postToPublic({ url, type, body }: PublicPost): Promise<number> {
  const target = new URL(url)
  if (target.protocol !== 'https:') return Promise.reject(new Error('only https addresses are sent to'))
  const literal = target.hostname.replace(/^\[|\]$/g, '')
  if (isIP(literal) && !isPublicAddress(literal)) return Promise.reject(notPublic())
  return new Promise((resolve, reject) => {
    const sent = request(target, {
      method: 'POST',
      headers: { 'content-type': type, 'content-length': Buffer.byteLength(body), 'user-agent': 'Copydesk' },
      lookup: publicLookup,
      timeout: longestMs,
      signal: AbortSignal.timeout(longestMs),
    })
    sent.on('response', (answer) => {
      answer.resume() // what it says is nobody's concern
      answer.on('end', () => resolve(answer.statusCode ?? 0))
      answer.on('error', reject)
    })
    sent.on('timeout', () => sent.destroy(new Error('no answer in time')))
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Is this an address of the open internet? Private, local, shared, documentation and multicast ranges are not. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 0) return false
  // An IPv4 address in IPv6 clothes is judged by what it leads to.
  const inside = /^::(?:ffff:(?:0:)?)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (inside !== undefined) return isPublicAddress(inside)
  return !closed.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

type Found = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void

// The very addresses that were looked at are connected to: a name cannot change its mind in between.
function publicLookup(host: string, options: { all?: boolean | undefined }, found: Found) {
  lookup(host, { all: true }, (error, addresses) => {
    if (error) return found(error, '', 0)
    const [first] = addresses
    if (!first || addresses.some(({ address }) => !isPublicAddress(address))) return found(notPublic(), '', 0)
    if (options.all) return found(null, addresses)
    found(null, first.address, first.family)
  })
}

function notPublic(): Error {
  return new Error('the address is not one of the open internet')
}

// RFC 6890 and what it lists: ranges that no public site stands in.
const closed = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  closed.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 96], // unspecified, loopback, and IPv4 in an old form
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  closed.addSubnet(net, bits, 'ipv6')
