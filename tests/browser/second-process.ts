// A second process on the database of a built house: brings stories to the line of a test, and looks at what became of them.
import { join } from 'node:path'
import { asc, eq } from 'drizzle-orm'
import { moveStory, type Order } from '#app/newsroom/desk/move-story.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { pressWork } from '#app/newsroom/press/press-work.server.ts'
import type { Copy } from '#app/newsroom/story/copy/check-copy.ts'
import { draftOf, saveDraft, startDraft } from '#app/newsroom/story/drafts.server.ts'
import type { StoryContent } from '#app/newsroom/story/story.ts'
import { type Database, openDatabase } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import { revisions, stories } from '#db/schema/story.ts'
import { copyOf, dateline, p } from '../newsroom/story/copy/sample-copy.ts'
import type { House } from './house.ts'

export type Written = { headline: string; standfirst: string; copy: unknown }
export type Step = [who: string, move: Order['move'], more?: Partial<Order>]

type StoryRow = Omit<typeof stories.$inferSelect, 'copy'> & { copy: Copy }
type Kept = { why: string; content: StoryContent }

export type SecondProcess = {
  db: Database
  /** The person behind an account of the seed. */
  personOf(name: string): Person
  /** A new story of reporterA's, taken so far by these moves. */
  storyAt(written: Written, steps: readonly Step[]): Promise<{ id: string; version: number }>
  /** Takes a story further. Returns its version. */
  moved(id: string, steps: readonly Step[]): Promise<number>
  /** The newest words of a story, and every revision of it, the oldest first. */
  keptOf(id: string): Promise<{ story: StoryRow; revisions: Kept[] }>
  close(): Promise<void>
}

/** A short story with a paragraph in each of three scripts. */
export const inThreeScripts: Written = {
  headline: 'Bridge over the Vit',
  standfirst: 'It was closed for two years.',
  copy: copyOf(
    dateline('Pleven', 'BDC'),
    p('The mayor cut the ribbon at nine in the morning.'),
    p('Мостът над реката е отворен за коли от днес.'),
    p('افتتح الجسر فوق النهر اليوم في الصباح.'),
    p('Nobody was hurt.'),
  ),
}

/** Works on the house's own file, as the clock of another process would. */
export async function openSecondProcess(house: House): Promise<SecondProcess> {
  const { db, close } = await openDatabase(`file:${join(house.dataDir, 'copydesk.db')}`)
  const press = pressWork('http://localhost:3000', async () => {})

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
    return { id, version: await moved(id, steps) }
  }

  async function moved(id: string, steps: readonly Step[]): Promise<number> {
    const versionNow = async () => (await draftOf(db, id, personOf('reporterA')))?.story.version ?? 0
    for (const [by, move, more] of steps) {
      const order = { story: id, move, version: await versionNow(), ...more }
      const made = await moveStory(db, order, personOf(by), new Date(), press)
      if (!made.ok) throw new Error(`${move}: ${JSON.stringify(made)}`)
    }
    return versionNow()
  }

  async function keptOf(id: string): Promise<{ story: StoryRow; revisions: Kept[] }> {
    const [story] = await db.select().from(stories).where(eq(stories.publicId, id))
    if (!story) throw new Error(`no story ${id}`)
    const rows = await db.select().from(revisions).where(eq(revisions.storyId, story.id)).orderBy(asc(revisions.number))
    return {
      story: { ...story, copy: story.copy as Copy },
      revisions: rows.map(({ why, content }) => ({ why, content: content as StoryContent })),
    }
  }

  return { db, personOf, storyAt, moved, keptOf, close }
}
