// The answer of everything on the wire: kept for everybody until the press changes a part it is made of.
import { type PaperKey, paperKeys } from '#app/newsroom/outlet/paper-keys.ts'

/** 200 for everybody; `type` is the full content type, `keys` are the parts of the paper it is made of. */
export function keptAnswer(body: string | Uint8Array<ArrayBuffer>, type: string, keys: readonly PaperKey[]): Response {
  return new Response(body, { headers: { 'content-type': type, ...keptBy(keys) } })
}

/** The mark of an answer that is the same for everybody, for the server: the parts it is made of. */
export function keptBy(keys: readonly PaperKey[]): { 'x-keep': string } {
  return { 'x-keep': [paperKeys.whole, ...keys].join(' ') }
}

export const xmlType = 'application/xml; charset=utf-8'
export const textType = 'text/plain; charset=utf-8'
