// The reporter answers the desk's edit, change by change; answers can be altered until they are sent.
import { and, desc, eq, sql } from 'drizzle-orm'
import { reasonsOf } from '#app/newsroom/desk/change-reasons.server.ts'
import { changesMade } from '#app/newsroom/desk/changes-made.server.ts'
import { type AnsweredChange, type OpenEdit, openEdit, settledEdit } from '#app/newsroom/desk/open-edit.server.ts'
import { type ShownSuggestion, shownSuggestions } from '#app/newsroom/desk/shown-suggestions.ts'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { mergeThreeWays } from '#app/newsroom/story/copy/compare-copy.ts'
import { ownStory } from '#app/newsroom/story/drafts.server.ts'
import { contentOf, hashOf, keepRevision, wordColumns } from '#app/newsroom/story/revisions.server.ts'
import { keepSearchable } from '#app/newsroom/story/searchable-words.server.ts'
import type { Story, StoryContent } from '#app/newsroom/story/story.ts'
import type { Database, Reader } from '#db/client.ts'
import { deskLog, suggestionAnswers } from '#db/schema/desk.ts'
import { stories } from '#db/schema/story.ts'

export type Suggestions = {
  /** Hash of the desk's words: an answer names the edit it is about. */
  edit: string
  language: string
  deskName: string
  at: string
  /** What the desk wrote when it asked; '' when it wrote nothing. */
  reason: string
  list: (ShownSuggestion<AnsweredChange> & Made)[]
  open: number
  rejected: number
}

/** Why the desk made a change, in its own words or '', and when it first did. */
type Made = { reason: string; madeAt: string }

/** The desk's edit of one's own story, while it waits for answers; null when there is none. */
export async function suggestionsOf(db: Reader, story: Story): Promise<Suggestions | null> {
  const edit = await openEdit(db, story)
  if (!edit) return null
  const { base, edited, changes } = edit
  const [reasons, made] = await Promise.all([reasonsOf(db, edit), changesMade(db, story)])
  const [asked] = await db
    .select({ note: deskLog.note })
    .from(deskLog)
    .where(and(eq(deskLog.storyId, story.id), eq(deskLog.toState, story.state)))
    .orderBy(desc(deskLog.id))
    .limit(1)
  return {
    edit: edited.hash,
    language: edited.content.language,
    deskName: (await outletOf(db)).deskName,
    at: edited.at.toISOString(),
    reason: asked?.note ?? '',
    list: shownSuggestions(base.content, edited.content, changes).map((change) => ({
      ...change,
      reason: reasons.get(change.key) ?? '',
      madeAt: (made.get(change.key)?.at ?? edited.at).toISOString(),
    })),
    open: changes.filter((change) => change.accepted === null).length,
    rejected: changes.filter((change) => change.accepted === false).length,
  }
}

export type SuggestionAnswered =
  /** `next`: key of the change that waits for an answer, from the answered one on; null when none does. */
  | { ok: true; open: number; next: string | null }
  /** `stale`: the desk's edit is another one by now, or is no longer asked about. */
  | { ok: false; because: 'not-found' | 'stale' | 'no-such-change' }

