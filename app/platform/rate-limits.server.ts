// How often who may do what: a closed table of limits, kept in memory under keys that name nobody.
import { createHmac, randomBytes } from 'node:crypto'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

const minute = 60
const hour = 60 * minute
const day = 24 * hour

const table = {
  'sign-in-account-and-address': [5, 15 * minute],
  'sign-in-address': [30, 15 * minute],
  'mail-address': [5, hour],
  'join-address': [20, hour],
  submit: [20, day],
  upload: [60, hour],
  'upload-piece': [6000, hour],
  note: [60, hour],
  ticket: [10, day],
  report: [5, hour],
  newsletter: [20, hour],
  pitch: [10, day],
  'live-entry': [30, hour],
  search: [60, minute],
  save: [240, minute],
} as const satisfies Record<string, readonly [times: number, seconds: number]>

export type LimitKind = keyof typeof table

export type RateLimits = {
  /** Counts one use of `kind` by `key` (an account id, an address, or both joined). */
  take(kind: LimitKind, key: string): Promise<{ ok: true } | { ok: false; retryAfterSeconds: number }>
  /** Gives one use back: what was counted beforehand turned out to be no attempt to guess. */
  giveBack(kind: LimitKind, key: string): Promise<void>
}

/** Opens the counters of this process. `on: false` lets everything through. */
export function openRateLimits({ on }: { on: boolean }): RateLimits {
  const counters = new Map<LimitKind, RateLimiterMemory>()
  for (const [kind, [points, duration]] of Object.entries(table))
    counters.set(kind as LimitKind, new RateLimiterMemory({ keyPrefix: kind, points, duration }))
  const saltOf = dailySalt()
  const nameOf = (key: string) => createHmac('sha256', saltOf(Date.now())).update(key.toLowerCase()).digest('base64url')

  return {
    async take(kind, key) {
      const counter = counters.get(kind)
      if (!on || !counter) return { ok: true }
      try {
        await counter.consume(nameOf(key))
        return { ok: true }
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        return { ok: false, retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) }
      }
    },
    async giveBack(kind, key) {
      if (on) await counters.get(kind)?.reward(nameOf(key))
    },
  }
}

/** The address a request came from: the socket's, or what the proxy in front wrote when it is trusted. */
export function addressOf(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  trustProxy: boolean,
): string {
  // The proxy appends who it saw, so only the last entry is its own word.
  const seen = trustProxy ? forwardedFor?.split(',').at(-1)?.trim() : undefined
  return prefixOf(seen || socketAddress || 'unknown')
}

// A household or an attacker has a whole /64 of IPv6 addresses.
function prefixOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail?.split(':').filter(Boolean) ?? []
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  return [...before, ...zeros, ...after].slice(0, 4).join(':')
}

function dailySalt(): (nowMs: number) => Buffer {
  let ofDay = -1
  let salt = randomBytes(32)
  return (nowMs) => {
    const today = Math.floor(nowMs / (day * 1000))
    if (today !== ofDay) {
      ofDay = today
      salt = randomBytes(32)
    }
    return salt
  }
}
