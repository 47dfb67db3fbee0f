// Who made each of the desk's changes first, and when: read from the revisions that its edit was kept in.
import { inArray } from 'drizzle-orm'
import { type EditChain, editChain, type KeptEdit, wordsOfKept } from '#app/newsroom/desk/edit-chain.server.ts'
import { carriedKeys, type EditChange, editChanges } from '#app/newsroom/desk/suggestions.ts'
import type { Story } from '#app/newsroom/story/story.ts'
import type { Reader } from '#db/client.ts'
import { people } from '#db/schema/people.ts'

export type ChangeMade = { at: Date; byName: string | null }

/** Each revision costs a comparison; a longer edit tells the times of its newest ones. */
const MOST_COMPARED = 12

/** By the key of the change, as the kept edit has it now; the first revision that has a change made it. */
export async function changesMade(db: Reader, story: Pick<Story, 'id' | 'ownerId'>): Promise<Map<string, ChangeMade>> {
  const chain = await editChain(db, story)
  if (!chain) return new Map()
  const written = chain.kept.filter(({ why }) => why !== 'direct')
  return firstMade(db, chain.base, written)
}

/** The same of the direct edits, by the key of the change between the contributor's own words and the base. */
export function directlyMade(db: Reader, { own, kept }: EditChain): Promise<Map<string, ChangeMade>> {
  return firstMade(
    db,
    own,
    kept.filter(({ why }) => why === 'direct'),
  )
}

async function firstMade(db: Reader, from: KeptEdit, all: readonly KeptEdit[]): Promise<Map<string, ChangeMade>> {
  const written = all.slice(-MOST_COMPARED)
  const { content: base } = await wordsOfKept(db, from)
  const names = await namesOf(db, written)
  let known: { changes: EditChange[]; made: Map<string, ChangeMade> } = { changes: [], made: new Map() }
  for (const revision of written) {
    const changes = editChanges(base, (await wordsOfKept(db, revision)).content)
    const carried = new Map([...carriedKeys(known.changes, changes, true)].map(([before, now]) => [now, before]))
    const now = { at: revision.at, byName: revision.byId === null ? null : (names.get(revision.byId) ?? null) }
    const made = new Map(changes.map(({ key }) => [key, known.made.get(carried.get(key) ?? '') ?? now]))
    known = { changes, made }
  }
  return known.made
}

async function namesOf(db: Reader, kept: readonly KeptEdit[]): Promise<Map<number, string>> {
  const ids = [...new Set(kept.flatMap(({ byId }) => byId ?? []))]
  if (ids.length === 0) return new Map()
  const rows = await db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
