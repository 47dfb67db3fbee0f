// The answer of everything on the wire: kept for everybody until the press says otherwise.

/** 200 with the headers that let the page memory and caches keep it; `type` is the full content type. */
export function keptAnswer(body: string, type: string): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'cache-control': 'public, max-age=0, s-maxage=60, stale-while-revalidate=600',
      'x-keep': '1',
    },
  })
}

export const rssType = 'application/rss+xml; charset=utf-8'
