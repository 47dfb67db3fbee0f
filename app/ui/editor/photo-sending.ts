// Sends a photo to the desk in pieces, for as long as it takes: it goes on where the line was cut.
import type { PhotoInHand } from './photo-desk.ts'
import type { WaitingPhoto } from './photos-waiting.ts'

const KB = 1024
export const pieces = { first: 256 * KB, least: 256 * KB, most: 1024 * KB } as const
const fastMs = 1_500
const slowMs = 6_000
const longestPauseMs = 30_000

export type SendNews =
  | { kind: 'sending'; share: number }
  /** All bytes are there; the desk makes the sizes. */
  | { kind: 'working' }
  | { kind: 'waiting'; because: 'offline' | 'signed-out' | 'busy' }

export type SendEnd =
  | { ok: true; picture: PhotoInHand }
  /** The desk will not have it: its own sentence, or null when it gave none. */
  | { ok: false; message: string | null }
  | { ok: false; stopped: true }

type Answer = { status: number; body: Record<string, unknown>; pauseMs: number }

/** Sends `photo` until it has arrived, is refused, or `signal` stops it. Every step may be repeated: nothing is doubled. */
export async function sendPhoto(
  photo: WaitingPhoto,
  { signal, onNews }: { signal: AbortSignal; onNews: (news: SendNews) => void },
): Promise<SendEnd> {
  const bytes = new Blob(photo.original ? [photo.picture, photo.original] : [photo.picture])
  const whole = { ...photo, total: bytes.size }
  let failures = 0
  let size: number = pieces.first
  let upload = null as { id: string; received: number } | null
  while (!signal.aborted) {
    const began = performance.now()
    const answer: Answer = upload
      ? await sendPiece(upload.id, bytes, upload.received, size, signal, onNews)
      : await begin(whole, signal)
    if (signal.aborted) break
    const picture = answer.status === 201 ? pictureIn(answer.body.picture, photo) : null
    if (picture) return { ok: true, picture }
    const { id, received } = answer.body
    if (answer.status === 200 && typeof received === 'number') {
      if (upload) size = nextSize(size, performance.now() - began)
      upload = { id: typeof id === 'string' ? id : (upload?.id ?? ''), received }
      failures = 0
      onNews({ kind: 'sending', share: received / bytes.size })
      if (received === bytes.size) upload = null // all there, yet no picture: asking again settles it
      continue
    }
    if (answer.status === 409 && upload && typeof received === 'number') {
      upload = { ...upload, received }
      continue
    }
    if (isFinal(answer, upload !== null)) return { ok: false, message: messageIn(answer.body) }
    // Whatever happened, the desk says at the next beginning how far it is.
    upload = null
    size = pieces.least
    onNews({ kind: 'waiting', because: whyIn(answer.status) })
    await pause(answer.pauseMs || Math.min(longestPauseMs, 1_000 * 2 ** failures), signal)
    failures += 1
  }
  return { ok: false, stopped: true }
}

/** Tells the desk that a photo will not come. What it does not hear it sweeps by itself. */
export async function dropPhoto(photo: WaitingPhoto): Promise<void> {
  const { body } = await begin({ ...photo, total: photo.picture.size + (photo.original?.size ?? 0) })
  if (typeof body.id === 'string' && !body.picture)
    await fetch(`/pictures/uploads/${body.id}`, { method: 'DELETE' }).catch(() => {})
}

async function begin(photo: WaitingPhoto & { total: number }, signal?: AbortSignal): Promise<Answer> {
  const { key, story, name, picture, original, told, keepFacts } = photo
  const { graphic: _ofTheStory, ...words } = photo.words
  const about = {
    story,
    clientKey: key,
    bytes: photo.total,
    originalBytes: original?.size ?? 0,
    type: picture.type,
    fileName: keepFacts ? name.slice(0, 200) : '',
    keepFacts,
    ...(told ? { told } : {}),
    words,
  }
  try {
    const answer = await fetch('/pictures/uploads', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(about),
      signal,
    })
    return {
      status: answer.status,
      body: objectIn(await answer.text()),
      pauseMs: pauseIn(answer.headers.get('retry-after')),
    }
  } catch {
    return { status: 0, body: {}, pauseMs: 0 }
  }
}

// fetch cannot tell how much of a body has gone, so pieces go by the older way.
function sendPiece(
  id: string,
  bytes: Blob,
  from: number,
  size: number,
  signal: AbortSignal,
  onNews: (news: SendNews) => void,
): Promise<Answer> {
  return new Promise((resolve) => {
    const piece = bytes.slice(from, from + size)
    const request = new XMLHttpRequest()
    request.open('PATCH', `/pictures/uploads/${id}?from=${from}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('accept', 'application/json')
    request.upload.addEventListener('progress', ({ loaded }) => {
      onNews({ kind: 'sending', share: (from + loaded) / bytes.size })
    })
    request.upload.addEventListener('load', () => {
      if (from + piece.size >= bytes.size) onNews({ kind: 'working' })
    })
    const end = (status: number) => {
      signal.removeEventListener('abort', stop)
      const pauseMs = status === 0 ? 0 : pauseIn(request.getResponseHeader('retry-after'))
      resolve({ status, body: objectIn(request.responseText), pauseMs })
    }
    const stop = () => request.abort()
    request.addEventListener('load', () => end(request.status))
    for (const name of ['error', 'abort', 'timeout']) request.addEventListener(name, () => end(0))
    signal.addEventListener('abort', stop)
    request.timeout = 120_000
    // A file that was changed or taken away since it was chosen cannot be read any more.
    piece.arrayBuffer().then(
      (body) => request.send(body),
      () => end(0),
    )
  })
}

function nextSize(size: number, tookMs: number): number {
  if (tookMs < fastMs) return Math.min(pieces.most, size * 2)
  return tookMs > slowMs ? Math.max(pieces.least, size / 2) : size
}

// 404 for a piece: the desk gave the upload up, and it can be begun again. 404 at the beginning: there is no such story.
function isFinal({ status, body }: Answer, isPiece: boolean): boolean {
  if (status === 404) return !isPiece
  if (status === 429) return body.because === 'day-full'
  return [400, 413, 415, 422].includes(status)
}

function whyIn(status: number): 'offline' | 'signed-out' | 'busy' {
  if (status === 401 || status === 403) return 'signed-out'
  return status === 0 ? 'offline' : 'busy'
}

/** Waits, but not longer than until the network or the writer is back. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const events: [EventTarget, string][] = [
      [window, 'online'],
      [window, 'focus'],
      [signal, 'abort'],
    ]
    const go = () => {
      clearTimeout(timer)
      for (const [where, what] of events) where.removeEventListener(what, go)
      resolve()
    }
    const timer = setTimeout(go, ms)
    for (const [where, what] of events) where.addEventListener(what, go)
  })
}

function pauseIn(header: string | null): number {
  const seconds = Number(header)
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 60) * 1000 : 0
}

function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

function pictureIn(value: unknown, { words }: WaitingPhoto): PhotoInHand | null {
  if (typeof value !== 'object' || value === null) return null
  const { id, url, width, height } = value as Record<string, unknown>
  if (typeof id !== 'string' || typeof url !== 'string' || typeof width !== 'number' || typeof height !== 'number')
    return null
  return { id, src: url, width, height, rights: words.rights, licence: words.licence }
}

function messageIn(body: Record<string, unknown>): string | null {
  return typeof body.message === 'string' ? body.message : null
}
