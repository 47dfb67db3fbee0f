// The answer of everything the house drew: the same for everybody, and asked again before it is shown again.

import { createHash } from 'node:crypto'
import type { PaperKey } from '#app/newsroom/outlet/paper-keys.ts'
import { keptBy } from '#app/routes/kept-by.ts'

/** 200 with the file, or 304 to who has it. No cache keeps it for long: a story that is taken down takes its card along. */
export function drawnAnswer(file: Uint8Array, type: string, request: Request, keys: readonly PaperKey[]): Response {
  const etag = `"${createHash('sha256').update(file).digest('base64url').slice(0, 22)}"`
  const headers = new Headers({ 'content-type': type, ...keptBy(keys), etag })
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  headers.set('content-length', String(file.byteLength))
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(file), { headers })
}
