// Sessions: hashed, with an end, dead at once when the person's standing changes.
import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import type { Role } from '#app/newsroom/people/person.ts'
import { openSessions } from '#app/platform/session.server.ts'
import { people, sessions } from '#db/schema/people.ts'
import { later, NOON, person } from '../cast.ts'
import { closeDatabases, freshDatabase } from '../newsroom.ts'

afterAll(closeDatabases)

async function signedIn(role: Role, { secure = false, local = true, secondFactor = false } = {}) {
  const { db } = await freshDatabase()
  const door = openSessions(db, { secure, local })
  const who = await person(db, role, 'Somebody')
  const setCookie = await door.start(who.id, NOON, { secondFactor })
  const cookie = setCookie.split(';')[0] ?? ''
  const ask = (when = NOON) => door.read(new Request('http://x/', { headers: { cookie } }), when)
  return { db, door, who, setCookie, cookie, ask }
}

test('who signed in is known again with the role of today', async () => {
  const { db, who, ask } = await signedIn('contributor')
  expect((await ask()).person).toEqual(who)
  await db.transaction(
    async (tx) => void (await tx.update(people).set({ role: 'editor', trusted: true }).where(eq(people.id, who.id))),
  )
  expect((await ask()).person).toMatchObject({ role: 'editor', trusted: true })
})

test('the table holds a hash, never the cookie', async () => {
  const { db, cookie, ask } = await signedIn('contributor')
  const value = cookie.split('=')[1] ?? ''
  const [row] = await db.select().from(sessions)
  expect(row?.id).toBe(createHash('sha256').update(value).digest('hex'))
  expect((await ask()).sessionKey).toBe(row?.id)
  const door = openSessions(db, { secure: false, local: true })
  expect(
    (await door.read(new Request('http://x/', { headers: { cookie: `copydesk=${row?.id}` } }), NOON)).person,
  ).toBeNull()
})

test('the cookie is closed to scripts and other sites, and bound to the host on https', async () => {
  const { setCookie } = await signedIn('contributor')
  expect(setCookie).toMatch(/^copydesk=[a-z0-9]{40}; HttpOnly; Max-Age=2592000; Path=\/; SameSite=Lax$/)
  const https = await signedIn('editor', { secure: true })
  expect(https.setCookie).toMatch(
    /^__Host-copydesk=[a-z0-9]{40}; HttpOnly; Max-Age=43200; Path=\/; SameSite=Lax; Secure$/,
  )
})

test('a contributor stays for 30 days and not longer', async () => {
  const { ask, db } = await signedIn('contributor')
  expect((await ask(later(30 * 24 * 60 - 1))).person).not.toBeNull()
  const dead = await ask(later(30 * 24 * 60))
  expect(dead.person).toBeNull()
  expect(dead.headers.get('set-cookie')).toContain('Max-Age=0')
  expect(await db.select().from(sessions)).toEqual([])
})

test('staff stay for 12 hours at most, however busy', async () => {
  const { ask } = await signedIn('editor')
  for (let minutes = 60; minutes < 12 * 60; minutes += 60) {
    expect((await ask(later(minutes))).person).not.toBeNull()
    await settled()
  }
  expect((await ask(later(12 * 60))).person).toBeNull()
})

test('staff who do nothing for two hours are gone', async () => {
  const { ask } = await signedIn('admin')
  expect((await ask(later(119))).person).not.toBeNull()
  await settled()
  expect((await ask(later(119 + 121))).person).toBeNull()
})

test('a contributor made editor loses the long session', async () => {
  const { ask, db, who } = await signedIn('contributor')
  await db.transaction(
    async (tx) => void (await tx.update(people).set({ role: 'editor' }).where(eq(people.id, who.id))),
  )
  expect((await ask(later(13 * 60))).person).toBeNull()
})

test('a session that ran out leaves the device its unsaved words', async () => {
  const { ask } = await signedIn('contributor')
  const { person: nobody, headers } = await ask(later(31 * 24 * 60))
  expect([nobody, headers.has('clear-site-data')]).toEqual([null, false])
})

test('a suspended person is out at the next request', async () => {
  const { ask, db, who } = await signedIn('contributor')
  await db.transaction(
    async (tx) => void (await tx.update(people).set({ suspendedAt: NOON }).where(eq(people.id, who.id))),
  )
  const out = await ask()
  expect(out.person).toBeNull()
  expect(out.headers.get('clear-site-data')).toBe('"cache", "storage"')
  await db.transaction(
    async (tx) => void (await tx.update(people).set({ suspendedAt: null }).where(eq(people.id, who.id))),
  )
  expect((await ask()).person).toBeNull()
})

test('being seen is written once a minute', async () => {
  const { ask, db } = await signedIn('editor')
  const seen = async () => (await db.select().from(sessions))[0]?.seenAt.getTime()
  await ask(new Date(NOON.getTime() + 59_000))
  await settled()
  expect(await seen()).toBe(NOON.getTime())
  await ask(later(1))
  await settled()
  expect(await seen()).toBe(later(1).getTime())
})

test('ending one session, the others, or all', async () => {
  const { db, door, who, cookie, ask } = await signedIn('contributor')
  const second = (await door.start(who.id, NOON)).split(';')[0] ?? ''
  const askSecond = () => door.read(new Request('http://x/', { headers: { cookie: second } }), NOON)
  await door.endAll(who.id, (await ask()).sessionKey)
  expect((await ask()).person).not.toBeNull()
  expect((await askSecond()).person).toBeNull()
  expect(await door.end(new Request('http://x/', { headers: { cookie } }))).toContain('Max-Age=0')
  expect((await ask()).person).toBeNull()
  await door.start(who.id, NOON)
  await door.endAll(who.id)
  expect(await db.select().from(sessions)).toEqual([])
})

test('staff need a second factor: where it is on always, where it is not on every public site', async () => {
  const needs = async (role: Role, options: { local: boolean; secondFactor?: boolean }, totp: boolean) => {
    const { ask, db, who } = await signedIn(role, options)
    if (totp)
      await db.transaction(
        async (tx) => void (await tx.update(people).set({ totpSealed: 'x' }).where(eq(people.id, who.id))),
      )
    return (await ask()).needsSecondFactor
  }
  expect(await needs('contributor', { local: false }, false)).toBe(false)
  expect(await needs('editor', { local: true }, false)).toBe(false)
  expect(await needs('editor', { local: false }, false)).toBe(true)
  expect(await needs('editor', { local: false, secondFactor: true }, true)).toBe(false)
  expect(await needs('admin', { local: true }, true)).toBe(true)
})

test('the sweep takes what has ended', async () => {
  const { db, door } = await signedIn('contributor')
  await door.sweep(later(60))
  expect(await db.select().from(sessions)).toHaveLength(1)
  await door.sweep(later(31 * 24 * 60))
  expect(await db.select().from(sessions)).toEqual([])
})

test('a made-up or broken cookie is nobody', async () => {
  const { door } = await signedIn('contributor')
  for (const cookie of [
    'copydesk=x',
    'copydesk=',
    'copydesk',
    '=;;;',
    `copydesk=${'a'.repeat(5000)}`,
    'copydesk=%00%ff',
  ])
    expect((await door.read(new Request('http://x/', { headers: { cookie } }), NOON)).person).toBeNull()
})

// The note of being seen is written beside the answer.
const settled = () => new Promise((resolve) => setTimeout(resolve, 20))
