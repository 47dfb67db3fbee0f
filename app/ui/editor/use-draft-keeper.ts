// Lives the keeper of a draft in a browser: its clock, the network's comings and goings, and pages that go away.
import { useEffect, useMemo, useRef, useState } from 'react'
import { asksBeforeLeaving, nextKeepAt, nextSaveAt } from './autosave.ts'
import { type DraftKeeper, type KeeperView, openDraftKeeper, type Surroundings } from './draft-keeper.ts'
import { forgetLocalDrafts, lockOf, openLocalDrafts } from './local-drafts.ts'
import { putDraft } from './save-answer.ts'
import { sendLeftBehind } from './send-left-behind.ts'
import type { WritingDraft } from './writing-draft.ts'

/** What the keeper has to know of the draft. */
export type KeptDraft = Pick<
  WritingDraft,
  'story' | 'writer' | 'version' | 'savedAt' | 'savedIn' | 'fields' | 'copy' | 'keepsLocalCopy'
>

/** The page around it; `send` where it saves through another door than the writer's own. */
type Page = Pick<Surroundings, 'read' | 'show' | 'merge'> & Partial<Pick<Surroundings, 'send'>>

/** `isReady`: the words can be read and shown. What is handed in first stays; its functions look at what is there then. */
export function useDraftKeeper(
  draft: KeptDraft,
  isReady: boolean,
  page: Page,
): DraftKeeper & { view: () => KeeperView } {
  const [view, setView] = useState<KeeperView | null>(null)
  const latest = useRef(page)
  latest.current = page
  const { keeper, name } = useMemo(() => keeperOf(draft, latest, setView), [draft])
  const { state } = view ?? keeper.view()

  useLock(name)
  useTimer(nextSaveAt(state), keeper.send)
  useTimer(nextKeepAt(state), keeper.keep)
  useComingsAndGoings(keeper)
  useEffect(() => {
    if (!isReady) return
    const alsoOthers = () => (latest.current.send ? undefined : sendLeftBehind(draft.writer, draft.story))
    if (draft.keepsLocalCopy) void keeper.takeUp().then(alsoOthers)
    else void forgetLocalDrafts(draft.writer).catch(() => {})
  }, [isReady, keeper, draft])
  return keeper
}

function keeperOf(
  { story, writer, version, savedAt, savedIn, fields, copy, keepsLocalCopy }: KeptDraft,
  page: { current: Page },
  onView: (view: KeeperView) => void,
) {
  const name = randomName()
  const keeps = keepsLocalCopy && typeof indexedDB !== 'undefined'
  const keeper = openDraftKeeper(
    { version, savedAt, savedIn, words: { fields, copy } },
    {
      window: name,
      now: () => Date.now(),
      read: () => page.current.read(),
      show: (words, why) => page.current.show(words, why),
      merge: (base, mine, theirs) => page.current.merge(base, mine, theirs),
      send: (body) => page.current.send?.(body) ?? putDraft(`/my/stories/${story}/draft`, writer, body),
      local: keeps ? openLocalDrafts(writer, story) : null,
    },
    onView,
  )
  return { keeper, name }
}

/** Held while this window lives, so that others leave its copy alone. */
function useLock(name: string) {
  useEffect(() => {
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    navigator.locks?.request(lockOf(name), () => held).catch(() => {})
    return letGo
  }, [name])
}

function useTimer(due: number | null, work: () => unknown) {
  useEffect(() => {
    if (due === null) return
    const timer = setTimeout(() => void work(), Math.max(0, due - Date.now()))
    return () => clearTimeout(timer)
  }, [due, work])
}

function useComingsAndGoings(keeper: DraftKeeper) {
  useEffect(() => {
    const phase = () => keeper.view().state.phase
    const sendWaiting = () => {
      if (phase() === 'waiting') void keeper.send()
    }
    const onGone = () => {
      void keeper.keep()
      sendWaiting()
    }
    const onSight = () => {
      if (document.visibilityState === 'hidden') onGone()
      else if (phase() === 'signed-out') keeper.hurry()
    }
    const onLeave = (event: BeforeUnloadEvent) => {
      if (asksBeforeLeaving(keeper.view().state)) event.preventDefault()
      onGone()
    }
    const listeners: [EventTarget, string, (event: never) => void][] = [
      [window, 'blur', sendWaiting],
      [window, 'pagehide', onGone],
      [window, 'online', keeper.hurry],
      [window, 'beforeunload', onLeave],
      [document, 'visibilitychange', onSight],
    ]
    for (const [where, what, work] of listeners) where.addEventListener(what, work as EventListener)
    return () => {
      for (const [where, what, work] of listeners) where.removeEventListener(what, work as EventListener)
    }
  }, [keeper])
}

function randomName(): string {
  if (typeof crypto === 'undefined') return '' // on the server, where nothing is written
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
