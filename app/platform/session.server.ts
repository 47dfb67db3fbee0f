// Who is signed in: Lucia's sessions over our two doors, with hashed ids, real ends and today's role.
import { createHash } from 'node:crypto'
import { and, eq, lt, ne, or } from 'drizzle-orm'
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia'
import type { Person } from '#app/newsroom/people/person.ts'
import type { Database } from '#db/client.ts'
import { people, sessions } from '#db/schema/people.ts'
import { wipesTheDevice } from './headers.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** How long a session lasts at most, and unused. Who can publish is asked again sooner. */
const staffLife = { total: 12 * hour, idle: 2 * hour, seenEvery: minute }
const contributorLife = { total: 30 * day, idle: Number.POSITIVE_INFINITY, seenEvery: hour }

export type SessionRead = {
  person: Person | null
  needsSecondFactor: boolean
  /** The session's key in the database (a hash), to tell it from the person's others. */
  sessionKey: string | null
  /** What the answer has to carry: a cookie that clears a dead session; for a suspended account, the word to wipe. */
  headers: Headers
}

export type SessionDoor = {
  cookieName: string
  /** `seen: false`: an open page asks by itself, which does not make the session longer. */
  read(request: Request, now: Date, options?: { seen?: boolean }): Promise<SessionRead>
  /** Starts a session; gives the Set-Cookie value. */
  start(personId: number, now: Date, options?: { secondFactor?: boolean }): Promise<string>
  /** Ends this request's session; gives the Set-Cookie value that clears the cookie. */
  end(request: Request): Promise<string>
  /** Ends every session of a person, but not the one with the key `except`. */
  endAll(personId: number, except?: string | null): Promise<void>
  /** Deletes sessions that have ended. */
  sweep(now: Date): Promise<void>
}

type PersonRow = typeof people.$inferSelect
type SessionRow = typeof sessions.$inferSelect

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<{ row: SessionRow }, { row: PersonRow }>
    UserId: number
    DatabaseSessionAttributes: { row: SessionRow }
    DatabaseUserAttributes: { row: PersonRow }
  }
}

/** Opens the door to sessions. `secure` is true where the site is https, `local` where it is only this machine's. */
export function openSessions(db: Database, { secure, local }: { secure: boolean; local: boolean }): SessionDoor {
  const lucia = new Lucia(hashedIds(db), {
    sessionExpiresIn: new TimeSpan(contributorLife.total / day, 'd'),
    sessionCookie: {
      name: secure ? '__Host-copydesk' : 'copydesk',
      attributes: { secure, sameSite: 'lax', path: '/' },
    },
    getSessionAttributes: ({ row }) => ({ row }),
    getUserAttributes: ({ row }) => ({ row }),
  })
  const cleared = () => lucia.createBlankSessionCookie().serialize()

  return {
    cookieName: lucia.sessionCookieName,

    async read(request, now, { seen = true } = {}) {
      const id = cookieOf(request, lucia.sessionCookieName)
      if (!id) return nobody()
      const { session, user } = await lucia.validateSession(id)
      if (!session) return nobody(cleared())
      if (user.row.suspendedAt || hasEnded(session.row, user.row, now)) {
        await lucia.invalidateSession(id)
        // A session that ran out keeps the device's unsaved words: their writer signs in again and saves them.
        return nobody(cleared(), user.row.suspendedAt ? wipesTheDevice : {})
      }
      if (seen) noteSeen(db, session.row, user.row, now)
      return {
        person: personOf(user.row),
        needsSecondFactor: needsSecondFactor(session.row, user.row, local),
        sessionKey: session.row.id,
        headers: new Headers(),
      }
    },

    async start(personId, now, { secondFactor = false } = {}) {
      const [who] = await db.select({ role: people.role }).from(people).where(eq(people.id, personId))
      const life = lifeOf(who?.role ?? 'contributor')
      const row = {
        id: '', // known once Lucia has made it
        personId,
        createdAt: now,
        seenAt: now,
        expiresAt: new Date(now.getTime() + life.total),
        secondFactor,
      }
      const session = await lucia.createSession(personId, { row })
      const cookie = lucia.createSessionCookie(session.id)
      cookie.attributes.maxAge = life.total / 1000
      return cookie.serialize()
    },

    async end(request) {
      const id = cookieOf(request, lucia.sessionCookieName)
      if (id) await lucia.invalidateSession(id)
      return cleared()
    },

    async endAll(personId, except = null) {
      const theirs = eq(sessions.personId, personId)
      await db.transaction(async (tx) => {
        await tx.delete(sessions).where(except ? and(theirs, ne(sessions.id, except)) : theirs)
      })
    },

    async sweep(now) {
      await db.transaction(async (tx) => {
        await tx.delete(sessions).where(lt(sessions.expiresAt, now))
      })
    },
  }
}

