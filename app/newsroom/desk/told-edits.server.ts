// What the desk changed by itself, as the story's contributor is told of it: change by change, with its time.
import { directlyMade } from '#app/newsroom/desk/changes-made.server.ts'
import { editChain } from '#app/newsroom/desk/edit-chain.server.ts'
import { directEdits } from '#app/newsroom/desk/open-edit.server.ts'
import { type ShownSuggestion, shownSuggestions } from '#app/newsroom/desk/shown-suggestions.ts'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import type { Story, StoryState } from '#app/newsroom/story/story.ts'
import type { Reader } from '#db/client.ts'

export type ToldEdits = {
  deskName: string
  /** Of the story. */
  language: string
  list: (ShownSuggestion & { madeAt: string })[]
}

/** An edit is no news before the desk sends it on. */
const inHand: readonly StoryState[] = ['submitted', 'in_review']

/** The direct edits since the words that the contributor last sent; null while the desk works, and where there are none. */
export async function toldEdits(db: Reader, story: Pick<Story, 'id' | 'ownerId' | 'state'>): Promise<ToldEdits | null> {
  if (inHand.includes(story.state)) return null
  const chain = await editChain(db, story)
  const edit = chain && (await directEdits(db, chain))
  if (!edit) return null
  const made = await directlyMade(db, chain)
  return {
    deskName: (await outletOf(db)).deskName,
    language: edit.edited.content.language,
    list: shownSuggestions(edit.base.content, edit.edited.content, edit.changes).map((change) => ({
      ...change,
      madeAt: (made.get(change.key)?.at ?? edit.edited.at).toISOString(),
    })),
  }
}
