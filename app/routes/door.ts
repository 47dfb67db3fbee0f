// The lock on every loader and action: nothing runs before the room's rule was asked.
import { type ActionFunctionArgs, type AppLoadContext, json, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { mayEnter, type Person, type Room } from '#app/newsroom/people/person.ts'
import type { LimitKind } from '#app/platform/rate-limits.server.ts'
import { DatabaseBusy } from '#db/errors.ts'

type Args = LoaderFunctionArgs | ActionFunctionArgs
type PersonIn<R extends Room> = R extends 'public' ? Person | null : Person
type Work<R extends Room, T> = (args: Args & { person: PersonIn<R>; field: (name: string) => string }) => Promise<T> | T

/** Loaders and actions made by `door` carry this mark; a test finds those without it. */
export const lockOf = new WeakMap<object, Room>()

/**
 * Makes a loader or an action that opens for the right people only.
 * Not signed in: a page is sent to sign-in and comes back, anything else answers 401. Signed in without the right: 403.
 * `field(name)` gives a path parameter as a string ('' when there is none).
 */
export function door<R extends Room, T>(room: R, work: Work<R, T>) {
  async function opened(args: Args): Promise<T> {
    const { context, request, params } = args
    const { person } = context
    if (room !== 'public' && !person) throw askToSignIn(request)
    if (!mayEnter(person, room)) throw json({ because: 'not-allowed' }, { status: 403 })
    if ((room === 'desk' || room === 'admin') && context.needsSecondFactor)
      throw redirect('/account/security?need=two-step')
    try {
      return await work({ ...args, person: person as PersonIn<R>, field: (name) => params[name] ?? '' })
    } catch (error) {
      if (error instanceof DatabaseBusy)
        throw json({ because: 'busy' }, { status: 503, headers: { 'retry-after': '2' } })
      throw error
    }
  }
  lockOf.set(opened, room)
  return opened
}

/** The answer where even existence is secret, and where there is nothing. */
export function notFound(): Response {
  return json({ because: 'not-found' }, { status: 404 })
}

function askToSignIn(request: Request): Response {
  const isLook = request.method === 'GET' || request.method === 'HEAD'
  const wantsPage = isLook && !(request.headers.get('accept') ?? '').includes('application/json')
  if (!wantsPage) return json({ because: 'not-signed-in' }, { status: 401 })
  const url = new URL(request.url)
  url.searchParams.delete('_data') // Remix's own, when a script asked for the data of a page
  return redirect(`/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`)
}

/** Counts one try; throws a 429 page that says how long to wait when there were too many. */
export async function countTry({ limits }: AppLoadContext, kind: LimitKind, key: string): Promise<void> {
  const taken = await limits.take(kind, key)
  if (taken.ok) return
  const { retryAfterSeconds } = taken
  throw json(
    { because: 'too-many', retryAfterSeconds },
    { status: 429, headers: { 'retry-after': String(retryAfterSeconds) } },
  )
}
