// Bold, italic and links in a line of plain text: `*bold*`, `_italic_`, `[words](address)`, and back.
import type { CopyMark, CopyNode } from './check-copy.ts'
import { webAddress } from './web-address.ts'

type Sign = { mark: 'bold' | 'italic'; sign: '*' | '_' }
const SIGNS: readonly Sign[] = [
  { mark: 'bold', sign: '*' },
  { mark: 'italic', sign: '_' },
]

/**
 * Text nodes as they are written: a single sign at the edges of words, a double one inside a word, a backslash before a
 * sign that means itself. Each node keeps only its editor's note. Emphasis of spaces alone is not written.
 */
export function writtenMarks(content: readonly CopyNode[]): CopyNode[] {
  return segmentsOf(content).map((segment, at, all) => {
    const { nodes, note, href } = segment
    const words = nodes.map((node) => (node.text ?? '').replace(/\n/g, ' ')).join('')
    if (nodes[0]?.type !== 'text') return nodes[0] ?? { type: 'text', text: '' }
    if (note !== undefined) return { type: 'text', text: words, marks: [note] }
    const isLink = href !== undefined && !/[[\]]/.test(words)
    const before = isLink ? '' : lastLetter(all[at - 1])
    const after = isLink ? '' : firstLetter(all[at + 1])
    const written = emphasised(nodes, before, after)
    return { type: 'text', text: isLink ? `[${written}](${href})` : written }
  })
}

type Segment = { nodes: CopyNode[]; note: CopyMark | undefined; href: string | undefined }

/** Neighbouring texts with the same link and the same note belong together. */
function segmentsOf(content: readonly CopyNode[]): Segment[] {
  const segments: Segment[] = []
  for (const node of content) {
    const note = node.marks?.find(({ type }) => type === 'editorNote')
    const link = node.marks?.find(({ type }) => type === 'link')?.attrs?.href
    const href = link === undefined ? undefined : String(link)
    const last = segments.at(-1)
    const goesOn = last && node.type === 'text' && last.nodes[0]?.type === 'text'
    if (goesOn && last.href === href && last.note?.attrs?.kind === note?.attrs?.kind) last.nodes.push(node)
    else segments.push({ nodes: [node], note, href })
  }
  return segments
}

function lastLetter(segment: Segment | undefined): string {
  return segment === undefined || segment.href !== undefined ? '' : (segment.nodes.at(-1)?.text ?? '').slice(-1)
}

function firstLetter(segment: Segment | undefined): string {
  return segment === undefined || segment.href !== undefined ? '' : (segment.nodes[0]?.text ?? '').slice(0, 1)
}

type Run = { sign: string; from: number; to: number }

function emphasised(nodes: readonly CopyNode[], before: string, after: string): string {
  const words = nodes.map((node) => (node.text ?? '').replace(/\n/g, ' ')).join('')
  const bold = runsOf(nodes, 'bold', words, [0, words.length])
  // What is italic across the edge of bold words is two pieces, so that every sign closes inside what it was opened in.
  const edges = [0, ...bold.flatMap(({ from, to }) => [from, to]), words.length]
  const italic = runsOf(nodes, 'italic', words, edges)
  const around = (at: number) => (at < 0 ? before : at >= words.length ? after : (words[at] ?? ''))
  const signed = [...bold, ...italic].map(
    ({ sign, from, to }): Run => ({
      sign: isInWord(around(from - 1)) || isInWord(around(to)) ? sign + sign : sign,
      from,
      to,
    }),
  )
  const edgesOf = new Set(signed.flatMap(({ from, to }) => [from, to]))
  let written = ''
  for (let at = 0; at <= words.length; at++) {
    const closing = signed.filter((run) => run.to === at).reverse()
    const opening = signed.filter((run) => run.from === at)
    written += [...closing, ...opening].map(({ sign }) => sign).join('')
    if (at < words.length) written += literal(words, at, edgesOf.has(at) || edgesOf.has(at + 1))
  }
  return written
}

function runsOf(nodes: readonly CopyNode[], mark: Sign['mark'], words: string, edges: readonly number[]): Run[] {
  const sign = SIGNS.find((one) => one.mark === mark)?.sign ?? '*'
  const runs: Run[] = []
  let at = 0
  for (const node of nodes) {
    const to = at + (node.text ?? '').length
    const last = runs.at(-1)
    if (node.marks?.some(({ type }) => type === mark)) {
      if (last?.to === at) last.to = to
      else runs.push({ sign, from: at, to })
    }
    at = to
  }
  return runs
    .flatMap((run) => pieces(run, edges))
    .map((run) => trimmed(run, words))
    .filter(({ from, to }) => from < to)
}

function pieces(run: Run, edges: readonly number[]): Run[] {
  const cuts = [run.from, ...edges.filter((edge) => edge > run.from && edge < run.to), run.to]
  return cuts.slice(1).map((to, at) => ({ ...run, from: cuts[at] ?? run.from, to }))
}

function trimmed(run: Run, words: string): Run {
  const text = words.slice(run.from, run.to)
  return {
    ...run,
    from: run.from + (text.length - text.trimStart().length),
    to: run.to - (text.length - text.trimEnd().length),
  }
}

