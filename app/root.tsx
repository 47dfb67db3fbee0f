// The frame of every page: language, head, styles; script only where a route asks for it.
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { putReasons } from '#app/newsroom/desk/desk-reasons.server.ts'
import { unseenNotices } from '#app/newsroom/letters/notices.server.ts'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import { door } from '#app/routes/door.ts'
import { screenWords } from '#app/routes/screen-words.ts'
import { useNonce } from '#app/ui/page/nonce-context.ts'
import { PlainPage } from '#app/ui/page/plain-page.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import workspaceCss from '#app/ui/styles/workspace.css?url'
import { isRightToLeft } from '#app/words/languages.ts'

export const loader = door('public', async ({ request, context, person }) => {
  const words = await screenWords({ request, context })
  const { language, timeZone, name, shortName } = await outletOf(context.db)
  return {
    outletLanguage: language,
    screenLanguage: words.language,
    unseen: person ? await unseenNotices(context.db, person, context.now) : 0,
    // What the desk put down about reasons is told to those who get decisions and those who make them.
    reasons: person ? await putReasons(context.db) : [],
    veiledTitle: person?.safetyMode ? words.account.safety.pageTitle : '',
    timeZone,
    outletName: name,
    shortName: shortName || name,
    now: context.now.toISOString(),
    requestId: context.requestId,
  }
})

export const links = () => [{ rel: 'icon', type: 'image/svg+xml', href: '/icon.svg' }]

export default function Root() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  )
}

/** What a person sees when a page cannot be shown: what happened, what to do, and a number to give to support. */
export function ErrorBoundary() {
  const error = useRouteError()
  const { errors } = useWords()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const said = errors.pages[status] ?? errors.pages[status < 500 ? 400 : 500]
  const requestId = useNumberToGive(error)
  const way = status === 401 ? { href: '/sign-in', label: errors.toSignIn } : { href: '/', label: errors.toFrontPage }
  return (
    <Frame title={said?.title}>
      <PlainPage title={said?.title ?? ''} lead={said?.text} beside={<a href={way.href}>{way.label}</a>}>
        {waitOf(error) > 0 && <p>{errors.waitSeconds(waitOf(error))}</p>}
        {status >= 500 && requestId && (
          <p>
            {errors.requestId} <code>{requestId}</code>
          </p>
        )}
      </PlainPage>
    </Frame>
  )
}

function Frame({ title, children }: { title?: string; children: ReactNode }) {
  const nonce = useNonce()
  const { language } = useWords()
  const isError = title !== undefined
  const hydrates = useMatches().some(({ handle }) => asksForScript(handle)) && !isError
  return (
    <html lang={language} dir={isRightToLeft(language) ? 'rtl' : 'ltr'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {isError ? <title>{title}</title> : <Meta />}
        {isError && <meta name="robots" content="noindex" />}
        <Links />
        {isError && <link rel="stylesheet" href={workspaceCss} />}
      </head>
      <body>
        {children}
        {hydrates && <Scripts nonce={nonce} />}
      </body>
    </html>
  )
}

function asksForScript(handle: unknown): boolean {
  return typeof handle === 'object' && handle !== null && 'hydrate' in handle && handle.hydrate === true
}

// On the server the answer's context is at hand only through the loader, which may be what failed.
function useNumberToGive(error: unknown): string {
  const data = useRouteLoaderData<typeof loader>('root')
  const told = isRouteErrorResponse(error) ? fieldOf(error.data, 'requestId') : undefined
  return typeof told === 'string' ? told : (data?.requestId ?? '')
}

function waitOf(error: unknown): number {
  const seconds = isRouteErrorResponse(error) ? fieldOf(error.data, 'retryAfterSeconds') : 0
  return typeof seconds === 'number' ? seconds : 0
}

function fieldOf(data: unknown, name: string): unknown {
  return typeof data === 'object' && data !== null ? Reflect.get(data, name) : undefined
}
