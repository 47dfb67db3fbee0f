// Sends a draft to the desk's door and reads what came back.
import type { Copy } from '#app/newsroom/story/copy/check-copy.ts'
import type { DraftFields } from './draft-form.ts'
import type { DraftWords } from './writing-draft.ts'

export type SaveFault = { path: string; message: string }

/** An answer as it came; status 0 when there was none. `retryAfter` in seconds, 0 when nothing was said. */
export type SaveAnswer = { status: number; body: unknown; retryAfter: number }

export type ReadAnswer =
  /** `suggestedLanguage`: what the words read like, when that is another language than the story's. */
  | { type: 'saved'; version: number; savedAt: string; suggestedLanguage?: string }
  | { type: 'crossed'; version: number; theirs: DraftWords; yours: boolean }
  | { type: 'refused'; faults: SaveFault[] }
  | { type: 'signed-out'; isSomebodyElse: boolean }
  | { type: 'closed' }
  | { type: 'failed'; retryAfterMs?: number }

// Browsers drop a larger body when a page goes away.
const KEEPALIVE_BYTES = 60 * 1024
// A network that swallows what it is given must not hold the next try up for ever.
const LONGEST_MS = 30_000

/** Puts a draft as JSON for `writer` (a public id), who alone may save it. Never throws. */
export async function putDraft(url: string, writer: string, body: object): Promise<SaveAnswer> {
  const text = JSON.stringify(body)
  try {
    const answer = await fetch(url, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'x-writer': writer },
      body: text,
      keepalive: new TextEncoder().encode(text).length < KEEPALIVE_BYTES,
      signal: AbortSignal.timeout(LONGEST_MS),
    })
    const said: unknown = await answer.json().catch(() => null)
    return { status: answer.status, body: said, retryAfter: Number(answer.headers.get('retry-after')) || 0 }
  } catch {
    return { status: 0, body: null, retryAfter: 0 }
  }
}

/** What an answer to a save means; the words that were `sent` say which fields there are. */
export function readSaveAnswer({ status, body, retryAfter }: SaveAnswer, sent: DraftWords): ReadAnswer {
  const said: Record<string, unknown> = typeof body === 'object' && body !== null ? { ...body } : {}
  if (status === 200 && typeof said.version === 'number')
    return {
      type: 'saved',
      version: said.version,
      savedAt: String(said.savedAt ?? ''),
      ...(typeof said.suggestedLanguage === 'string' ? { suggestedLanguage: said.suggestedLanguage } : {}),
    }
  if (status === 401) return { type: 'signed-out', isSomebodyElse: said.because === 'somebody-else' }
  if (status === 409 && typeof said.version === 'number') {
    const theirs = wordsIn(said.theirs, sent)
    return theirs ? { type: 'crossed', version: said.version, theirs, yours: said.yours === true } : { type: 'closed' }
  }
  if (status === 422 || status === 413) return { type: 'refused', faults: faultsIn(said.faults) }
  if (status === 403 || status === 404) return { type: 'closed' }
  return { type: 'failed', retryAfterMs: retryAfter > 0 ? retryAfter * 1000 : undefined }
}

/** A field that the server does not name is taken to be as it was sent. */
function wordsIn(raw: unknown, sent: DraftWords): DraftWords | null {
  if (typeof raw !== 'object' || raw === null || !('copy' in raw)) return null
  const names = Object.keys(sent.fields) as (keyof DraftFields)[]
  const fields = Object.fromEntries(
    names.map((name) => [name, name in raw ? Reflect.get(raw, name) : sent.fields[name]]),
  )
  return { fields: fields as DraftFields, copy: raw.copy as Copy }
}

function faultsIn(raw: unknown): SaveFault[] {
  if (!Array.isArray(raw)) return []
  return raw.flatMap((fault) =>
    typeof fault?.message === 'string' ? [{ path: String(fault.path ?? ''), message: fault.message }] : [],
  )
}
