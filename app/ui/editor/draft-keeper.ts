// Keeps a draft's words safe while they are written: on the device, on the server, and together with what was written elsewhere.
// It knows no browser: what it needs of one is handed in.
import {
  type Autosave,
  type AutosaveEvent,
  afterEvent,
  hasUnsavedWords,
  isKept,
  nextSaveAt,
  openedDraft,
} from './autosave.ts'
import type { LocalDraft, LocalDrafts, SavedWords } from './local-drafts.ts'
import { isSame, type Merged } from './merge-words.ts'
import { readSaveAnswer, type SaveAnswer, type SaveFault } from './save-answer.ts'
import type { DraftWords } from './writing-draft.ts'

/** What the keeper needs around it. */
export type Surroundings = {
  /** Names this window among those of this and other devices. */
  window: string
  now(): number
  /** The words as they are in the window; null while nothing can be written yet. */
  read(): DraftWords | null
  /** Puts words into the window. `chosen` can be undone by its writer; what came from elsewhere cannot. */
  show(words: DraftWords, why: 'merged' | 'chosen'): void
  send(body: object): Promise<SaveAnswer>
  merge(base: DraftWords, mine: DraftWords, theirs: DraftWords): Promise<Merged<DraftWords>>
  /** Null where the device keeps nothing. */
  local: LocalDrafts | null
}

/** What the screen shows of it. */
export type KeeperView = {
  state: Autosave
  savedAt: string
  faults: readonly SaveFault[]
  /** Two versions that only their writer can choose between. */
  choice: { mine: DraftWords; theirs: DraftWords } | null
  /** What was not chosen, until its writer has what they need of it. */
  leftOver: DraftWords | null
  /** What came into the window by itself: from elsewhere, or from this device. */
  told: 'merged' | 'taken-up' | null
  /** Somebody else is signed in here now. */
  isSomebodyElse: boolean
  /** The language that the words read like, when that is another one than the story's. */
  suggestedLanguage?: string
}

export type Opened = SavedWords & { savedAt: string; savedIn: string }

/** `inPlaceOf`: the window that left the words behind, whose copy goes once a choice is made. */
type Choice = { mine: DraftWords; theirs: DraftWords; base: SavedWords; inPlaceOf?: string; made: () => void }

export type DraftKeeper = {
  view(): KeeperView
  changed(): void
  /** Looks for words that this device still has, and goes on with them. Call it once, when words can be shown. */
  takeUp(): Promise<void>
  /** Writes the device's copy; true when the device has every word that the server lacks. */
  keep(): Promise<boolean>
  /** Sends what is not saved, unless something is on its way or a choice is open. */
  send(): Promise<void>
  /** Saves until the server has everything or cannot; true with the version when it has. */
  flush(): Promise<{ saved: boolean; version: number }>
  hurry(): void
  choose(which: 'mine' | 'theirs'): Promise<void>
  closeLeftOver(): void
}

