// Opens contributor routes as Remix would: a database of the test's own, a named person, real pictures in memory.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ActionFunctionArgs, AppLoadContext } from '@remix-run/node'
import type { Person } from '#app/newsroom/people/person.ts'
import type { PictureStore } from '#app/newsroom/pictures/picture-store.ts'
import { openOriginals } from '#app/platform/originals.server.ts'
import { openPictureSizer } from '#app/platform/picture-sizes.server.ts'
import { openRateLimits } from '#app/platform/rate-limits.server.ts'
import { openUploadFiles } from '#app/platform/upload-files.server.ts'
import { castOf, NOON } from '../../cast.ts'
import { freshDatabase } from '../../newsroom.ts'

type Opener = (args: ActionFunctionArgs) => Promise<unknown>
export type Answer = {
  status: number
  location: string
  headers: Headers
  data: Record<string, unknown>
  bytes: Buffer
}

const sizer = openPictureSizer()
const folders = mkdtempSync(join(tmpdir(), 'copydesk-route-'))
process.once('exit', () => rmSync(folders, { recursive: true, force: true }))

/** A cast, and `ask`, which gives the answer whether it was returned or thrown. */
export async function openHouse() {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  const held = new Map<string, Uint8Array>()
  const pictures: PictureStore = {
    put: async (key, bytes) => void held.set(key, bytes),
    get: async (key) => held.get(key) ?? null,
    delete: async (key) => void held.delete(key),
  }
  const limits = openRateLimits({ on: true })
  const folder = mkdtempSync(join(folders, 'house-'))
  const originals = openOriginals(join(folder, 'originals'), 'a secret of the test, 32 characters long')
  const uploads = openUploadFiles(join(folder, 'uploads'))

  async function ask(
    opener: unknown,
    path: string,
    who: Person | null,
    { params = {}, now = NOON, ...init }: RequestInit & { params?: Record<string, string>; now?: Date } = {},
  ): Promise<Answer> {
    const stores = { limits, pictures, sizer, originals, uploads }
    const own = { db, now, person: who, needsSecondFactor: false, press: cast.press, ...stores }
    const context = own as unknown as AppLoadContext
    const request = new Request(`http://localhost:3000${path}`, init)
    let answer: unknown
    try {
      answer = await (opener as Opener)({ request, params, context })
    } catch (thrown) {
      if (!(thrown instanceof Response)) throw thrown
      answer = thrown
    }
    if (!(answer instanceof Response))
      return {
        status: 200,
        location: '',
        headers: new Headers(),
        data: answer as Answer['data'],
        bytes: Buffer.alloc(0),
      }
    const bytes = Buffer.from(await answer.arrayBuffer())
    const isJson = answer.headers.get('content-type')?.includes('json')
    const data = isJson ? JSON.parse(bytes.toString()) : {}
    const { status, headers } = answer
    return { status, location: headers.get('location') ?? '', headers, data, bytes }
  }

  return { db, cast, ask, held, originals }
}

/** A request with a form's fields; lists repeat. */
export function form(fields: Record<string, string | string[]>): RequestInit {
  const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))
  return { method: 'POST', body: new URLSearchParams(pairs) }
}

/** A request with a JSON body. */
export function jsonBody(method: string, body: unknown): RequestInit {
  return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}
