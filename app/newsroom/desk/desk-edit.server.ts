// The desk changes the words: the holder of the claim saves them, as suggestions or directly.
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { type EditedWords, editModes } from '#app/newsroom/desk/edit-mode.ts'
import { keepEdit, pendingEdit, saveMark, savingWindow } from '#app/newsroom/desk/kept-edit.server.ts'
import { maySee } from '#app/newsroom/desk/policy.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { type Copy, checkCopy } from '#app/newsroom/story/copy/check-copy.ts'
import { cleanText } from '#app/newsroom/story/copy/clean-text.ts'
import type { DraftFault } from '#app/newsroom/story/draft-fault.ts'
import { strangePictures } from '#app/newsroom/story/drafts.server.ts'
import { keepAside } from '#app/newsroom/story/keep-aside.server.ts'
import { contentOf, hashOf, newestRevision, wordColumns } from '#app/newsroom/story/revisions.server.ts'
import { keepSearchable } from '#app/newsroom/story/searchable-words.server.ts'
import { type StoryState, storyOf } from '#app/newsroom/story/story.ts'
import type { Database, Writer } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import { stories } from '#db/schema/story.ts'

const words = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => cleanText(text).trim())

/**
 * What an edit changes; what is left out stays. `version` is the one the editor worked on. With `keep` the words become
 * a revision at once, without it when something asks for one (keepEdit). `aside` keeps them as a revision beside the
 * story: what was not chosen of two versions.
 */
export const deskEditInput = z.strictObject({
  version: z.int().min(1),
  headline: words(200).optional(),
  standfirst: words(400).optional(),
  copy: z.unknown().optional(),
  how: z.enum(editModes).default('suggest'),
  keep: z.boolean().default(true),
  aside: z.boolean().default(false),
  window: z
    .string()
    .regex(/^[\w-]{8,40}$/, 'This names no window.')
    .optional(),
})

export type DeskEdited =
  | { ok: true; version: number; hash: string; savedAt: Date }
  | { ok: false; because: 'not-found' }
  /** `holder`: who has the story instead. The words that were sent are kept aside. */
  | { ok: false; because: 'not-holder'; holder: string | null }
  /** `theirs` are the words as they are; `yours`: the window that asks saved them itself and never heard of it. */
  | { ok: false; because: 'changed'; version: number; state: StoryState; theirs: EditedWords; yours: boolean }
  | { ok: false; because: 'not-in-review'; version: number; state: StoryState }
  | { ok: false; because: 'faults'; faults: DraftFault[] }

type DeskEdit = z.infer<typeof deskEditInput>

/**
 * Saves the desk's words. Only while the story is in review and only for its holder; any earlier approval named other
 * words and is worth nothing for these. Words that are refused because somebody was faster are kept as a revision
 * beside the story: nothing that reached the house is lost, and nothing is put over anything.
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
  return db.transaction((tx) => editInside(tx, publicId, edit, checked?.copy ?? null, who, when))
}

async function editInside(
  tx: Writer,
  publicId: string,
  edit: DeskEdit,
  newCopy: Copy | null,
  who: Person,
  when: Date,
): Promise<DeskEdited> {
  const [row] = await tx.select().from(stories).where(eq(stories.publicId, publicId))
  if (!row || !maySee(who, row)) return { ok: false, because: 'not-found' }
  const story = storyOf(row)
  // Nobody edits their own story at the desk, and what they send is not kept there either.
  if (story.ownerId === who.id) return { ok: false, because: 'not-holder', holder: await nameOf(tx, story.claimedById) }
  const copy = newCopy ?? story.copy
  const faults = await strangePictures(tx, story.id, copy)
  if (faults.length) return { ok: false, because: 'faults', faults }
  const headline = edit.headline ?? story.headline
  const standfirst = edit.standfirst ?? story.standfirst
  const content = await contentOf(tx, { ...story, headline, standfirst, copy })
  const stored = await contentOf(tx, story)
  const hash = hashOf(content)
  const isNews = hash !== hashOf(stored)
  const setAside = async () => isNews && (await keepAside(tx, story.id, content, who.id, when))

  if (edit.aside) {
    await setAside()
    return { ok: true, version: story.version, hash: hashOf(stored), savedAt: story.savedAt }
  }
  if (story.claimedById !== who.id) {
    await setAside()
    return { ok: false, because: 'not-holder', holder: await nameOf(tx, story.claimedById) }
  }
  const now = { version: story.version, state: story.state }
  if (story.state !== 'in_review') {
    await setAside()
    return { ok: false, because: 'not-in-review', ...now }
  }
  if (story.version !== edit.version) {
    const yours = edit.window !== undefined && edit.window === savingWindow(story)
    if (!yours) await setAside()
    const theirs = { headline: stored.headline, standfirst: stored.standfirst, copy: stored.copy }
    return { ok: false, because: 'changed', ...now, theirs, yours }
  }

  const pending = await pendingEdit(tx, story)
  if (pending && pending.how !== edit.how) await keepEdit(tx, story, when)
  if (!isNews) {
    if (edit.keep) await keepEdit(tx, story, when)
    return { ok: true, version: story.version, hash, savedAt: story.savedAt }
  }
  const version = story.version + 1
  const [saved] = await tx
    .update(stories)
    .set({
      version,
      ...wordColumns(content),
      savedIn: saveMark(version, edit.how, edit.window),
      savedAt: when,
      claimSeenAt: when,
    })
    .where(and(eq(stories.id, story.id), eq(stories.version, story.version)))
    .returning()
  if (!saved) throw new Error(`story ${story.id} changed inside a transaction`)
  await keepSearchable(tx, story.id)
  if (edit.keep || (await isLongSinceKept(tx, story.id, when))) await keepEdit(tx, storyOf(saved), when)
  return { ok: true, version, hash, savedAt: when }
}

const KEEP_EVERY_MS = 10 * 60_000

// As while a contributor writes: one kept copy in ten minutes is enough to go back to, and cheap.
async function isLongSinceKept(tx: Writer, storyId: number, when: Date): Promise<boolean> {
  const newest = await newestRevision(tx, storyId)
  return newest === null || when.getTime() - newest.at.getTime() >= KEEP_EVERY_MS
}

async function nameOf(tx: Writer, id: number | null): Promise<string | null> {
  if (id === null) return null
  const [person] = await tx.select({ name: people.name }).from(people).where(eq(people.id, id))
  return person?.name ?? null
}