function isInWord(letter: string): boolean {
  return /[\p{L}\p{N}\p{M}\p{Cs}]/u.test(letter)
}

/** One letter of the text, with a backslash when it would be read as something else, alone or with a sign beside it. */
function literal(words: string, at: number, isBesideSign: boolean): string {
  const letter = words[at] ?? ''
  const isSign =
    letter === '*' ||
    (letter === '_' && (isBesideSign || !(isInWord(words[at - 1] ?? '') && isInWord(words[at + 1] ?? '')))) ||
    letter === '\\' ||
    (letter === '[' && /^\[[^[\]]+\]\(/.test(words.slice(at, at + 600)))
  return isSign ? `\\${letter}` : letter
}

// ---- reading ---------------------------------------------------------------------------------------------------------

type Token = { text: string; fixed: CopyMark[]; sign: string; canOpen: boolean; canClose: boolean; marks: Set<string> }

/** The text nodes of a written line; `notes` are the desk's notes that may stand in it, by how they are printed. */
export function readMarks(line: string, notes: ReadonlyMap<string, CopyMark>): CopyNode[] {
  const tokens = tokensOf(line, notes)
  pairSigns(tokens)
  const nodes: CopyNode[] = []
  for (const token of tokens) {
    if (token.text === '') continue
    const emphasis = SIGNS.filter(({ mark }) => token.marks.has(mark)).map(({ mark }): CopyMark => ({ type: mark }))
    const marks = [...token.fixed, ...emphasis]
    const last = nodes.at(-1)
    if (last?.text !== undefined && JSON.stringify(last.marks ?? []) === JSON.stringify(marks)) last.text += token.text
    else nodes.push(marks.length === 0 ? { type: 'text', text: token.text } : { type: 'text', text: token.text, marks })
  }
  return nodes
}

const BRACKET = /\[((?:\\.|[^[\]\\])+)\](?:\(([^()\s]+(?:\([^()\s]*\)[^()\s]*)*)\))?/y

function tokensOf(line: string, notes: ReadonlyMap<string, CopyMark>, fixed: CopyMark[] = []): Token[] {
  const tokens: Token[] = []
  const push = (text: string, marks = fixed) => tokens.push(plain(text, marks))
  for (let at = 0; at < line.length; ) {
    const letter = line[at] ?? ''
    if (letter === '\\' && /[*_\\[]/.test(line[at + 1] ?? '')) {
      push(line[at + 1] ?? '')
      at += 2
    } else if (letter === '*' || letter === '_') {
      const sign = line[at + 1] === letter ? letter + letter : letter
      tokens.push(signAt(line, at, sign, fixed))
      at += sign.length
    } else if (letter === '[' && fixed.length === 0) {
      const found = bracketAt(line, at, notes)
      tokens.push(...(found?.tokens ?? [plain('[', fixed)]))
      at += found?.length ?? 1
    } else {
      const to = at + 1 + line.slice(at + 1).search(/[\\*_[]|$/)
      push(line.slice(at, to))
      at = to
    }
  }
  return tokens
}

function plain(text: string, fixed: CopyMark[]): Token {
  return { text, fixed, sign: '', canOpen: false, canClose: false, marks: new Set() }
}

function signAt(line: string, at: number, sign: string, fixed: CopyMark[]): Token {
  const before = line[at - 1] ?? ''
  const after = line[at + sign.length] ?? ''
  const isDouble = sign.length === 2
  return {
    ...plain(sign, fixed),
    sign,
    canOpen: after.trim() !== '' && (isDouble || !isInWord(before)),
    canClose: before.trim() !== '' && (isDouble || !isInWord(after)),
  }
}

function bracketAt(
  line: string,
  at: number,
  notes: ReadonlyMap<string, CopyMark>,
): { tokens: Token[]; length: number } | null {
  BRACKET.lastIndex = at
  const match = BRACKET.exec(line)
  if (match === null) return null
  const [whole, words = '', address] = match
  const href = address === undefined ? null : webAddress(address)
  if (href !== null)
    return { tokens: tokensOf(words, notes, [{ type: 'link', attrs: { href } }]), length: whole.length }
  const printed = `[${words}]`
  const note = notes.get(printed)
  if (note === undefined) return null
  return { tokens: [plain(words.replace(/ – (ed\.|translation)$/, ''), [note])], length: printed.length }
}

/** Signs that belong together lose their text and mark what stands between them; the others stay letters. */
function pairSigns(tokens: Token[]): void {
  const open: number[] = []
  tokens.forEach((token, at) => {
    if (token.sign === '') return
    const partner = token.canClose ? open.findLastIndex((one) => tokens[one]?.sign === token.sign) : -1
    const from = open[partner]
    if (from !== undefined && at > from + 1) {
      open.length = partner
      const mark = SIGNS.find(({ sign }) => token.sign.startsWith(sign))?.mark ?? 'bold'
      for (const inner of tokens.slice(from + 1, at)) inner.marks.add(mark)
      for (const end of [tokens[from], token]) if (end) end.text = ''
    } else if (token.canOpen) open.push(at)
  })
}
