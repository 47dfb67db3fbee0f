// By-lines: the names a person signs with, each with a handle of its own that tells nothing about the account.
import slugify from '@sindresorhus/slugify'
import { and, asc, eq } from 'drizzle-orm'
import type { Reader, Writer } from '#db/client.ts'
import { bylines } from '#db/schema/people.ts'
import { cleanName } from './name.ts'
import { newPersonId } from './public-id.server.ts'

export type Byline = { id: number; kind: 'name' | 'pen'; name: string; handle: string }

const LONGEST_HANDLE = 60
const MOST_NUMBERED = 50

/**
 * The by-line a story is signed with: the one there is, or a new one with a free handle.
 * A pen name's handle is made of the pen name alone. An empty pen name is a bug of the caller's.
 */
export async function bylineFor(
  tx: Writer,
  person: { id: number; name: string },
  kind: 'name' | 'pen',
  penName: string,
  when: Date,
): Promise<Byline> {
  const name = cleanName(kind === 'pen' ? penName : person.name)
  if (!name) throw new Error('a by-line without a name')
  const [known] = await tx
    .select(columns)
    .from(bylines)
    .where(and(eq(bylines.personId, person.id), eq(bylines.kind, kind), eq(bylines.name, name)))
  if (known) return known
  const handle = await freeHandle(tx, name)
  const [made] = await tx
    .insert(bylines)
    .values({ personId: person.id, kind, name, handle, createdAt: when })
    .returning(columns)
  if (!made) throw new Error('a by-line was not written')
  return made
}

/** A person's by-lines, oldest first; only they and the desk may see them together. */
export async function bylinesOf(db: Reader, personId: number): Promise<Byline[]> {
  return db.select(columns).from(bylines).where(eq(bylines.personId, personId)).orderBy(asc(bylines.id)).limit(100)
}

const columns = { id: bylines.id, kind: bylines.kind, name: bylines.name, handle: bylines.handle }

async function freeHandle(tx: Writer, name: string): Promise<string> {
  const base = slugify(name).slice(0, LONGEST_HANDLE).replace(/-+$/, '')
  if (base) {
    for (let number = 1; number <= MOST_NUMBERED; number++) {
      const handle = number === 1 ? base : `${base}-${number}`
      if (await isFree(tx, handle)) return handle
    }
  }
  // A name without a single letter of ours, or one that fifty others bear.
  return `${base || 'reporter'}-${newPersonId().slice(0, 6)}`
}

async function isFree(tx: Writer, handle: string): Promise<boolean> {
  const [taken] = await tx.select({ id: bylines.id }).from(bylines).where(eq(bylines.handle, handle))
  return taken === undefined
}
