// News that many open pages wait for, asked of the data once for all of them.

export type SharedNews<News> = {
  /** The news under this key as it was last asked, null when there are none; asks first where nobody has yet. */
  newsOf(key: string): Promise<News | null>
  /** Asks the data and gives a text that changes with any of the news: what a stream's watch calls at each tick. */
  mark(): Promise<string>
}

/** `ask` gives everything there is to tell, by key. What it gives grows old after `freshForMs` without a watch. */
export function openSharedNews<News>(
  ask: () => Promise<Map<string, News>>,
  { freshForMs = 2_000, clock = Date.now }: { freshForMs?: number; clock?: () => number } = {},
): SharedNews<News> {
  let known = new Map<string, News>()
  let askedAt = Number.NEGATIVE_INFINITY
  let asking: Promise<void> | null = null

  function again(): Promise<void> {
    // Who comes while the question is under way waits for its answer: a thousand pages ask once.
    asking ??= ask()
      .then((news) => {
        known = news
        askedAt = clock()
      })
      .finally(() => {
        asking = null
      })
    return asking
  }

  return {
    async newsOf(key) {
      if (clock() - askedAt > freshForMs) await again()
      return known.get(key) ?? null
    },
    async mark() {
      await again()
      return JSON.stringify([...known])
    },
  }
}
