// The desk changes the words: the holder of the claim saves them as a revision of their own.
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { maySee } from '#app/newsroom/desk/policy.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { checkCopy } from '#app/newsroom/story/copy/check-copy.ts'
import { cleanText } from '#app/newsroom/story/copy/clean-text.ts'
import type { DraftFault } from '#app/newsroom/story/draft-fault.ts'
import { strangePictures } from '#app/newsroom/story/drafts.server.ts'
import { contentOf, keepRevision, wordColumns } from '#app/newsroom/story/revisions.server.ts'
import { keepSearchable } from '#app/newsroom/story/searchable-words.server.ts'
import { type StoryState, storyOf } from '#app/newsroom/story/story.ts'
import type { Database } from '#db/client.ts'
import { stories } from '#db/schema/story.ts'

const words = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => cleanText(text).trim())

/** What an edit changes; what is left out stays. `version` is the one the editor worked on. */
export const deskEditInput = z.strictObject({
  version: z.int().min(1),
  headline: words(200).optional(),
  standfirst: words(400).optional(),
  copy: z.unknown().optional(),
})

export type DeskEdited =
  | { ok: true; version: number; hash: string }
  | { ok: false; because: 'not-found' | 'not-holder' }
  | { ok: false; because: 'changed' | 'not-in-review'; version: number; state: StoryState }
  | { ok: false; because: 'faults'; faults: DraftFault[] }

/**
 * Saves the desk's words as the story's next revision. Only while the story is in review and only for its holder;
 * any earlier approval named other words and is worth nothing for these.
 */
export async function editCopy(
  db: Database,
  publicId: string,
  input: z.input<typeof deskEditInput>,
  who: Person,
  when: Date,
): Promise<DeskEdited> {
  const parsed = deskEditInput.safeParse(input)
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }))
    return { ok: false, because: 'faults', faults }
  }
  const edit = parsed.data
  const checked = edit.copy === undefined ? null : checkCopy(edit.copy)
  if (checked && !checked.ok) return { ok: false, because: 'faults', faults: checked.faults }
  return db.transaction(async (tx): Promise<DeskEdited> => {
    const [row] = await tx.select().from(stories).where(eq(stories.publicId, publicId))
    if (!row || !maySee(who, row)) return { ok: false, because: 'not-found' }
    const story = storyOf(row)
    if (story.claimedById !== who.id || story.ownerId === who.id) return { ok: false, because: 'not-holder' }
    const now = { version: story.version, state: story.state }
    if (story.state !== 'in_review') return { ok: false, because: 'not-in-review', ...now }
    if (story.version !== edit.version) return { ok: false, because: 'changed', ...now }
    const copy = checked?.copy ?? story.copy
    const faults = await strangePictures(tx, story.id, copy)
    if (faults.length) return { ok: false, because: 'faults', faults }

    const edited = {
      ...story,
      headline: edit.headline ?? story.headline,
      standfirst: edit.standfirst ?? story.standfirst,
      copy,
    }
    const revision = await keepRevision(tx, story.id, await contentOf(tx, edited), 'desk', who.id, when)
    const version = story.version + 1
    await tx
      .update(stories)
      .set({
        version,
        ...wordColumns(edited),
        revisionId: revision.id,
        savedAt: when,
        claimSeenAt: when,
      })
      .where(and(eq(stories.id, story.id), eq(stories.version, story.version)))
      .returning({ id: stories.id })
    await keepSearchable(tx, story.id)
    return { ok: true, version, hash: revision.hash }
  })
}
