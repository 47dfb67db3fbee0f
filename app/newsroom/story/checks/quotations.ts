// Quotations of which it is not said who said them. For stories in English and Bulgarian, whose verbs are known here.
import type { Finding, Prose } from './house-checks.ts'
import { type Passage, placeIn, shown } from './prose.ts'

const SAID: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    'said says say saying told tells tell telling added adds adding explained explains explaining recalled recalls remembers remembered insisted insists argued argues warned warns asked asks asking replied replies answered answers wrote writes written writing stated states noted notes according confirmed confirms denied denies claimed claims admitted admits announced announces promised promises called calls shouted shouts whispered joked jokes believes believed thinks thought suggested suggests reads read quoted quotes described describes laughed laughs sighed complained concluded concludes commented declared declares reported reports put puts cited words wording sign signs inscription letter statement slogan motto banner headline verdict ruling report document titled entitled'.split(
      ' ',
    ),
  ),
  bg: new Set(
    'каза казва казват казаха казал казала казали заяви заявява заявиха обясни обяснява обясниха обяснил обяснила добави добавя добавиха допълни допълва разказа разказва разказват разказаха сподели споделя споделят отбеляза отбелязва подчерта подчертава посочи посочва уточни уточнява коментира коментират попита пита питат отговори отговаря отвърна написа пише писа написано спомня спомни спомнят предупреди предупреждава настоя настоява твърди твърдят смята смятат мисли призна признава съобщи съобщава съобщиха обяви обявява обеща обещава потвърди потвърждава отрече отрича според думите думи цитира цитират извика извикаха гласи рече поясни пояснява разясни изтъкна изтъква припомни припомня сети разсъждава обобщи обобщава възкликна надпис надписът писмо писмото девиз девизът лозунг плакат заглавие документ решението'.split(
      ' ',
    ),
  ),
}
const WORD = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu
const SHORTEST_QUOTATION_WORDS = 4

/**
 * A quotation of four words or more in a paragraph without a verb of saying, a colon before it, a name beside it or a
 * dash with a name after it, where the neighbouring paragraphs say nothing either; and a block quotation without a source.
 */
export function unattributedQuotes(prose: Prose): Finding[] {
  const said = SAID[prose.language]
  const blocks = new Set<string>()
  return prose.passages.flatMap((passage, i): Finding[] => {
    const around = [prose.passages[i - 1], prose.passages[i + 1]]
    if (passage.quotation) return blockQuotation(passage, around, said, blocks)
    if (!said || passage.kind !== 'paragraph') return []
    if (around.some((other) => other && says(other.text, said))) return []
    if (prose.passages[i - 1]?.text.trimEnd().endsWith(':')) return []
    const quotations = quotationsIn(passage.text)
    const outside = withoutRanges(passage.text, quotations)
    if (says(outside, said) || namesSomebody(outside)) return []
    return quotations
      .filter((range) => isSpeech(passage.text.slice(range.from, range.to)) && !isIntroduced(passage.text, range))
      .map(({ from, to }) => ({
        code: 'quote-unattributed',
        at: placeIn(passage, from, to),
        words: shown(passage.text.slice(from, to)),
      }))
  })
}

type Range = { from: number; to: number }

function blockQuotation(
  passage: Passage,
  around: (Passage | undefined)[],
  said: ReadonlySet<string> | undefined,
  seen: Set<string>,
): Finding[] {
  const { quotation, block } = passage
  if (!quotation || quotation.hasSource) return []
  const key = `${block}.${quotation.from}`
  if (seen.has(key) || passage.text.trim() === '') return []
  const others = [passage, ...around].flatMap((other) => other?.text ?? [])
  if (/(^|\n)\s*[–—-]\s*\p{Lu}/u.test(passage.text) || (said && others.some((text) => says(text, said)))) {
    seen.add(key)
    return []
  }
  seen.add(key)
  return [{ code: 'quote-unattributed', at: { block, ...positions(quotation) }, words: shown(passage.text) }]
}

// The quotation's first and last letter.
function positions({ from, to }: Range): Range {
  return { from: from + 1, to: Math.max(from + 1, to - 1) }
}

/** Each outermost pair of marks, with what stands between. */
function quotationsIn(text: string): Range[] {
  const ranges: Range[] = []
  let open: { mark: string; at: number } | null = null
  for (const { 0: mark, index } of text.matchAll(/[“”„«»"]/g)) {
    if (open === null) {
      if (mark !== '”') open = { mark, at: index }
    } else if (CLOSING[open.mark]?.includes(mark)) {
      ranges.push({ from: open.at, to: index + 1 })
      open = null
    }
  }
  return ranges
}

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '»': '«', '"': '"' }

function withoutRanges(text: string, ranges: readonly Range[]): string {
  let rest = ''
  let from = 0
  for (const range of ranges) {
    rest += `${text.slice(from, range.from)}”`
    from = range.to
  }
  return rest + text.slice(from)
}

function says(text: string, said: ReadonlySet<string>): boolean {
  for (const [word] of text.matchAll(WORD)) if (said.has(word.toLowerCase())) return true
  return false
}

// A capital letter that does not begin a sentence or follow the quotation's end.
function namesSomebody(outside: string): boolean {
  return /[\p{Ll}\p{N},;)”]\s+(?:[–—-]\s*)?\p{Lu}\p{Ll}/u.test(outside)
}

/** Words as they are spoken: names of things in quotation marks are short or written with capitals. */
function isSpeech(quotation: string): boolean {
  const words = [...quotation.matchAll(WORD)].map(([word]) => word)
  if (words.length < SHORTEST_QUOTATION_WORDS) return false
  return words.filter((word) => /^\p{Lu}/u.test(word)).length * 2 < words.length
}

function isIntroduced(text: string, { from, to }: Range): boolean {
  return (
    /[:–—]\s*$/.test(text.slice(Math.max(0, from - 6), from)) || /^[,.]?\s*[–—]\s*\p{L}/u.test(text.slice(to, to + 6))
  )
}
