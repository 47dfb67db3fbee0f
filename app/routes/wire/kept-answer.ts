// The answer of everything on the wire: kept for everybody until the press changes a part it is made of.
import type { PaperKey } from '#app/newsroom/outlet/paper-keys.ts'
import { keptBy } from '#app/routes/kept-by.ts'

/** 200 for everybody; `type` is the full content type, `keys` are the parts of the paper it is made of. */
export function keptAnswer(body: string | Uint8Array<ArrayBuffer>, type: string, keys: readonly PaperKey[]): Response {
  return new Response(body, { headers: { 'content-type': type, ...keptBy(keys) } })
}

export const xmlType = 'application/xml; charset=utf-8'
export const textType = 'text/plain; charset=utf-8'