/** Opens the keeper of one window's draft; `onView` hears of every change of what the screen shows. */
export function openDraftKeeper(opened: Opened, around: Surroundings, onView: (view: KeeperView) => void): DraftKeeper {
  const { window, local } = around
  let base: SavedWords = { version: opened.version, words: opened.words }
  let { savedIn } = opened
  let choice: Choice | null = null
  let sending: Promise<void> | null = null
  const asides = new Map<string, DraftWords>()
  /** Words that were taken up here: the save that another window sent with them may still arrive. */
  const ours: DraftWords[] = []
  let view: KeeperView = {
    state: openedDraft(opened.version, local ? 'on' : 'off'),
    savedAt: opened.savedAt,
    faults: [],
    choice: null,
    leftOver: null,
    told: null,
    isSomebodyElse: false,
  }

  function show(more: Partial<KeeperView>) {
    view = { ...view, ...more }
    onView(view)
  }

  const tell = (event: AutosaveEvent) => show({ state: afterEvent(view.state, event) })

  async function keep(inPlaceOf?: string): Promise<boolean> {
    const words = around.read()
    if (!local || !words || !hasUnsavedWords(view.state)) return !hasUnsavedWords(view.state)
    tell({ type: 'keeping' })
    try {
      await local.keep({ window, base, words, changedAt: around.now() }, inPlaceOf)
      tell({ type: 'kept' })
      return true
    } catch {
      tell({ type: 'not-kept', at: around.now() })
      return false
    }
  }

  function send(): Promise<void> {
    const words = around.read()
    if (sending !== null) return sending
    if (!words || choice || !hasUnsavedWords(view.state)) return Promise.resolve()
    // First, so that the device never has less than what may arrive.
    if (!isKept(view.state)) void keep()
    tell({ type: 'sent' })
    sending = sendWords(words).finally(() => {
      sending = null
      // What became due meanwhile found this one on its way.
      const { state } = view
      if (state.phase === 'waiting' && (nextSaveAt(state) ?? 0) <= around.now()) void send()
    })
    return sending
  }

  /** What was not chosen goes first: nothing is overwritten before it is kept. */
  async function sendWords(words: DraftWords) {
    const stopped = await sendAsides()
    await heard(stopped ?? (await around.send(bodyOf(words))), words)
  }

  const bodyOf = ({ fields, copy }: DraftWords) => ({ version: base.version, window, ...fields, copy })

  async function heard(answer: SaveAnswer, sent: DraftWords) {
    const read = readSaveAnswer(answer, sent)
    switch (read.type) {
      case 'saved':
        base = { version: read.version, words: sent }
        show({
          savedAt: read.savedAt,
          faults: [],
          isSomebodyElse: false,
          suggestedLanguage: read.suggestedLanguage,
        })
        tell({ type: 'saved', version: read.version })
        void rest()
        return
      case 'crossed':
        tell({ type: 'conflict', version: read.version })
        // Our own save, whose answer was lost: what is here goes on from there.
        if (read.yours || ours.some((words) => isSame(words, read.theirs)))
          await settleOn({ version: read.version, words: read.theirs })
        else await reconcile({ version: read.version, words: read.theirs }, 'merged')
        return
      case 'refused':
        show({ faults: read.faults })
        return tell({ type: 'refused' })
      case 'signed-out':
        show({ isSomebodyElse: read.isSomebodyElse })
        return tell({ type: 'signed-out', at: around.now() })
      case 'failed':
        return tell({ type: 'failed', at: around.now(), retryAfterMs: read.retryAfterMs })
      case 'closed':
        return tell({ type: 'closed' })
    }
  }

  /** What is saved leaves the device's copy; what was typed meanwhile is kept on top of it. */
  async function rest() {
    if (hasUnsavedWords(view.state)) await keep()
    else await local?.drop(window).catch(() => {})
    await local?.keepLatest(base).catch(() => {})
    await sendAsides()
  }

  /** The words here now go on from `saved`; what another window left behind is in them. */
  async function settleOn(saved: SavedWords, inPlaceOf?: string) {
    base = saved
    const words = around.read()
    const changed = words !== null && !isSame(words, saved.words)
    tell({ type: 'settled', version: saved.version, changed, at: around.now() })
    if (changed) await keep(inPlaceOf)
    else {
      if (inPlaceOf) await local?.drop(inPlaceOf).catch(() => {})
      await rest()
    }
  }

  /** What is here and what was saved elsewhere become one, or a choice. */
  async function reconcile(saved: SavedWords, told: KeeperView['told']) {
    const merged = await mergedWithHere((here) => around.merge(base.words, here, saved.words))
    if (!merged) return
    if (!merged.isClean) return void offer({ ...merged, base: saved })
    around.show(merged.theirs, 'merged')
    show({ told })
    await settleOn(saved)
  }

  /** Merging waits, and people type meanwhile: then it is done again, with what they typed. */
  async function mergedWithHere(merge: (here: DraftWords) => Promise<Merged<DraftWords>>) {
    for (;;) {
      const here = around.read()
      if (!here) return null
      const merged = await merge(here)
      if (isSame(around.read(), here)) return merged
    }
  }

  function offer(two: Omit<Choice, 'made'>): Promise<void> {
    return new Promise((made) => {
      choice = { ...two, made }
      show({ choice: { mine: two.mine, theirs: two.theirs } })
    })
  }

  async function choose(which: 'mine' | 'theirs') {
    if (!choice) return
    const { base: saved, made, inPlaceOf, ...two } = choice
    choice = null
    around.show(two[which], 'chosen')
    const leftOver = two[which === 'mine' ? 'theirs' : 'mine']
    const id = `${window}-${around.now()}`
    asides.set(id, leftOver)
    show({ choice: null, leftOver, faults: [] })
    // Before the copy that holds it goes.
    await local?.keepAside(id, leftOver).catch(() => {})
    await settleOn(saved, inPlaceOf)
    made()
    await sendAsides()
  }

  /** Null when all are kept, or refused for good; else the answer that stopped it. */
  async function sendAsides(): Promise<SaveAnswer | null> {
    for (const [id, words] of asides) {
      const answer = await around.send({ ...bodyOf(words), aside: true })
      const { type } = readSaveAnswer(answer, words)
      if (type === 'failed' || type === 'signed-out') return answer
      asides.delete(id)
      if (type === 'saved') await local?.dropAside(id).catch(() => {})
    }
    return null
  }

  async function takeUp() {
    if (!local) return
    try {
      const latest = await local.latest()
      // The page is older than what this device knows to be saved: it came without the network.
      if (latest && latest.version > base.version) {
        savedIn = ''
        await reconcile(latest, null)
      }
      for (const left of await local.leftBehind()) await takeUpOne(left)
      for (const [id, words] of await local.asides()) asides.set(id, words)
    } catch {
      // A device that does not open its store keeps nothing; the page works without.
    }
    await sendAsides()
  }

  async function takeUpOne(left: LocalDraft) {
    if (isSame(left.words, base.words)) return local?.drop(left.window)
    // When that window's save arrived and its answer did not, its words go on from what is saved.
    const from = savedIn === left.window ? base.words : left.base.words
    const merged = await mergedWithHere((here) => around.merge(from, left.words, here))
    if (!merged) return
    ours.push(left.words)
    if (!merged.isClean) return offer({ ...merged, base, inPlaceOf: left.window })
    around.show(merged.theirs, 'merged')
    show({ told: 'taken-up' })
    await settleOn(base, left.window)
  }

  return {
    view: () => view,
    changed: () => tell({ type: 'changed', at: around.now() }),
    takeUp,
    keep,
    send,
    async flush() {
      // What is typed while a save is on its way needs another one, and so does a merge; a refusal ends it.
      for (let round = 0; round < 4; round++) {
        if (sending !== null) await sending
        if (!hasUnsavedWords(view.state) || choice || view.state.phase === 'closed') break
        await send()
      }
      return { saved: !hasUnsavedWords(view.state), version: view.state.version }
    },
    hurry: () => tell({ type: 'hurried', at: around.now() }),
    choose,
    closeLeftOver: () => show({ leftOver: null }),
  }
}
