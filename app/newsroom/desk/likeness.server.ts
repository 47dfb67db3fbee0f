// What of other stories is like the one on the review page, for those of the desk who may know.
import { eq } from 'drizzle-orm'
import { maySee } from '#app/newsroom/desk/policy.ts'
import { hasShare } from '#app/newsroom/desk/policy-facts.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { contentOf } from '#app/newsroom/story/revisions.server.ts'
import { storyOf } from '#app/newsroom/story/story.ts'
import type { Reader } from '#db/client.ts'
import { stories } from '#db/schema/story.ts'
import type { Likeness } from './likeness.ts'
import { picturesLike } from './picture-likeness.server.ts'
import { textsLike } from './text-likeness.server.ts'

/** Texts and photos of other stories like this one's; nothing for its own writer, nor for a draft. */
export async function likenessOf(db: Reader, publicId: string, who: Person): Promise<Likeness> {
  const [row] = await db.select().from(stories).where(eq(stories.publicId, publicId))
  if (!row || row.ownerId === who.id || row.state === 'draft' || !maySee(who, row)) return { texts: [], pictures: [] }
  if (await hasShare(db, row.id, who.id)) return { texts: [], pictures: [] }
  const content = await contentOf(db, storyOf(row))
  const [texts, pictures] = await Promise.all([
    textsLike(db, { id: row.id, ownerId: row.ownerId, byline: content.byline }, content),
    picturesLike(db, row.id),
  ])
  return { texts, pictures }
}
