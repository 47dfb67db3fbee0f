// The faults of a desk's edit as sentences, each at the field in which it is mended.
import type { DraftFault } from '#app/newsroom/story/draft-fault.ts'
import type { Words } from '#app/words/words.ts'

/** `path` is headline, standfirst or copy. */
export function spokenEditFaults(faults: readonly DraftFault[], words: Words): { path: string; message: string }[] {
  const said = words.copydesk.faults
  const spoken = faults.map(({ path, code }) => {
    if (path === 'headline' || path === 'standfirst') return { path, message: said[path] }
    return { path: 'copy', message: code === 'strange-picture' ? said['strange-picture'] : said.copy }
  })
  return spoken.filter((fault, at) => spoken.findIndex(({ message }) => message === fault.message) === at)
}
