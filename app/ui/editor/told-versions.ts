// Two versions of a draft in words that a person can compare: the texts, and what differs beside them.
import { copyToText } from '#app/newsroom/story/copy/copy-facts.ts'
import type { Words } from '#app/words/words.ts'
import { isSame } from './merge-words.ts'
import type { Version } from './two-versions.tsx'
import type { DraftWords } from './writing-draft.ts'

/** One version as it is shown; `against` is the one that it is compared with. */
export function toldVersion(version: DraftWords, against: DraftWords, words: Words['contributor']): Version {
  const { headline, standfirst, ...rest } = version.fields
  const others = Object.entries(rest)
    .filter(([name, value]) => !isSame(value, Reflect.get(against.fields, name)))
    .map(([name, value]) => ({
      label: words.conflict.fields[name] ?? words.conflict.otherField,
      value: told(name, value, words) || words.conflict.nothing,
    }))
  return { headline, standfirst, text: copyToText(version.copy), others }
}

function told(name: string, value: unknown, words: Words['contributor']): string {
  if (name === 'byline') return toldByline(value, words)
  if (Array.isArray(value)) return value.map(String).join(', ')
  if (typeof value === 'object' && value !== null) return Object.values(value).filter(Boolean).map(String).join(', ')
  return value === null || value === undefined ? '' : String(value)
}

function toldByline(value: unknown, { writing }: Words['contributor']): string {
  const { kind, penName } = value as DraftWords['fields']['byline']
  if (kind === 'pen') return `${writing.bylinePen}: ${penName}`
  return kind === 'withheld' ? writing.bylineWithheld : writing.bylineName
}
