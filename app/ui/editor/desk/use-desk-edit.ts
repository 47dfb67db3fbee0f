// The desk's edit in a browser: its fields and text kept and saved, how it is meant, and what stands in the way of it.
import { useMemo, useRef, useState } from 'react'
import type { EditMode } from '#app/newsroom/desk/edit-mode.ts'
import type { EditPage } from '#app/newsroom/desk/edit-page.ts'
import { fieldValue, forceValue } from '../draft-form.ts'
import { isSame } from '../merge-words.ts'
import { putDraft, type SaveAnswer } from '../save-answer.ts'
import type { StoryBox } from '../story-editor.tsx'
import { type KeptDraft, useDraftKeeper } from '../use-draft-keeper.ts'
import type { DraftWords } from '../writing-draft.ts'

/** Why nothing can be saved here any more; `by` is who has the story now. */
export type Lost = { because: 'not-holder' | 'moved'; by: string }

type Around = { form: () => HTMLFormElement | null; box: () => StoryBox | null; onShown: () => void }

/** `page` is what it was opened with; later values are not looked at. `me` is the editor's public id. */
export function useDeskEdit(page: EditPage, me: string, isReady: boolean, around: Around) {
  const [mode, setMode] = useState<EditMode>('suggest')
  const [lost, setLost] = useState<Lost | null>(null)
  const how = useRef<EditMode>('suggest')
  const draft = useMemo(() => keptDraft(page, me), [page, me])
  const window = useRef('')

  const read = (): DraftWords | null => {
    const [form, box] = [around.form(), around.box()]
    if (!form || !box) return null
    const line = (name: string) => fieldValue(form, name).replace(/\s+/g, ' ')
    return { fields: { ...draft.fields, headline: line('headline'), standfirst: line('standfirst') }, copy: box.copy() }
  }

  async function put(body: object): Promise<SaveAnswer> {
    const answer = await putDraft(`/desk/stories/${page.publicId}/draft`, me, { how: how.current, ...body })
    const said: { by?: unknown; theirs?: unknown } = Object(answer.body)
    if (answer.status === 403) setLost({ because: 'not-holder', by: typeof said.by === 'string' ? said.by : '' })
    if (answer.status === 409 && said.theirs === null) setLost({ because: 'moved', by: '' })
    return answer
  }

  const keeper = useDraftKeeper(draft, isReady, {
    read,
    show({ fields, copy }, why) {
      const form = around.form()
      if (!form) return
      forceValue(form, 'headline', fields.headline)
      forceValue(form, 'standfirst', fields.standfirst)
      around.box()?.adopt(copy, { undoable: why === 'chosen' })
      around.onShown()
    },
    merge: async (base, mine, theirs) => onlyOneChanged(base, mine, theirs) ?? { isClean: false, mine, theirs },
    send: (body) => {
      const { version, window: name, headline, standfirst, copy, aside }: Record<string, unknown> = { ...body }
      window.current = String(name)
      return put({ version, window: name, headline, standfirst, copy, keep: false, ...(aside ? { aside } : {}) })
    },
  })

  /** Saves every word and keeps them as a version; null when that was not possible. */
  async function keepNow(): Promise<number | null> {
    const { saved, version } = await keeper.flush()
    const words = read()
    if (!saved || !words) return null
    const { headline, standfirst } = words.fields
    const named = window.current ? { window: window.current } : {}
    const answer = await put({ version, headline, standfirst, copy: words.copy, keep: true, ...named })
    const kept: { version?: unknown } = Object(answer.body)
    return answer.status === 200 && kept.version === version ? version : null
  }

  /** The other way of editing begins with words that are saved as they were meant. False when they could not be. */
  async function switchTo(next: EditMode): Promise<boolean> {
    if ((await keepNow()) === null) return false
    how.current = next
    setMode(next)
    return true
  }

  return { keeper, mode, lost, keepNow, switchTo }
}

/** Nothing that somebody else wrote comes into the window by itself: only where one side changed nothing is there no choice. */
function onlyOneChanged(base: DraftWords, mine: DraftWords, theirs: DraftWords) {
  if (isSame(theirs, base)) return { isClean: true, mine, theirs: mine }
  if (isSame(mine, base) || isSame(mine, theirs)) return { isClean: true, mine: theirs, theirs }
  return null
}

function keptDraft(page: EditPage, me: string): KeptDraft {
  const { headline, standfirst, copy } = page.words
  return {
    story: page.publicId,
    // Apart from the stories that the editor writes: their own words go through another door.
    writer: `desk:${me}`,
    version: page.version,
    savedAt: page.savedAt,
    savedIn: '',
    keepsLocalCopy: page.keepsLocalCopy,
    fields: {
      headline,
      standfirst,
      section: null,
      topics: [],
      byline: { kind: 'name', penName: '' },
      language: page.language,
      call: null,
      sources: '',
      knownWhere: '',
      knownWhen: '',
      knownHow: '',
      aiUse: '',
      aiNote: '',
    },
    copy,
  }
}
