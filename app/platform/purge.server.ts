// Tells a cache in front to forget parts of the paper, in the words of the three kinds that are in wide use.
import type { Settings } from './env.server.ts'

const longestMs = 10_000

/** A cache in front: how an answer names its parts to it, and how it is told to forget some. */
export type FrontCache = {
  /** The header that names an answer's keys, written as this cache reads it. */
  tag: (keys: readonly string[]) => [name: string, value: string]
  /** Throws where the cache did not take it. */
  forget: (keys: readonly string[]) => Promise<void>
}

type Kind = {
  tag: FrontCache['tag']
  most: number
  order: (keys: readonly string[], token: string) => RequestInit
}

const kinds: Record<NonNullable<Settings['purge']>['kind'], Kind> = {
  // Fastly, "Purge by surrogate key": POST /service/ID/purge, at most 256 keys.
  fastly: {
    tag: (keys) => ['surrogate-key', keys.join(' ')],
    most: 256,
    order: (keys, token) => ({
      method: 'POST',
      headers: { 'fastly-key': token, 'content-type': 'application/json' },
      body: JSON.stringify({ surrogate_keys: keys }),
    }),
  },
  // Cloudflare, "Purge cached content by tag": POST /zones/ID/purge_cache, at most 30 tags.
  cloudflare: {
    tag: (keys) => ['cache-tag', keys.join(',')],
    most: 30,
    order: (keys, token) => ({
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ tags: keys }),
    }),
  },
  // Varnish with the module xkey; the lines its configuration needs are in docs/RUNNING.md.
  varnish: {
    tag: (keys) => ['xkey', keys.join(' ')],
    most: 100,
    order: (keys, token) => ({
      method: 'PURGE',
      headers: { 'xkey-purge': keys.join(' '), ...(token && { authorization: `Bearer ${token}` }) },
    }),
  },
}

/** The cache that the settings name; null: nobody stands in front who could be told. */
export function frontCache(purge: Settings['purge']): FrontCache | null {
  if (purge === null) return null
  const { tag, most, order } = kinds[purge.kind]
  return {
    tag,
    async forget(keys) {
      for (let from = 0; from < keys.length; from += most) {
        const some = keys.slice(from, from + most)
        const answer = await fetch(purge.url, {
          ...order(some, purge.token),
          redirect: 'error',
          signal: AbortSignal.timeout(longestMs),
        })
        await answer.arrayBuffer()
        if (!answer.ok) throw new Error(`the cache in front answered ${answer.status}`)
      }
    },
  }
}
