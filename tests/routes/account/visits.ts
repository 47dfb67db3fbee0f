// Visits to routes as the server makes them: a request with its cookie and address, and the answer, thrown or given.
import type { AppLoadContext } from '@remix-run/node'
import { pino } from 'pino'
import { readSettings, type Settings } from '#app/platform/env.server.ts'
import { openRateLimits } from '#app/platform/rate-limits.server.ts'
import { makeSeal } from '#app/platform/seal.server.ts'
import { openSessions } from '#app/platform/session.server.ts'
import { people } from '#db/schema/people.ts'
import { castOf, NOON } from '../../cast.ts'
import { GOOD_PASSWORD, secrets } from '../../newsroom/people/mailbox.ts'
import { freshDatabase } from '../../newsroom.ts'

export const SITE = 'http://localhost:3000'

type RouteFunction = (args: never) => unknown
export type Visit = {
  form?: Record<string, string>
  /** Posted as JSON instead. */
  json?: Record<string, string>
  cookie?: string
  address?: string
  now?: Date
  params?: Record<string, string>
}
export type Answer = { status: number; location: string; cookie: string; headers: [string, string][]; data: unknown }

/** A house with its cast; everybody's password is GOOD_PASSWORD. */
export async function openHouse({ local = true } = {}) {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  const passwordHash = await secrets.hashPassword(GOOD_PASSWORD)
  await db.transaction(async (tx) => {
    await tx.update(people).set({ passwordHash })
  })
  const settings = settingsOf(local)
  const sessions = openSessions(db, { secure: false, local })
  const limits = openRateLimits({ on: true })

  /** Runs a loader or an action. */
  async function visit(route: RouteFunction, path: string, about: Visit = {}): Promise<Answer> {
    const { form, json, cookie = '', address = '192.0.2.1', now = NOON, params = {} } = about
    const headers = new Headers(cookie ? { cookie } : {})
    if (json) headers.set('content-type', 'application/json')
    const body = json ? JSON.stringify(json) : form ? new URLSearchParams(form) : null
    const posted = body === null ? {} : { method: 'POST', body }
    const request = new Request(SITE + path, { headers, ...posted })
    const { person, needsSecondFactor } = await sessions.read(request, now)
    const own = { db, now, person, needsSecondFactor, settings, sessions, limits, address }
    const context = { ...own, nonce: '', requestId: 'test', log: pino({ level: 'silent' }), press: cast.press }
    return answerOf(() => route({ request, params, context: context as unknown as AppLoadContext } as never))
  }

  /** Starts a session and gives its cookie. */
  async function cookieOf(personId: number, options: { secondFactor?: boolean } = {}, now = NOON): Promise<string> {
    return firstPair(await sessions.start(personId, now, options))
  }

  return { db, cast, visit, cookieOf, secrets: { ...secrets, ...makeSeal(settings.secretKey, 'people') } }
}

export type House = Awaited<ReturnType<typeof openHouse>>

function settingsOf(local: boolean): Settings {
  const read = readSettings({
    SITE_URL: local ? SITE : 'https://news.example.org',
    SECRET_KEY: 's'.repeat(40),
    DATA_DIR: '/tmp',
  })
  if (!read.ok) throw new Error(read.faults.join(' '))
  return read.settings
}

async function answerOf(run: () => unknown): Promise<Answer> {
  let answer: unknown
  try {
    answer = await run()
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown
    answer = thrown
  }
  if (!(answer instanceof Response)) return { status: 200, location: '', cookie: '', headers: [], data: answer }
  const body = await answer.text()
  return {
    status: answer.status,
    location: answer.headers.get('location') ?? '',
    cookie: firstPair(answer.headers.get('set-cookie') ?? ''),
    headers: [...answer.headers],
    data: body ? JSON.parse(body) : null,
  }
}

function firstPair(setCookie: string): string {
  return setCookie.split(';')[0] ?? ''
}
