// The mark of an answer that is the same for everybody, for the server.
import { type PaperKey, paperKeys } from '#app/newsroom/outlet/paper-keys.ts'

/** Says which parts of the paper an answer is made of: it may be kept until one of them changes. */
export function keptBy(keys: readonly PaperKey[]): { 'x-keep': string } {
  return { 'x-keep': [paperKeys.whole, ...keys].join(' ') }
}
