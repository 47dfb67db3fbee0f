// Changes what is told about a picture in words, while its story is still in its owner's hands.
import { and, eq } from 'drizzle-orm'
import type { Person } from '#app/newsroom/people/person.ts'
import type { Database } from '#db/client.ts'
import { pictures } from '#db/schema/pictures.ts'
import { editableStory } from './editable-story.server.ts'
import type { PictureWords } from './picture-words.ts'

/** Writes caption, credit, description, rights and licence of one picture of `story`. A decorative picture has no description. */
export async function describePicture(
  db: Database,
  what: { story: string; picture: string; words: PictureWords },
  who: Person,
  _when: Date,
): Promise<{ ok: true } | { ok: false; because: 'not-found' }> {
  return db.transaction(async (tx) => {
    const storyId = await editableStory(tx, what.story, who)
    if (storyId === null) return { ok: false, because: 'not-found' }
    const { caption, credit, alt, decorative, rights, licence } = what.words
    const changed = await tx
      .update(pictures)
      .set({ caption, credit, alt: decorative ? '' : alt, rightsConfirmed: rights, licence })
      .where(and(eq(pictures.publicId, what.picture), eq(pictures.storyId, storyId)))
      .returning({ id: pictures.id })
    return changed.length > 0 ? { ok: true } : { ok: false, because: 'not-found' }
  })
}
