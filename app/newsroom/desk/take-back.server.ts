// Takes back one change of the desk's edit, and leaves the others exactly as they are.
import { eq } from 'drizzle-orm'
import { type DeskEdited, editCopy } from '#app/newsroom/desk/desk-edit.server.ts'
import { editPage } from '#app/newsroom/desk/edit-page.server.ts'
import { editSubset } from '#app/newsroom/desk/suggestions.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { contentOf } from '#app/newsroom/story/revisions.server.ts'
import { storyOf } from '#app/newsroom/story/story.ts'
import type { Database } from '#db/client.ts'
import { stories } from '#db/schema/story.ts'

/** `change` is a key of the edit as the screen shows it. */
export async function takeBackChange(
  db: Database,
  publicId: string,
  { version, change }: { version: number; change: string },
  who: Person,
  when: Date,
): Promise<DeskEdited | { ok: false; because: 'no-such-change' }> {
  const shown = await editPage(db, publicId, who)
  const [row] = await db.select().from(stories).where(eq(stories.publicId, publicId))
  if (!shown || !row) return { ok: false, because: 'not-found' }
  if (!shown.ok) return { ok: false, because: 'not-holder', holder: shown.holder || null }
  const { base, words, changes } = shown.page
  if (!changes.some(({ key }) => key === change)) return { ok: false, because: 'no-such-change' }
  const content = await contentOf(db, storyOf(row))
  const left = editSubset({ ...content, ...base }, { ...content, ...words }, ({ key }) => key !== change)
  const { headline, standfirst, copy } = left
  // What is taken back was a suggestion, so this is one too.
  return editCopy(db, publicId, { version, headline, standfirst, copy }, who, when)
}
