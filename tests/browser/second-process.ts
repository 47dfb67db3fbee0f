// A second process on the database of a built house: brings stories to the line of a test, and looks at what became of them.
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { moveStory, type Order } from '#app/newsroom/desk/move-story.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { pressWork } from '#app/newsroom/press/press-work.server.ts'
import { draftOf, saveDraft, startDraft } from '#app/newsroom/story/drafts.server.ts'
import { type Database, openDatabase } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import type { House } from './house.ts'

export type Written = { headline: string; standfirst: string; copy: unknown }
export type Step = [who: string, move: Order['move'], more?: Partial<Order>]

export type SecondProcess = {
  db: Database
  /** The person behind an account of the seed. */
  personOf(name: string): Person
  /** A new story of reporterA's, taken so far by these moves. */
  storyAt(written: Written, steps: readonly Step[]): Promise<{ id: string; version: number }>
  close(): Promise<void>
}

/** Works on the house's own file, as the clock of another process would. */
export async function openSecondProcess(house: House): Promise<SecondProcess> {
  const { db, close } = await openDatabase(`file:${join(house.dataDir, 'copydesk.db')}`)
  const press = pressWork('http://localhost:3000', () => {})

  const persons = new Map<string, Person>()
  for (const [name, account] of Object.entries(house.seeded.accounts)) {
    const [row] = await db.select().from(people).where(eq(people.publicId, account.id))
    if (!row) throw new Error(`no row of ${name}`)
    const { id, publicId, name: called, email, role, trusted, language, safetyMode } = row
    persons.set(name, { id, publicId, name: called, email, role, trusted, language, safetyMode, confirmed: true })
  }

  function personOf(name: string): Person {
    const found = persons.get(name)
    if (!found) throw new Error(`nobody is ${name}`)
    return found
  }

  async function storyAt(written: Written, steps: readonly Step[]): Promise<{ id: string; version: number }> {
    const owner = personOf('reporterA')
    const { publicId: id } = await startDraft(db, {}, owner, new Date())
    const draft = {
      ...written,
      version: 1,
      section: undefined,
      topics: [],
      byline: { kind: 'name' as const, penName: '' },
      sources: 'I saw it.',
    }
    const saved = await saveDraft(db, id, draft, owner, new Date())
    if (!saved.ok) throw new Error(JSON.stringify(saved))
    const versionNow = async () => (await draftOf(db, id, owner))?.story.version ?? 0
    for (const [by, move, more] of steps) {
      const order = { story: id, move, version: await versionNow(), ...more }
      const made = await moveStory(db, order, personOf(by), new Date(), press)
      if (!made.ok) throw new Error(`${move}: ${JSON.stringify(made)}`)
    }
    return { id, version: await versionNow() }
  }

  return { db, personOf, storyAt, close }
}
