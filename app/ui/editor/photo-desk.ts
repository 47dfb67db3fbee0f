// Sends photos and their details to the desk's door, and remembers what each photo looks like.
import type { Words } from '#app/words/words.ts'
import type { PhotoWords } from './uploads.ts'

/** A photo of this story as the page shows it. */
export type PhotoInHand = { id: string; src: string; width: number; height: number; rights: boolean; licence: string }

export type PhotoAnswer = { ok: true; picture: PhotoInHand } | { ok: false; message: string }

export type PhotoDesk = {
  words: Words['contributor']['photo']
  photos: Map<string, PhotoInHand>
  /** Sends a file; `onShare` hears how much has gone, 0 to 1. Never throws. */
  send(file: File, words: PhotoWords, onShare: (share: number) => void): Promise<PhotoAnswer>
  /** Writes the details of a photo that is there. False when they could not be written. */
  describe(id: string, words: PhotoWords): Promise<boolean>
}

const LARGEST_BYTES = 15 * 1024 * 1024

/** The door for the photos of one story; `onChange` is called when what is known of a photo changed. */
export function openPhotoDesk(
  story: string,
  photos: readonly PhotoInHand[],
  words: Pick<Words['contributor'], 'photo' | 'pictureRefusals' | 'pictureQuotas'>,
  onChange: () => void,
): PhotoDesk {
  const known = new Map(photos.map((photo) => [photo.id, photo]))

  async function describe(id: string, details: PhotoWords): Promise<boolean> {
    try {
      const answer = await fetch(`/my/stories/${story}/photos`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ picture: id, ...details }),
      })
      const photo = known.get(id)
      if (answer.ok && photo) known.set(id, { ...photo, rights: details.rights })
      onChange()
      return answer.ok
    } catch {
      return false
    }
  }

  return {
    words: words.photo,
    photos: known,
    describe,
    async send(file, details, onShare) {
      if (file.size > LARGEST_BYTES) return { ok: false, message: words.pictureQuotas['too-large'](15) }
      const answer = await post(story, file, onShare)
      const picture = answer.status === 201 ? pictureIn(answer.body) : null
      if (!picture) return { ok: false, message: messageIn(answer.body) ?? words.photo.noConnection }
      known.set(picture.id, picture)
      const isDescribed = details.rights || details.caption || details.credit || details.alt
      if (isDescribed) await describe(picture.id, details)
      onChange()
      return { ok: true, picture }
    },
  }
}

// fetch cannot tell how much of a body has gone, so photos go by the older way.
function post(story: string, file: File, onShare: (share: number) => void): Promise<{ status: number; body: unknown }> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/pictures?story=${encodeURIComponent(story)}`)
    request.setRequestHeader('content-type', file.type || 'application/octet-stream')
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name.slice(0, 200)))
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onShare(event.loaded / event.total)
    })
    request.addEventListener('load', () => resolve({ status: request.status, body: parsed(request.responseText) }))
    for (const end of ['error', 'abort', 'timeout'])
      request.addEventListener(end, () => resolve({ status: 0, body: null }))
    request.send(file)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function pictureIn(body: unknown): PhotoInHand | null {
  if (typeof body !== 'object' || body === null) return null
  const { id, url, width, height } = body as Record<string, unknown>
  if (typeof id !== 'string' || typeof url !== 'string' || typeof width !== 'number' || typeof height !== 'number')
    return null
  return { id, src: url, width, height, rights: false, licence: 'all-rights' }
}

function messageIn(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('message' in body)) return null
  return typeof body.message === 'string' ? body.message : null
}
