// Counts how often a story's page is asked for, in memory; the clock takes the counts away in batches.
import { isbot } from 'isbot'

export type ReadCounter = ReturnType<typeof openReadCounter>

type Asked = { method?: string | undefined; url?: string | undefined; headers: Headers }
type Headers = { 'user-agent'?: string | undefined; purpose?: unknown; 'sec-purpose'?: unknown }

const place = '/stories/'
const mostAgents = 2_000

/**
 * Opens the counter. `count` is handed requests that were answered with a story's page; it leaves out HEAD, robots and
 * what a browser fetches ahead. Nothing of who asks is kept. `take` gives what was counted (slug → reads) and begins
 * anew; `giveBack` returns what could not be written.
 */
export function openReadCounter() {
  let counts = new Map<string, number>()
  // Asking the list of robots costs more than the rest of a kept answer, so each name is asked once.
  const robots = new Map<string, boolean>()

  function isRobot(agent: string | undefined): boolean {
    if (!agent) return true
    const known = robots.get(agent)
    if (known !== undefined) return known
    const answer = isbot(agent)
    if (robots.size >= mostAgents) robots.clear() // the name comes from outside: not without a bound
    robots.set(agent, answer)
    return answer
  }

  return {
    count({ method, url = '', headers }: Asked): void {
      if (method !== 'GET' || !url.startsWith(place)) return
      if (headers.purpose !== undefined || headers['sec-purpose'] !== undefined) return
      const query = url.indexOf('?')
      const slug = query < 0 ? url.slice(place.length) : url.slice(place.length, query)
      if (slug === '' || slug.includes('/') || isRobot(headers['user-agent'])) return
      counts.set(slug, (counts.get(slug) ?? 0) + 1)
    },
    take(): ReadonlyMap<string, number> {
      const taken = counts
      counts = new Map()
      return taken
    },
    giveBack(taken: ReadonlyMap<string, number>): void {
      for (const [slug, reads] of taken) counts.set(slug, (counts.get(slug) ?? 0) + reads)
    },
  }
}
