// The admin's list of people, and one person's page.
import { and, count, desc, eq, gte, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Reader } from '#db/client.ts'
import { bylines, people, peopleLog } from '#db/schema/people.ts'
import { stories } from '#db/schema/story.ts'
import { cleanEmail, cleanName } from './name.ts'
import { type SessionRow, sessionsOf } from './own-sessions.server.ts'
import type { Role } from './person.ts'
import { type RightAct, rightActsFor, type SectionRight, sectionRightsOf } from './rights.server.ts'
import { type StandingAct, standingActsFor } from './roles.server.ts'

export const PEOPLE_A_PAGE = 50
const LOG_ROWS = 50

export type Status = 'active' | 'unconfirmed' | 'suspended'

export type PersonInList = {
  publicId: string
  name: string
  email: string
  role: Role
  status: Status
  joinedAt: string
}

/** People by filter, newest first. `text` is the beginning of a name or an address; `after` the last row's public id. */
export async function contributorList(
  db: Reader,
  { text = '', role = '', status = '', after = '' }: { text?: string; role?: string; status?: string; after?: string },
): Promise<{ rows: PersonInList[]; next: string | null }> {
  const rows = await db
    .select()
    .from(people)
    .where(and(startsWith(text), hasRole(role), hasStatus(status), await olderThan(db, after)))
    .orderBy(desc(people.id))
    .limit(PEOPLE_A_PAGE + 1)
  const page = rows.slice(0, PEOPLE_A_PAGE)
  return {
    rows: page.map((row) => ({
      publicId: row.publicId,
      name: row.name,
      email: row.email,
      role: row.role,
      status: statusOf(row),
      joinedAt: row.createdAt.toISOString(),
    })),
    next: rows.length > PEOPLE_A_PAGE ? (page.at(-1)?.publicId ?? null) : null,
  }
}

export type PersonPage = {
  person: PersonInList & {
    about: string
    suspendedBecause: string
    suspendedAt: string | null
    twoStep: boolean
    protected: boolean
    mayOpenIdentity: boolean
  }
  /** How many stories in which state; drafts are counted and never shown. Empty for a protected reporter. */
  stories: { state: string; count: number }[]
  /** Without the pen names of a protected reporter: they would lead from the account to its stories. */
  bylines: { kind: 'name' | 'pen'; name: string; handle: string }[]
  sessions: SessionRow[]
  log: { act: string; by: string | null; reason: string; at: string }[]
  /** What the page may offer. */
  acts: StandingAct[]
  rightActs: RightAct[]
  /** Where somebody of the desk may work; null for a contributor. */
  sections: { everywhere: boolean; rights: SectionRight[] } | null
}

/** Everything an admin sees of one account; null when there is none with this id. */
export async function contributorPage(db: Reader, publicId: string, when: Date): Promise<PersonPage | null> {
  const [row] = await db.select().from(people).where(eq(people.publicId, publicId))
  if (!row) return null
  const by = alias(people, 'by')
  const isProtected = row.protectedAt !== null
  const [byState, names, live, log, rights] = await Promise.all([
    db
      .select({ state: stories.state, count: count() })
      .from(stories)
      .where(eq(stories.ownerId, row.id))
      .groupBy(stories.state),
    db
      .select({ kind: bylines.kind, name: bylines.name, handle: bylines.handle })
      .from(bylines)
      .where(eq(bylines.personId, row.id))
      .limit(100),
    sessionsOf(db, row.id, null, when),
    db
      .select({ act: peopleLog.act, reason: peopleLog.reason, at: peopleLog.at, by: by.name })
      .from(peopleLog)
      .leftJoin(by, eq(by.id, peopleLog.byId))
      .where(eq(peopleLog.personId, row.id))
      .orderBy(desc(peopleLog.id))
      .limit(LOG_ROWS),
    row.role === 'contributor' ? null : sectionRightsOf(db, row.id),
  ])
  const status = statusOf(row)
  const twoStep = row.totpSealed !== null
  return {
    person: {
      publicId,
      name: row.name,
      email: row.email,
      role: row.role,
      status,
      joinedAt: row.createdAt.toISOString(),
      about: row.about,
      suspendedBecause: row.suspendedBecause ?? '',
      suspendedAt: row.suspendedAt?.toISOString() ?? null,
      twoStep,
      protected: isProtected,
      mayOpenIdentity: row.mayOpenIdentity,
    },
    stories: isProtected ? [] : byState,
    bylines: isProtected ? names.filter(({ kind }) => kind === 'name') : names,
    sessions: live,
    log: log.map((entry) => ({ ...entry, at: entry.at.toISOString() })),
    acts: standingActsFor({
      role: row.role,
      suspended: row.suspendedAt !== null,
      confirmed: row.confirmedAt !== null,
      twoStep,
      protected: isProtected,
    }),
    rightActs: rightActsFor(row),
    sections: rights,
  }
}

function statusOf(row: { suspendedAt: Date | null; confirmedAt: Date | null }): Status {
  if (row.suspendedAt) return 'suspended'
  return row.confirmedAt ? 'active' : 'unconfirmed'
}

// An address is looked up in its index by range; a name is compared by its beginning.
function startsWith(text: string): SQL | undefined {
  const name = cleanName(text)
  if (!name) return undefined
  const email = cleanEmail(text)
  return or(and(gte(people.email, email), lt(people.email, `${email}\u{10ffff}`)), ...spellings(name).map(nameBegins))
}

// SQLite's lower() knows ASCII only, so a Cyrillic name is found by what was typed and by its usual capitals.
function spellings(name: string): string[] {
  const small = name.toLowerCase()
  return [...new Set([small, name, small.replace(/(^|[\s-])\p{Ll}/gu, (start) => start.toUpperCase())])]
}

function nameBegins(spelling: string): SQL {
  const pattern = `${spelling.replace(/[\\%_]/g, '\\$&')}%`
  return sql`(${people.name} like ${pattern} escape '\\' or lower(${people.name}) like ${pattern} escape '\\')`
}

function hasRole(role: string): SQL | undefined {
  return role === 'contributor' || role === 'editor' || role === 'admin' ? eq(people.role, role) : undefined
}

function hasStatus(status: string): SQL | undefined {
  if (status === 'suspended') return isNotNull(people.suspendedAt)
  if (status === 'unconfirmed') return and(isNull(people.suspendedAt), isNull(people.confirmedAt))
  if (status === 'active') return and(isNull(people.suspendedAt), isNotNull(people.confirmedAt))
  return undefined
}

async function olderThan(db: Reader, publicId: string): Promise<SQL | undefined> {
  if (!publicId) return undefined
  const [row] = await db.select({ id: people.id }).from(people).where(eq(people.publicId, publicId))
  return row ? lt(people.id, row.id) : undefined
}
