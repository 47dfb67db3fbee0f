// The answer of everything on the wire: kept for everybody until the press says otherwise.

/**
 * 200 with the headers that let the page memory and caches keep it; `type` is the full content type.
 * Very long answers are made anew each time: memory is for what many ask for.
 */
export function keptAnswer(body: string, type: string): Response {
  const headers = new Headers({ 'content-type': type, 'cache-control': publicCaching })
  if (body.length < mostKept) headers.set('x-keep', '1')
  return new Response(body, { headers })
}

/** What a cache in front may do with an answer that is the same for everybody. */
export const publicCaching = 'public, max-age=0, s-maxage=60, stale-while-revalidate=600'

const mostKept = 1_000_000

export const xmlType = 'application/xml; charset=utf-8'
export const textType = 'text/plain; charset=utf-8'
