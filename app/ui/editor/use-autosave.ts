// Carries out what the autosave machine says: sends drafts one at a time, waits, tries again, warns before words are lost.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Autosave, type AutosaveEvent, afterEvent, hasUnsavedWords, nextSaveAt, openedDraft } from './autosave.ts'

export type SaveFault = { path: string; message: string }

export type SavedDraft = { version: number; savedAt: string }

/** What came back, beyond the state itself. */
export type SaveNews<Theirs> = { savedAt: string; faults: SaveFault[]; theirs: Theirs | null }

export type Saver<Theirs> = {
  state: Autosave
  news: SaveNews<Theirs>
  changed(): void
  /** Saves now what is not saved; true when everything is with the desk, with the version it has there. */
  flush(): Promise<{ saved: boolean; version: number }>
  retry(): void
  chosen(changed: boolean): void
}

// Browsers drop a body larger than this when a page goes away.
const KEEPALIVE_BYTES = 60 * 1024

/**
 * `body` gives the draft without its version, or null while there is nothing to send. Words are sent after a moment of
 * quiet, when the window loses sight, and when the page goes away.
 */
export function useAutosave<Theirs>(
  url: string,
  opened: { version: number; savedAt: string },
  body: () => object | null,
  readTheirs: (raw: unknown) => Theirs | null,
): Saver<Theirs> {
  const [state, setState] = useState(() => openedDraft(opened.version))
  const [news, setNews] = useState<SaveNews<Theirs>>({ savedAt: opened.savedAt, faults: [], theirs: null })
  const now = useRef(state)
  const sending = useRef<Promise<void> | null>(null)
  const latest = useRef({ body, readTheirs })
  latest.current = { body, readTheirs }

  const tell = useCallback((event: AutosaveEvent) => {
    now.current = afterEvent(now.current, event)
    setState(now.current)
  }, [])

  const send = useCallback(async () => {
    const draft = latest.current.body()
    if (sending.current !== null) return sending.current
    if (draft === null) return
    const { version } = now.current
    tell({ type: 'sent' })
    sending.current = put(url, JSON.stringify({ version, ...draft }))
      .then((answer) => {
        const { event, told } = readAnswer(answer, latest.current.readTheirs)
        if (told) setNews((before) => ({ ...before, ...told }))
        tell(event)
      })
      .finally(() => {
        sending.current = null
      })
    return sending.current
  }, [url, tell])

  const due = nextSaveAt(state)
  useEffect(() => {
    if (due === null) return
    const timer = setTimeout(() => void send(), Math.max(0, due - Date.now()))
    return () => clearTimeout(timer)
  }, [due, send])

  useEffect(() => {
    const sendWaiting = () => {
      if (now.current.phase === 'waiting') void send()
    }
    const onHidden = () => {
      if (document.visibilityState === 'hidden') sendWaiting()
    }
    const onBack = () => tell({ type: 'hurried', at: Date.now() })
    const onVisible = () => {
      if (document.visibilityState === 'visible' && now.current.phase === 'signed-out') onBack()
    }
    const onLeave = (event: BeforeUnloadEvent) => {
      if (!hasUnsavedWords(now.current)) return
      sendWaiting()
      event.preventDefault()
    }
    window.addEventListener('blur', sendWaiting)
    window.addEventListener('pagehide', sendWaiting)
    window.addEventListener('online', onBack)
    window.addEventListener('beforeunload', onLeave)
    document.addEventListener('visibilitychange', onHidden)
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      window.removeEventListener('blur', sendWaiting)
      window.removeEventListener('pagehide', sendWaiting)
      window.removeEventListener('online', onBack)
      window.removeEventListener('beforeunload', onLeave)
      document.removeEventListener('visibilitychange', onHidden)
      document.removeEventListener('visibilitychange', onVisible)
    }
  }, [send, tell])

  const actions = useMemo(
    () => ({
      changed: () => tell({ type: 'changed', at: Date.now() }),
      async flush() {
        // What is typed while a save is on its way needs another one; a refusal ends it.
        for (let round = 0; round < 3; round++) {
          if (sending.current !== null) await sending.current
          if (!hasUnsavedWords(now.current)) break
          if (now.current.phase === 'conflict' || now.current.phase === 'closed') break
          await send()
        }
        return { saved: !hasUnsavedWords(now.current), version: now.current.version }
      },
      retry: () => tell({ type: 'hurried', at: Date.now() }),
      chosen(changed: boolean) {
        setNews((before) => ({ ...before, theirs: null, faults: [] }))
        tell({ type: 'chosen', changed, at: Date.now() })
      },
    }),
    [send, tell],
  )
  return { state, news, ...actions }
}

type Answer = { status: number; body: unknown; retryAfter: number }

async function put(url: string, text: string): Promise<Answer> {
  try {
    const answer = await fetch(url, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: text,
      keepalive: new TextEncoder().encode(text).length < KEEPALIVE_BYTES,
    })
    const body: unknown = await answer.json().catch(() => null)
    return { status: answer.status, body, retryAfter: Number(answer.headers.get('retry-after')) || 0 }
  } catch {
    return { status: 0, body: null, retryAfter: 0 } // no connection
  }
}

function readAnswer<Theirs>(
  { status, body, retryAfter }: Answer,
  readTheirs: (raw: unknown) => Theirs | null,
): { event: AutosaveEvent; told?: Partial<SaveNews<Theirs>> } {
  const at = Date.now()
  const said: Record<string, unknown> = typeof body === 'object' && body !== null ? { ...body } : {}
  if (status === 200 && typeof said.version === 'number')
    return {
      event: { type: 'saved', version: said.version },
      told: { savedAt: String(said.savedAt ?? ''), faults: [], theirs: null },
    }
  if (status === 401) return { event: { type: 'signed-out', at } }
  if (status === 409 && typeof said.version === 'number') {
    const theirs = readTheirs(said.theirs)
    if (theirs === null) return { event: { type: 'closed' } }
    return { event: { type: 'conflict', version: said.version }, told: { theirs } }
  }
  if (status === 422 || status === 413) return { event: { type: 'refused' }, told: { faults: faultsIn(said.faults) } }
  if (status === 403 || status === 404) return { event: { type: 'closed' } }
  return { event: { type: 'failed', at, retryAfterMs: retryAfter > 0 ? retryAfter * 1000 : undefined } }
}

function faultsIn(raw: unknown): SaveFault[] {
  if (!Array.isArray(raw)) return []
  return raw.flatMap((fault) =>
    typeof fault?.message === 'string' ? [{ path: String(fault.path ?? ''), message: fault.message }] : [],
  )
}
