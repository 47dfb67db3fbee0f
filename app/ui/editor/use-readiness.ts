// What still stands between the words and the desk, looked at again after a moment of quiet.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Copy } from '#app/newsroom/story/copy/check-copy.ts'
import { isReady } from '#app/newsroom/story/readiness.ts'
import type { DraftFields } from './draft-form.ts'
import { factsOf, type WritingDraft } from './writing-draft.ts'

type HouseFaults = typeof import('#app/newsroom/story/checks/house-checks.ts')['houseFaults']

const QUIET_MS = 300

/**
 * `read` gives the words as they are now, or null while there is no editor; `rights` the photos that may be published.
 * The house checks of the words come later, as a part of the program of their own: until then what the server found stays.
 */
export function useReadiness(
  draft: WritingDraft,
  read: () => { fields: DraftFields; copy: Copy } | null,
  rights: () => ReadonlySet<string>,
) {
  const [facts, setFacts] = useState(() => factsOf(draft, draft.fields, draft.copy, rights(), draft.advice))
  const house = useRef<HouseFaults | null>(null)
  const latest = useRef({ read, rights })
  latest.current = { read, rights }

  /** Looks now; true when nothing needed is missing. */
  const lookNow = useCallback((): boolean => {
    const now = latest.current.read()
    if (!now) return false
    setFacts((before) => {
      const advice = house.current?.(now.copy, now.fields.language) ?? before.faults.filter(({ at }) => at)
      return factsOf(draft, now.fields, now.copy, latest.current.rights(), advice)
    })
    return isReady(factsOf(draft, now.fields, now.copy, latest.current.rights(), []).faults)
  }, [draft])

  const timer = useRef<ReturnType<typeof setTimeout>>()
  const look = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => whenIdle(lookNow), QUIET_MS)
  }, [lookNow])

  useEffect(() => {
    let isGone = false
    import('#app/newsroom/story/checks/house-checks.ts')
      .then(({ houseFaults }) => {
        house.current = houseFaults
        if (!isGone) look()
      })
      .catch(() => {}) // no connection: what the server found stays
    return () => {
      isGone = true
      clearTimeout(timer.current)
    }
  }, [look])

  return { facts, look, lookNow }
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(() => work(), { timeout: 1000 })
  else setTimeout(work)
}
