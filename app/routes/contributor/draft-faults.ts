// What is wrong with a draft, said to the one who wrote it: the field is named, and what to do.
import type { DraftFault } from '#app/newsroom/story/draft-fault.ts'
import type { Words } from '#app/words/words.ts'

/** The same faults with the sentences of the person's language in the place of the program's messages. */
export function spokenFaults(faults: DraftFault[], words: Words): { path: string; message: string }[] {
  return faults.map((fault) => ({ path: fault.path, message: sentenceOf(fault, words) }))
}

function sentenceOf({ path, code, most = 0 }: DraftFault, { contributor, errors }: Words): string {
  const said = contributor.draftFaults
  const field = fieldName(path, contributor.writing)
  switch (code) {
    case 'too-long':
      return field ? said.tooLong(field, most) : errors.form.tooLong(most)
    case 'too-many':
      return field ? said.tooMany(field, most) : errors.form.tooMany(most)
    case 'not-a-choice':
      return field ? said.notAChoice(field) : errors.form.notAChoice
    case 'not-read':
      return errors.form.notRead
    case 'asides-full':
      return said.asidesFull(most)
    case undefined:
      return said.copy
    default:
      return said[code]
  }
}

function fieldName(path: string, labels: Words['contributor']['writing']): string {
  const part = path.replace(/^(byline|dateline)\./, '').split(/[.[]/)[0] ?? ''
  const label: unknown = Object.hasOwn(labels, part) ? Reflect.get(labels, part) : ''
  return typeof label === 'string' ? label : ''
}
