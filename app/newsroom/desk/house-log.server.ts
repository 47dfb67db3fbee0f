// Everything that was done in the house, newest first: the desk log and the people log as one.
import { and, desc, eq, lt, ne, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { isVeiled } from '#app/newsroom/people/desk-name.ts'
import type { Reader } from '#db/client.ts'
import { deskLog } from '#db/schema/desk.ts'
import { people, peopleLog } from '#db/schema/people.ts'
import { stories } from '#db/schema/story.ts'

export const LOG_PAGE = 50

export type LogEntry =
  | {
      about: 'story'
      at: string
      /** Null when the clock did it, and where it was the writer, whose name the desk must not learn. */
      by: string | null
      byWriter: boolean
      move: string
      number: number
      publicId: string
      reasons: string[]
    }
  | { about: 'person'; at: string; by: string | null; act: string; name: string; publicId: string; reason: string }

/** Both logs only grow, so a page goes on below the last row of each: `after` is "<desk row>.<people row>". */
export async function houseLog(
  db: Reader,
  { after = '' }: { after?: string },
): Promise<{ rows: LogEntry[]; next: string | null }> {
  const [deskBelow, peopleBelow] = cursorOf(after)
  const [moves, acts] = await Promise.all([movesBelow(db, deskBelow), actsBelow(db, peopleBelow)])
  const both = [...moves, ...acts].sort((a, b) => b.at.getTime() - a.at.getTime())
  const page = both.slice(0, LOG_PAGE)
  const lowest = (rows: { id: number }[], before: number) => Math.min(before, ...rows.map((row) => row.id))
  const deskSeen = lowest(
    page.filter((row) => row.entry.about === 'story'),
    deskBelow,
  )
  const peopleSeen = lowest(
    page.filter((row) => row.entry.about === 'person'),
    peopleBelow,
  )
  return {
    rows: page.map((row) => row.entry),
    next: both.length > LOG_PAGE ? `${deskSeen}.${peopleSeen}` : null,
  }
}

const TOP = 2_000_000_000

function cursorOf(after: string): [desk: number, people: number] {
  const read = /^(\d{1,10})\.(\d{1,10})$/.exec(after)
  return read ? [Math.min(Number(read[1]), TOP), Math.min(Number(read[2]), TOP)] : [TOP, TOP]
}

async function movesBelow(db: Reader, below: number) {
  const rows = await db
    .select({
      id: deskLog.id,
      at: deskLog.at,
      by: people.name,
      byId: deskLog.byId,
      ownerId: stories.ownerId,
      bylineKind: stories.bylineKind,
      protectedAt: people.protectedAt,
      move: deskLog.move,
      reasons: deskLog.reasons,
      number: stories.id,
      publicId: stories.publicId,
    })
    .from(deskLog)
    .innerJoin(stories, eq(stories.id, deskLog.storyId))
    .leftJoin(people, eq(people.id, deskLog.byId))
    // What happens to a draft that was never sent is its reporter's own business.
    .where(and(lt(deskLog.id, below), or(ne(stories.state, 'draft'), ne(deskLog.toState, 'draft'))))
    .orderBy(desc(deskLog.id))
    .limit(LOG_PAGE + 1)
  return rows.map(({ id, at, by, byId, ownerId, bylineKind, protectedAt, ...row }) => {
    const byWriter = byId !== null && byId === ownerId
    const shown = byWriter && isVeiled({ bylineKind }, { protectedAt }) ? null : by
    return { id, at, entry: { about: 'story' as const, at: at.toISOString(), by: shown, byWriter, ...row } }
  })
}

async function actsBelow(db: Reader, below: number) {
  const by = alias(people, 'by')
  const rows = await db
    .select({
      id: peopleLog.id,
      at: peopleLog.at,
      by: by.name,
      act: peopleLog.act,
      name: people.name,
      publicId: people.publicId,
      reason: peopleLog.reason,
    })
    .from(peopleLog)
    .innerJoin(people, eq(people.id, peopleLog.personId))
    .leftJoin(by, eq(by.id, peopleLog.byId))
    .where(lt(peopleLog.id, below))
    .orderBy(desc(peopleLog.id))
    .limit(LOG_PAGE + 1)
  return rows.map(({ id, at, ...row }) => ({
    id,
    at,
    entry: { about: 'person' as const, at: at.toISOString(), ...row },
  }))
}
