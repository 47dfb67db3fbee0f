// The desk's edit that waits for its reporter's answers: which two revisions it lies between, and what was answered.
import { and, desc, eq, gt, inArray, lt } from 'drizzle-orm'
import { type EditChange, editChanges, editSubset } from '#app/newsroom/desk/suggestions.ts'
import type { Revision } from '#app/newsroom/story/revisions.server.ts'
import type { Story, StoryContent } from '#app/newsroom/story/story.ts'
import type { Reader } from '#db/client.ts'
import { suggestionAnswers } from '#db/schema/desk.ts'
import { revisions } from '#db/schema/story.ts'

/** Why a revision was kept when its words are what the contributor stands for. */
export const contributorsWords = ['submit', 'resubmit', 'suggestions'] as const satisfies readonly Revision['why'][]

export type AnsweredChange = EditChange & { accepted: boolean | null }
export type OpenEdit = { base: Revision; edited: Revision; changes: AnsweredChange[] }
export type SettledEdit = { content: StoryContent; listing: string }

/**
 * The edit on which the contributor is asked now, or null: the newest words of the desk on top of the newest that the
 * contributor stands for, while the story waits for a sign-off or for changes.
 */
export async function openEdit(db: Reader, story: Pick<Story, 'id' | 'state'>): Promise<OpenEdit | null> {
  if (story.state !== 'awaiting_sign_off' && story.state !== 'changes_requested') return null
  const edited = await newest(db, story.id, ['desk'])
  if (!edited) return null
  const base = await newest(db, story.id, contributorsWords, edited.number)
  if (!base || base.hash === edited.hash || (await isSettled(db, story.id, edited.number))) return null
  const answers = await db
    .select({ change: suggestionAnswers.change, accepted: suggestionAnswers.accepted })
    .from(suggestionAnswers)
    .where(and(eq(suggestionAnswers.revisionId, edited.id), eq(suggestionAnswers.baseId, base.id)))
  const answerOf = new Map(answers.map(({ change, accepted }) => [change, accepted]))
  const changes = editChanges(base.content, edited.content).map((change) => ({
    ...change,
    accepted: answerOf.get(change.key) ?? null,
  }))
  return changes.length ? { base, edited, changes } : null
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

async function newest(
  db: Reader,
  storyId: number,
  why: readonly Revision['why'][],
  before?: number,
): Promise<Revision | null> {
  const [row] = await db
    .select()
    .from(revisions)
    .where(
      and(
        eq(revisions.storyId, storyId),
        inArray(revisions.why, [...why]),
        before === undefined ? undefined : lt(revisions.number, before),
      ),
    )
    .orderBy(desc(revisions.number))
    .limit(1)
  return row ? { ...row, content: row.content as StoryContent } : null
}

// Words of the contributor's that came after the edit have answered it.
async function isSettled(db: Reader, storyId: number, edited: number): Promise<boolean> {
  const [later] = await db
    .select({ id: revisions.id })
    .from(revisions)
    .where(
      and(eq(revisions.storyId, storyId), inArray(revisions.why, [...contributorsWords]), gt(revisions.number, edited)),
    )
    .limit(1)
  return later !== undefined
}
