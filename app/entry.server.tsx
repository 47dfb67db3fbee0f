// Renders whole pages on the server, and hands the launcher the HTTP server out of the same module graph.
import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { wholePage } from '#app/platform/whole-page.server.ts'
import { NonceContext } from '#app/ui/page/nonce-context.ts'
import { WordsContext } from '#app/ui/page/words-context.ts'
import { type Words, wordsFor } from '#app/words/words.ts'

// Server, routes and database are one module graph, in development and in production.
export { readSettings } from '#app/platform/env.server.ts'
export { createServer } from '#app/server.ts'

/** One page as one string. What cannot be rendered throws, and Remix asks again for the page that says so. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  keepRetryAfter(headers, remix)
  const data = sendsJson(request) ? answerOf(remix) : undefined
  if (data !== undefined) {
    headers.set('content-type', 'application/json; charset=utf-8')
    return new Response(JSON.stringify(data), { status, headers })
  }
  const words = wordsOf(remix, context)
  const rendered = render(request, remix, context, words)
  const refused = status === 422 || (status >= 400 && remix.staticHandlerContext.actionData !== null)
  return wholePage(refused ? withErrorInTitle(rendered, words.errors.inTitle) : rendered, status, headers)
}

// Who sends JSON is answered in JSON, also where the same address has a page for people.
function sendsJson(request: Request): boolean {
  return request.method !== 'GET' && (request.headers.get('content-type') ?? '').includes('application/json')
}

function answerOf({ staticHandlerContext: { actionData, errors } }: EntryContext): unknown {
  const [error] = Object.values(errors ?? {})
  if (error !== undefined) return isRouteErrorResponse(error) ? error.data : undefined
  return Object.values(actionData ?? {})[0]
}

// A thrown answer's headers do not reach the page of its error by themselves; this one has to.
function keepRetryAfter(headers: Headers, { staticHandlerContext: { actionHeaders, loaderHeaders } }: EntryContext) {
  for (const own of [...Object.values(actionHeaders), ...Object.values(loaderHeaders)]) {
    const seconds = own.get('retry-after')
    if (seconds) headers.set('retry-after', seconds)
  }
}

// A form that comes back says so first in the title, for people who hear pages (`meta` cannot know of the action's answer).
// A page that hydrates is left alone: its script would find another title than it drew.
function withErrorInTitle(html: string, mark: string): string {
  const isMarked = html.includes('__remixContext') || html.includes(`<title>${mark}`)
  return isMarked ? html : html.replace('<title>', `<title>${mark}`)
}

// Pages for readers are in the outlet's language whoever looks; all others in that of the one who looks.
function wordsOf({ staticHandlerContext: { matches, loaderData } }: EntryContext, { person }: AppLoadContext): Words {
  const root = loaderData.root as { outletLanguage: string; screenLanguage: string } | undefined
  const isForReaders = matches.some(({ route }) => /^routes\/(reader\/|nowhere$)/.test(route.id))
  return wordsFor((isForReaders ? root?.outletLanguage : root?.screenLanguage) ?? person?.language ?? 'en')
}

/** Logs what was nobody's request fault. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  const { log } = context as unknown as AppLoadContext
  log.error({ err: error }, 'request failed')
}

// In one go: reader pages have no script that could fill late content in, and whole pages can be kept.
function render(request: Request, remix: EntryContext, { nonce }: AppLoadContext, words: Words): string {
  return `<!DOCTYPE html>${renderToString(
    <NonceContext.Provider value={nonce}>
      <WordsContext.Provider value={words}>
        <RemixServer context={remix} url={request.url} nonce={nonce} />
      </WordsContext.Provider>
    </NonceContext.Provider>,
  )}`
}
