// Keeps the desk's working copy as revisions: when an editor saves it, changes the way of editing, or the story moves on.
import { and, eq } from 'drizzle-orm'
import { carryReasons } from '#app/newsroom/desk/change-reasons.server.ts'
import { type EditChain, editChain, wordsOfKept } from '#app/newsroom/desk/edit-chain.server.ts'
import { type EditMode, movedBase } from '#app/newsroom/desk/edit-mode.ts'
import { contentOf, hashOf, keepRevision } from '#app/newsroom/story/revisions.server.ts'
import type { Story, StoryContent } from '#app/newsroom/story/story.ts'
import type { Reader, Writer } from '#db/client.ts'
import { stories } from '#db/schema/story.ts'

/** Words of the desk that are saved and not yet kept as a revision, and how they were written. */
export type PendingEdit = { content: StoryContent; chain: EditChain; how: EditMode }

/** What of the desk's working copy no revision holds; null when all of it is kept. */
export async function pendingEdit(db: Reader, story: Story): Promise<PendingEdit | null> {
  if (story.state !== 'in_review') return null
  const chain = await editChain(db, story)
  if (!chain) return null
  const content = await contentOf(db, story)
  if (hashOf(content) === chain.edited.hash) return null
  return { content, chain, how: savedHow(story) }
}

/**
 * Keeps what is pending as revisions of the claim's holder, and returns the story as it is then. The direct part of an
 * edit becomes the base of what is suggested (`direct`), the words as they are come after it (`desk`).
 */
export async function keepEdit(tx: Writer, story: Story, when: Date): Promise<Story> {
  const pending = await pendingEdit(tx, story)
  if (!pending) return story
  const { content, chain, how } = pending
  const byId = story.claimedById
  const base = how === 'direct' ? await keepBase(tx, story, pending, when) : chain.base
  const edited = base.hash === hashOf(content) ? base : await keepRevision(tx, story.id, content, 'desk', byId, when)
  await carryReasons(tx, story.id, chain, { base, edited })
  await tx
    .update(stories)
    .set({ revisionId: edited.id })
    .where(and(eq(stories.id, story.id), eq(stories.version, story.version)))
    .returning({ id: stories.id })
  return { ...story, revisionId: edited.id }
}

async function keepBase(tx: Writer, story: Story, { content, chain }: PendingEdit, when: Date) {
  const [base, before] = [await wordsOfKept(tx, chain.base), await wordsOfKept(tx, chain.edited)]
  const moved = { ...base.content, ...movedBase(base.content, before.content, content) }
  if (hashOf(moved) === base.hash) return chain.base
  return keepRevision(tx, story.id, moved, 'direct', story.claimedById, when)
}

/** The mark of a save from the desk: its version, how it was meant, and the window it came from. */
export function saveMark(version: number, how: EditMode, window = ''): string {
  return `${version}:${how}.${window}`
}

/** How the words were saved. Where that is not known they are suggestions: then nothing goes unasked. */
function savedHow({ savedIn, version }: Story): EditMode {
  return savedIn?.startsWith(`${version}:direct.`) ? 'direct' : 'suggest'
}

/** The window whose save made this version; '' when it was made otherwise. */
export function savingWindow({ savedIn, version }: Story): string {
  return savedIn?.match(/^(\d+):(?:suggest|direct)\.(.*)$/)?.[1] === String(version)
    ? (savedIn.split('.')[1] ?? '')
    : ''
}
