// Tells cheaply whether anything that readers get may have changed, whoever changed it.
import { max } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { deskLog } from '#db/schema/desk.ts'
import { liveCoverages } from '#db/schema/live.ts'
import { outlets } from '#db/schema/outlet.ts'
import { bylines, peopleLog } from '#db/schema/people.ts'
import { editions } from '#db/schema/press.ts'
import { openCalls } from '#db/schema/story.ts'
import { topics } from '#db/schema/topics.ts'

/** A text that is the same as long as no move, edition, setting, hub, call or by-line was added, no call closed and nothing live changed. Each part is one index look-up. */
export async function publicMark(db: Database): Promise<string> {
  const rows = await Promise.all([
    db.select({ newest: max(deskLog.id) }).from(deskLog),
    db.select({ newest: max(editions.id) }).from(editions),
    db.select({ newest: max(topics.id) }).from(topics),
    db.select({ newest: max(bylines.id) }).from(bylines),
    db.select({ newest: max(peopleLog.id) }).from(peopleLog),
    db.select({ newest: outlets.updatedAt }).from(outlets),
    db.select({ newest: max(openCalls.id) }).from(openCalls),
    db.select({ newest: max(openCalls.closedAt) }).from(openCalls),
    db.select({ newest: max(liveCoverages.changedAt) }).from(liveCoverages),
  ])
  return rows.map(([row]) => (row?.newest instanceof Date ? row.newest.getTime() : (row?.newest ?? 0))).join('.')
}
