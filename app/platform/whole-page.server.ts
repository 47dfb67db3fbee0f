// A page on its way from the framework to who finishes it, as the string it was made as.

const pages = new WeakMap<Response, string>()

/** An answer with a page of HTML. */
export function wholePage(html: string, status: number, headers: Headers): Response {
  headers.set('content-type', 'text/html; charset=utf-8')
  const answer = new Response(html, { status, headers })
  pages.set(answer, html)
  return answer
}

/** The page in an answer that was made here; undefined for any other. To ask for its stream costs more than to render a part of it. */
export function pageIn(answer: Response): string | undefined {
  return pages.get(answer)
}
