// The desk's edit that waits for its reporter's answers: which two revisions it lies between, and what was answered.
import { and, eq } from 'drizzle-orm'
import { type EditChain, editChain, wordsOfKept } from '#app/newsroom/desk/edit-chain.server.ts'
import { type EditChange, editChanges, editSubset } from '#app/newsroom/desk/suggestions.ts'
import type { Revision } from '#app/newsroom/story/revisions.server.ts'
import type { Story, StoryContent } from '#app/newsroom/story/story.ts'
import type { Reader } from '#db/client.ts'
import { suggestionAnswers } from '#db/schema/desk.ts'

export type AnsweredChange = EditChange & { accepted: boolean | null }
export type OpenEdit = { base: Revision; edited: Revision; changes: AnsweredChange[] }
export type SettledEdit = { content: StoryContent; listing: string }

/**
 * The edit on which the contributor is asked now, or null: what the desk suggests on top of the words that the
 * contributor stands for, while the story waits for a sign-off or for changes. Direct edits are in the base: they are
 * not asked about (`directEdits`), and no answer takes them out.
 */
export async function openEdit(db: Reader, story: Pick<Story, 'id' | 'ownerId' | 'state'>): Promise<OpenEdit | null> {
  if (story.state !== 'awaiting_sign_off' && story.state !== 'changes_requested') return null
  const chain = await editChain(db, story)
  if (!chain) return null
  const edit = await suggestedIn(db, chain)
  if (!edit) return null
  const answers = await db
    .select({ change: suggestionAnswers.change, accepted: suggestionAnswers.accepted })
    .from(suggestionAnswers)
    .where(and(eq(suggestionAnswers.revisionId, edit.edited.id), eq(suggestionAnswers.baseId, edit.base.id)))
  const answerOf = new Map(answers.map(({ change, accepted }) => [change, accepted]))
  return { ...edit, changes: edit.changes.map((change) => ({ ...change, accepted: answerOf.get(change.key) ?? null })) }
}

export type SuggestedEdit = { base: Revision; edited: Revision; changes: EditChange[] }

/** What the kept edit suggests, asked about or not yet; null when that is nothing. */
export async function suggestedIn(db: Reader, { base, edited }: EditChain): Promise<SuggestedEdit | null> {
  if (base.hash === edited.hash) return null
  const [from, to] = [await wordsOfKept(db, base), await wordsOfKept(db, edited)]
  const changes = editChanges(from.content, to.content)
  return changes.length ? { base: from, edited: to, changes } : null
}

/** The desk's direct edits since the contributor's own words; null when there are none. */
export async function directEdits(db: Reader, { own, base }: EditChain): Promise<SuggestedEdit | null> {
  return base.id === own.id ? null : suggestedIn(db, { own, base: own, edited: base, kept: [] })
}

/** The words with exactly the accepted changes, and a list of the answers that reads the same in every language. */
export function settledEdit(edit: OpenEdit, current: StoryContent): SettledEdit {
  const isAccepted = new Set(edit.changes.filter((change) => change.accepted).map((change) => change.key))
  const { headline, standfirst, copy } = editSubset(edit.base.content, edit.edited.content, ({ key }) =>
    isAccepted.has(key),
  )
  const listing = edit.changes.map((change) => `${change.accepted ? '✓' : '✗'} ${asLine(change)}`).join('\n')
  return { content: { ...current, headline, standfirst, copy }, listing }
}

const LONGEST_PART = 120

function asLine({ removed, added }: EditChange): string {
  const part = (words: string) => {
    const line = words.replace(/\s+/g, ' ').trim()
    return line.length > LONGEST_PART ? `${line.slice(0, LONGEST_PART).trimEnd()}…` : line || '–'
  }
  return `${part(removed)} → ${part(added)}`
}
