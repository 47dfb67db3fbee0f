// What can be read off a copy: its figures, dateline, links, text and length.
import type { Copy, CopyAttributes, CopyNode } from './check-copy.ts'
import { type DatelineParts, datelineNode, printedDateline } from './dateline-words.ts'
import { inlineText } from './inline-text.ts'

export { copyFromText, copyToText, textForArea } from './copy-as-text.ts'

export type FigureFacts = {
  pictureId: string
  alt: string
  decorative: boolean
  credit: string
  caption: string
  graphic: boolean
}

/** The figures in reading order; the caption as plain text. */
export function figuresIn(copy: Copy): FigureFacts[] {
  const figures: FigureFacts[] = []
  for (const node of everyNode(copy)) {
    if (node.type !== 'figure') continue
    figures.push({
      pictureId: text(node.attrs, 'pictureId'),
      alt: text(node.attrs, 'alt'),
      decorative: node.attrs?.decorative === true,
      credit: text(node.attrs, 'credit'),
      caption: inlineText(node),
      graphic: node.attrs?.graphic === true,
    })
  }
  return figures
}

/** The dateline's parts, or null when the copy has none. */
export function datelineOf(copy: Copy): DatelineParts | null {
  const first = copy.content[0]
  if (first?.type !== 'dateline') return null
  return { place: text(first.attrs, 'place'), agency: text(first.attrs, 'agency'), date: text(first.attrs, 'date') }
}

/** The copy with this dateline in place of its own, or without one; too long parts are cut, a date that is none is dropped. */
export function withDateline(copy: Copy, dateline: DatelineParts | null): Copy {
  const rest = copy.content[0]?.type === 'dateline' ? copy.content.slice(1) : copy.content
  const content = dateline === null ? rest : [datelineNode(dateline), ...rest]
  return { type: 'doc', content } as Copy
}

/** The links in reading order, each with the words that carry it. */
export function linksIn(copy: Copy): { href: string; text: string }[] {
  return markedRuns(copy, 'link', 'href').map(({ value, words }) => ({ href: value, text: words }))
}

/** The ids of the topics that phrases of the copy link to or cards point at, each once. */
export function topicsIn(copy: Copy): string[] {
  const topics = new Set(markedRuns(copy, 'topicLink', 'topicId').map(({ value }) => value))
  for (const node of everyNode(copy))
    if (node.type === 'related' && node.attrs?.refType === 'topic' && node.attrs.ref !== '')
      topics.add(text(node.attrs, 'ref'))
  return [...topics]
}

/** The "Read more" cards in reading order: what each refers to. */
export function relatedIn(copy: Copy): { refType: string; ref: string; url: string }[] {
  return [...everyNode(copy)]
    .filter((node) => node.type === 'related')
    .map((node) => ({
      refType: text(node.attrs, 'refType'),
      ref: text(node.attrs, 'ref'),
      url: text(node.attrs, 'url'),
    }))
}

/** The copy as plain text: blocks between blank lines, the dateline printed, editor's notes in their brackets. */
export function copyText(copy: Copy): string {
  const parts: string[] = []
  let dateline = ''
  for (const node of copy.content) {
    if (node.type === 'dateline') {
      dateline = printedDateline({ place: text(node.attrs, 'place'), agency: text(node.attrs, 'agency') })
      continue
    }
    const words = blockText(node)
    const runIn = dateline !== '' && node.type === 'paragraph'
    if (dateline !== '' && !runIn) parts.push(dateline)
    const line = runIn ? `${dateline} ${words.trimStart()}`.trimEnd() : words
    if (line !== '') parts.push(line)
    dateline = ''
  }
  return parts.join('\n\n')
}

/** How many words the copy has, as a reader would count them; the dateline and the captions count too. */
export function wordCount(copy: Copy): number {
  const WORD = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu
  return copyText(copy).match(WORD)?.length ?? 0
}

function blockText(node: CopyNode): string {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'figure':
    case 'pullQuote':
      return inlineText(node)
    case 'bulletList':
    case 'orderedList':
    case 'listItem':
      return joined(node, '\n')
    case 'factBox': {
      const title = text(node.attrs, 'title')
      return title === '' ? joined(node, '\n\n') : `${title}\n\n${joined(node, '\n\n')}`
    }
    case 'blockquote':
    case 'correction':
      return joined(node, '\n\n')
    default:
      return ''
  }
}

function joined(node: CopyNode, between: string): string {
  return (node.content ?? [])
    .map(blockText)
    .filter((part) => part !== '')
    .join(between)
}

function* everyNode(node: CopyNode): Generator<CopyNode> {
  yield node
  for (const child of node.content ?? []) yield* everyNode(child)
}

function markedRuns(copy: Copy, type: string, attribute: string): { value: string; words: string }[] {
  const runs: { value: string; words: string }[] = []
  for (const node of everyNode(copy)) {
    let run: { value: string; words: string } | null = null
    for (const child of node.content ?? []) {
      const mark = child.marks?.find((candidate) => candidate.type === type)
      if (mark === undefined) run = null
      else if (run !== null && run.value === mark.attrs?.[attribute]) run.words += child.text ?? ''
      else {
        run = { value: text(mark.attrs, attribute), words: child.text ?? '' }
        runs.push(run)
      }
    }
  }
  return runs
}

function text(attrs: CopyAttributes | undefined, name: string): string {
  const value = attrs?.[name]
  return typeof value === 'string' ? value : ''
}
