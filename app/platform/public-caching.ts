// What caches in front of the house may do with public answers: RFC 9111, RFC 5861.
import type { Caching } from './kept-pages.server.ts'

const longestS = 60
const longestTakenBackS = 24 * 60 * 60
const staleS = 60

/**
 * Caches may give an answer for a minute, and for another while they ask for the new one. Where caches can be told to
 * forget (`purges`), for a day. Never over the instant at which something is published or ends: both times end before it.
 */
export function publicCaching({ purges }: { purges: boolean }): Caching {
  const longest = purges ? longestTakenBackS : longestS
  return (now, nextChange) => {
    const left = nextChange === null ? Number.POSITIVE_INFINITY : Math.max(0, Math.floor((nextChange - now) / 1000))
    const shared = Math.min(longest, left)
    const stale = Math.min(staleS, left - shared)
    const may = `public, max-age=0, s-maxage=${shared}`
    return stale > 0 ? `${may}, stale-while-revalidate=${stale}` : may
  }
}
