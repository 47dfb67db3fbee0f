// What a writer meant to come back to, and marks that shout.
import type { Finding, Prose } from './house-checks.ts'
import { placeIn, shown } from './prose.ts'

// [TK] is the trade's own mark for “to come”. XXX in capitals may be a Roman thirty.
const LEFT_OVER =
  /(?<![\p{L}\p{N}])(?:TO(?:DO)|FIX(?:ME)|TBC|TBD|xxx+|TKTK|lorem ipsum)(?![\p{L}\p{N}])|[[(](?:TK|tk|ТК|\?+|xx+)[\])]/gu

/** Marks that say “to be done”. */
export function leftOvers({ passages }: Prose): Finding[] {
  return matches(passages, LEFT_OVER, 'left-over')
}

/** Several ! or ? in a row; one of each is how a startled question is written. */
export function manyMarks({ passages }: Prose): Finding[] {
  return matches(passages, /[!?]{2,}/g, 'marks-many', (marks) => marks !== '?!' && marks !== '!?')
}

function matches(
  passages: Prose['passages'],
  pattern: RegExp,
  code: Finding['code'],
  isOne: (match: string) => boolean = () => true,
): Finding[] {
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(pattern)]
      .filter(([match]) => isOne(match))
      .map(({ 0: match, index }) => ({
        code,
        at: placeIn(passage, index, index + match.length),
        words: shown(passage.text.slice(Math.max(0, index - 20), index + match.length)),
      })),
  )
}