// Lucia knows the cookie's value; the table only its SHA-256. Lucia judges ends by the machine's clock and slides them;
// ours are absolute and judged in read(), so Lucia is always shown a session with its whole life ahead.
function hashedIds(db: Database): Adapter {
  const shown = (id: string, row: SessionRow): DatabaseSession => ({
    id,
    userId: row.personId,
    expiresAt: new Date(Date.now() + contributorLife.total),
    attributes: { row },
  })
  return {
    async getSessionAndUser(id) {
      const [found] = await db
        .select({ session: sessions, person: people })
        .from(sessions)
        .innerJoin(people, eq(people.id, sessions.personId))
        .where(eq(sessions.id, sha256(id)))
      if (!found) return [null, null]
      return [shown(id, found.session), { id: found.person.id, attributes: { row: found.person } }]
    },
    async getUserSessions(personId) {
      const rows = await db.select().from(sessions).where(eq(sessions.personId, personId))
      return rows.map((row) => shown(row.id, row))
    },
    setSession: ({ id, attributes }) =>
      db.transaction(async (tx) => {
        await tx.insert(sessions).values({ ...attributes.row, id: sha256(id) })
      }),
    async updateSessionExpiration() {},
    deleteSession: (id) =>
      db.transaction(async (tx) => {
        await tx.delete(sessions).where(eq(sessions.id, sha256(id)))
      }),
    deleteUserSessions: (personId) =>
      db.transaction(async (tx) => {
        await tx.delete(sessions).where(eq(sessions.personId, personId))
      }),
    deleteExpiredSessions: () =>
      db.transaction(async (tx) => {
        await tx.delete(sessions).where(lt(sessions.expiresAt, new Date()))
      }),
  }
}

// Not Lucia's own reader: it throws on a cookie that is not well percent-encoded, whoever's cookie that is.
function cookieOf(request: Request, name: string): string | null {
  const all = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  const value = all.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
  return value && /^[a-z0-9]{20,80}$/.test(value) ? value : null
}

function sha256(id: string): string {
  return createHash('sha256').update(id).digest('hex')
}

function lifeOf(role: Person['role']) {
  return role === 'contributor' ? contributorLife : staffLife
}

function hasEnded(session: SessionRow, person: PersonRow, now: Date): boolean {
  const life = lifeOf(person.role) // of today: a contributor made editor loses the long session
  const age = now.getTime() - session.createdAt.getTime()
  const unused = now.getTime() - session.seenAt.getTime()
  return now >= session.expiresAt || age >= life.total || unused >= life.idle
}

function needsSecondFactor(session: SessionRow, person: PersonRow, local: boolean): boolean {
  if (person.role === 'contributor') return false
  return person.totpSealed ? !session.secondFactor : !local
}

// Not awaited: nobody should wait for it, and when it is lost the next request writes it again.
function noteSeen(db: Database, session: SessionRow, person: PersonRow, now: Date) {
  const { seenEvery } = lifeOf(person.role)
  const before = new Date(now.getTime() - seenEvery)
  if (session.seenAt > before) return
  const stillOld = or(lt(sessions.seenAt, before), eq(sessions.seenAt, before))
  db.transaction(async (tx) => {
    await tx
      .update(sessions)
      .set({ seenAt: now })
      .where(and(eq(sessions.id, session.id), stillOld))
  }).catch(() => {})
}

function personOf(row: PersonRow): Person {
  return {
    id: row.id,
    publicId: row.publicId,
    name: row.name,
    email: row.email,
    role: row.role,
    trusted: row.trusted,
    confirmed: row.confirmedAt !== null,
    language: row.language,
    safetyMode: row.safetyMode,
  }
}

function nobody(setCookie?: string, beside: Record<string, string> = {}): SessionRead {
  const headers = new Headers(beside)
  if (setCookie) headers.append('set-cookie', setCookie)
  return { person: null, needsSecondFactor: false, sessionKey: null, headers }
}
