// Knocks at a route's loader or action as Remix would, with a database of the test's own and a named person.
import type { ActionFunctionArgs, AppLoadContext } from '@remix-run/node'
import type { Person } from '#app/newsroom/people/person.ts'
import type { OpenDatabase } from '#db/client.ts'
import { type Cast, NOON } from '../../cast.ts'

export type Opener = (args: ActionFunctionArgs) => Promise<unknown>

export type Knock = {
  database: OpenDatabase
  cast: Cast
  who: Person | null
  params?: Record<string, string>
  now?: Date
}

/** Asks a loader. A thrown answer is given back like a returned one. */
export function get(loader: Opener, path: string, knock: Knock): Promise<unknown> {
  return ask(loader, new Request(`http://localhost:3000${path}`), knock)
}

/** Posts a form; repeated fields are lists. */
export function post(action: Opener, path: string, fields: Record<string, string | string[]>, knock: Knock) {
  const body = new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
  )
  return ask(action, new Request(`http://localhost:3000${path}`, { method: 'POST', body }), knock) as Promise<Response>
}

/** Posts JSON. */
export function postJson(action: Opener, path: string, body: unknown, knock: Knock) {
  const headers = { 'content-type': 'application/json' }
  const request = new Request(`http://localhost:3000${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  return ask(action, request, knock) as Promise<Response>
}

async function ask(opener: Opener, request: Request, { database, cast, who, params = {}, now = NOON }: Knock) {
  const context = {
    db: database.db,
    now,
    person: who,
    needsSecondFactor: false,
    press: cast.press,
    limits: { take: async () => ({ ok: true }) },
  } as unknown as AppLoadContext
  try {
    return await opener({ request, params, context })
  } catch (answer) {
    if (answer instanceof Response) return answer
    throw answer
  }
}