/** Accepts or rejects one change of the edit (by its key), or all of them; the story's owner only. */
export async function answerSuggestion(
  db: Database,
  publicId: string,
  { edit, change, accepted }: { edit: string; change: string | 'all'; accepted: boolean },
  who: Person,
  when: Date,
): Promise<SuggestionAnswered> {
  return db.transaction(async (tx): Promise<SuggestionAnswered> => {
    const story = await ownStory(tx, publicId, who)
    if (!story) return { ok: false, because: 'not-found' }
    const open = await openEdit(tx, story)
    if (!open || open.edited.hash !== edit) return { ok: false, because: 'stale' }
    const meant = change === 'all' ? open.changes : open.changes.filter(({ key }) => key === change)
    if (meant.length === 0) return { ok: false, because: 'no-such-change' }
    const named = { storyId: story.id, revisionId: open.edited.id, baseId: open.base.id }
    for (let from = 0; from < meant.length; from += ROWS_AT_A_TIME)
      await tx
        .insert(suggestionAnswers)
        .values(
          meant
            .slice(from, from + ROWS_AT_A_TIME)
            .map(({ key }) => ({ ...named, change: key, accepted, byId: who.id, at: when })),
        )
        .onConflictDoUpdate({
          target: [suggestionAnswers.revisionId, suggestionAnswers.baseId, suggestionAnswers.change],
          set: { accepted: sql`excluded.accepted`, at: sql`excluded.at` },
        })
        .returning({ id: suggestionAnswers.id })
    const touched = new Set(meant.map(({ key }) => key))
    const at = open.changes.findIndex(({ key }) => key === change) + 1
    const waiting = [...open.changes.slice(at), ...open.changes.slice(0, at)].filter(
      (one) => one.accepted === null && !touched.has(one.key),
    )
    return { ok: true, open: waiting.length, next: waiting[0]?.key ?? null }
  })
}

// SQLite takes 32,766 values in a statement; a row has seven.
const ROWS_AT_A_TIME = 500

export type AnswersTakenOver =
  | { ok: true; version: number }
  /** `open`: not every change is answered. `collides`: own later words stand where a rejected change was. */
  | { ok: false; because: 'not-found' | 'stale' | 'changed' | 'open' | 'collides' }

/**
 * While the reporter works on requested changes: puts their answers into the draft. Rejected changes go out of it,
 * what the reporter has written since stays in it; the words before are kept as a revision. In a story that waits for
 * a sign-off this is the move `answerEdit`.
 */
export async function takeOverAnswers(
  db: Database,
  publicId: string,
  { edit, version }: { edit: string; version: number },
  who: Person,
  when: Date,
): Promise<AnswersTakenOver> {
  return db.transaction(async (tx): Promise<AnswersTakenOver> => {
    const story = await ownStory(tx, publicId, who)
    if (!story) return { ok: false, because: 'not-found' }
    const open = await openEdit(tx, story)
    if (story.state !== 'changes_requested' || !open || open.edited.hash !== edit)
      return { ok: false, because: 'stale' }
    if (story.version !== version) return { ok: false, because: 'changed' }
    if (open.changes.some((change) => change.accepted === null)) return { ok: false, because: 'open' }
    const current = await contentOf(tx, story)
    const next = withAnswers(open, current)
    if (!next) return { ok: false, because: 'collides' }
    if (hashOf(current) !== open.edited.hash) await keepRevision(tx, story.id, current, 'autosave', who.id, when)
    const revision = await keepRevision(tx, story.id, next, 'suggestions', who.id, when)
    await tx
      .update(stories)
      .set({
        ...wordColumns(next),
        version: version + 1,
        revisionId: revision.id,
        savedAt: when,
      })
      .where(and(eq(stories.id, story.id), eq(stories.version, version)))
      .returning({ id: stories.id })
    await keepSearchable(tx, story.id)
    return { ok: true, version: version + 1 }
  })
}

/** The draft with the answers in it: exact while nothing was written since the edit, else merged; null where both meet. */
function withAnswers(open: OpenEdit, current: StoryContent): StoryContent | null {
  const { content: answered } = settledEdit(open, current)
  const edited = open.edited.content
  const { copy, conflicts } = mergeThreeWays(edited.copy, current.copy, answered.copy)
  const headline = mergedLine(edited.headline, current.headline, answered.headline)
  const standfirst = mergedLine(edited.standfirst, current.standfirst, answered.standfirst)
  if (conflicts.length || headline === null || standfirst === null) return null
  return { ...current, headline, standfirst, copy }
}

function mergedLine(base: string, mine: string, theirs: string): string | null {
  if (mine === base || mine === theirs) return theirs
  return theirs === base ? mine : null
}
