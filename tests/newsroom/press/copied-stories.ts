// Very many live stories without the work of publishing each: copies of the first publication there is, with other words.
import { keepEditionSearchable } from '#app/newsroom/press/searchable-editions.server.ts'
import type { Database } from '#db/client.ts'
import { editions, publications } from '#db/schema/press.ts'
import { stories } from '#db/schema/story.ts'

type Words = Partial<Pick<typeof editions.$inferInsert, 'headline' | 'standfirst' | 'text'>>

/** Copies number 1 to `count` at /stories/copy-1 and so on, a minute apart; the last appeared a minute before `when`. */
export async function copyStories(
  db: Database,
  count: number,
  wordsOf: (one: number) => Words,
  when: Date,
): Promise<void> {
  const [publication] = await db.select().from(publications)
  const edition = (await db.select().from(editions)).find(({ id }) => id === publication?.editionId)
  const story = (await db.select().from(stories)).find(({ id }) => id === publication?.storyId)
  if (!story || !edition || !publication) throw new Error('there is nothing to copy')
  await db.transaction(async (tx) => {
    for (let one = 1; one <= count; one++) {
      const at = new Date(when.getTime() - (count - one + 1) * 60_000)
      const [id, editionId] = [story.id + MANY + one, edition.id + MANY + one]
      await tx
        .insert(stories)
        .values({ ...story, id, publicId: `copy${one}` })
        .returning()
      await tx
        .insert(editions)
        .values({ ...edition, id: editionId, storyId: id, ...wordsOf(one) })
        .returning()
      await tx
        .insert(publications)
        .values({ ...publication, storyId: id, editionId, slug: `copy-${one}`, publishedAt: at, updatedAt: at })
        .returning()
      await keepEditionSearchable(tx, id)
    }
  })
}

const MANY = 10_000 // numbers that nobody has taken yet
