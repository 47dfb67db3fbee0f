// Cleans HTML from word processors and pages before the editor reads it: what is left is only what a story may hold.
import { markPictures, PictureTray } from './paste-pictures.ts'
import { blockOf, hasBlocks, isBlank, renamed, unwrap } from './paste-tree.ts'
import { markListSigns, webListsToLists, wordListsToLists, wordRemarksOut } from './paste-word.ts'

type Step = (page: Document) => void

/**
 * Paragraphs, headings, lists, quotations, links, bold and italic of foreign HTML, and nothing else. Pictures that travel
 * inside the HTML are put into `tray`, and a mark stands in their place. Needs a browser's parser; runs nothing, asks nobody.
 */
export function cleanPaste(html: string, tray = new PictureTray()): string {
  const light = withoutPart(withoutPart(tray.unload(html), '<style', '</style>'), '<script', '</script>')
  if (light.length > LONGEST) return wordsOnly(light)
  const page = new DOMParser().parseFromString(markListSigns(renameStyles(light)), 'text/html')
  for (const step of before) step(page)
  markPictures(page, tray)
  for (const step of after) step(page)
  return page.body.innerHTML.replace(/&nbsp;|\u00A0/g, ' ').replace(/&shy;|[\u00AD\u200B\u2060\uFEFF]/g, '')
}

/** HTML beyond this, without its styles and pictures, is longer than any story: only its words are read. */
const LONGEST = 3_000_000
const DEEPEST_LIST = 4

const before: Step[] = [
  dropWhatIsNoText,
  wordRemarksOut,
  wordListsToLists,
  webListsToLists,
  weightsOfStyles,
  headingsByRole,
]

const after: Step[] = [
  tablesToParagraphs,
  linesOfPre,
  nestListsInItems,
  onlyParagraphsInItems,
  flattenDeepLists,
  doubleBreaksToParagraphs,
  dropLooseBreaks,
  simpleQuotations,
  plainHeadings,
  plainLinks,
  quotationMarks,
  dropEmptyBlocks,
  dropForeignAttributes,
]

// The page's policy complains of styles and handlers as soon as they are parsed. Under another name they are only words.
function renameStyles(html: string): string {
  return html.replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/(?<=[\s"'/])(style|on[a-z]+)(?=\s*=)/gi, 'data-$1'))
}

/** Without every part between two signs; a part that never ends goes to the end. */
function withoutPart(html: string, open: string, close: string): string {
  const small = html.toLowerCase()
  let kept = ''
  let from = 0
  for (let at = small.indexOf(open); at !== -1; at = small.indexOf(open, from)) {
    kept += html.slice(from, at)
    const end = small.indexOf(close, at)
    if (end === -1) return kept
    from = end + close.length
  }
  return kept + html.slice(from)
}

function wordsOnly(html: string): string {
  const lines = html.replace(/<\/(p|div|li|h\d|tr)\s*>|<br\b[^<>]*>/gi, '\n').replace(/<[^<>]*>/g, ' ')
  const page = document.implementation.createHTMLDocument()
  for (const line of lines.slice(0, LONGEST).split('\n'))
    if (line.trim()) page.body.append(Object.assign(page.createElement('p'), { innerHTML: line.replaceAll('<', ' ') }))
  return page.body.innerHTML
}

function dropWhatIsNoText(page: Document): void {
  // `del` and Word's <s cite> are words that tracked changes took out.
  const dropped =
    'script, style, noscript, template, del, s[cite], meta, link, title, iframe, object, embed, svg, canvas, video, audio, button, select, textarea, input, [hidden]'
  for (const element of page.querySelectorAll(dropped)) element.remove()
  const remarks = page.createNodeIterator(page, NodeFilter.SHOW_COMMENT)
  for (let remark = remarks.nextNode(); remark; remark = remarks.nextNode()) (remark as Comment).remove()
  for (const element of page.querySelectorAll('[data-style]'))
    if (/(^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(styleOf(element)))
      element.remove()
}

function styleOf(element: Element): string {
  return element.getAttribute('data-style') ?? ''
}

/** Bold and italic that are written as styles; and the <b> of Google Docs around everything, which is not bold. */
function weightsOfStyles(page: Document): void {
  const kinds = [
    {
      tags: 'b, strong',
      tag: 'strong',
      on: /(^|[;\s])font-weight\s*:\s*(bold|[6-9]00)/i,
      off: /(^|[;\s])font-weight\s*:\s*(normal|[1-5]00)/i,
    },
    {
      tags: 'i, em',
      tag: 'em',
      on: /(^|[;\s])font-style\s*:\s*(italic|oblique)/i,
      off: /(^|[;\s])font-style\s*:\s*normal/i,
    },
  ]
  for (const element of page.body.querySelectorAll('[data-style]'))
    for (const { tags, tag, on, off } of kinds) {
      const style = styleOf(element)
      if (element.matches(tags)) {
        if (off.test(style)) unwrap(element)
      } else if (on.test(style) && !element.closest(tags) && !hasBlocks(element)) {
        const mark = page.createElement(tag)
        mark.append(...element.childNodes)
        element.append(mark)
      }
    }
}

function headingsByRole(page: Document): void {
  for (const heading of page.querySelectorAll('[role=heading]:not(h1, h2, h3, h4, h5, h6)'))
    if (!hasBlocks(heading)) renamed(heading, Number(heading.getAttribute('aria-level') ?? 2) > 2 ? 'h3' : 'h2')
}

/** A row becomes a line with its cells between bars; a table that only arranges a page becomes what stands in it. */
function tablesToParagraphs(page: Document): void {
  for (const table of [...page.querySelectorAll('table')].reverse()) {
    const rows = [...table.rows].map((row) => [...row.cells].filter((cell) => !isBlank(cell)))
    const arranges = rows.every((cells) => cells.length < 2) || rows.flat().some(isLongCell)
    const lines = rows.flatMap((cells) => {
      if (cells.length === 0) return []
      return arranges ? cells.map((cell) => renamed(cell, 'div')) : [lineOf(page, cells)]
    })
    if (table.caption) lines.unshift(renamed(table.caption, 'p'))
    table.replaceWith(...lines)
  }
}

function isLongCell(cell: Element): boolean {
  return cell.querySelector('ul, ol, h1, h2, h3, h4, blockquote') !== null || (cell.textContent?.length ?? 0) > 400
}

function lineOf(page: Document, cells: readonly Element[]): HTMLElement {
  const line = page.createElement('p')
  cells.forEach((cell, index) => {
    if (index > 0) line.append(' | ')
    for (const block of cell.querySelectorAll('p, div, br')) {
      block.before(' ')
      unwrap(block)
    }
    line.append(...cell.childNodes)
  })
  return line
}

function linesOfPre(page: Document): void {
  for (const block of page.querySelectorAll('pre')) {
    const words = page.createElement('p')
    for (const [index, line] of (block.textContent ?? '').trimEnd().split('\n').entries())
      words.append(...(index > 0 ? [page.createElement('br')] : []), line)
    block.replaceWith(words)
  }
}

/** Google Docs and LibreOffice put an inner list beside its item and not into it. */
function nestListsInItems(page: Document): void {
  for (const inner of page.querySelectorAll(':is(ul, ol) > :is(ul, ol)')) {
    const before = inner.previousElementSibling
    if (before?.tagName === 'LI') before.append(inner)
    else {
      const item = page.createElement('li')
      inner.before(item)
      item.append(inner)
    }
  }
}

function onlyParagraphsInItems(page: Document): void {
  for (const block of page.querySelectorAll('li :is(h1, h2, h3, h4, h5, h6, blockquote)'))
    if (hasBlocks(block)) unwrap(block)
    else renamed(block, 'p')
  for (const line of page.querySelectorAll('li hr')) line.remove()
}

function flattenDeepLists(page: Document): void {
  for (const list of [...page.querySelectorAll('li :is(ul, ol)')].reverse()) {
    let depth = 1
    for (let up = list.parentElement; up; up = up.parentElement) if (/^[UO]L$/.test(up.tagName)) depth++
    if (depth <= DEEPEST_LIST) continue
    list.closest('li')?.after(...list.children)
    list.remove()
  }
}

/** Two line breaks in a row are how many pages write a new paragraph. */
function doubleBreaksToParagraphs(page: Document): void {
  for (const first of page.body.querySelectorAll('br')) {
    const second = nextOf(first)
    if (!first.isConnected || !(second instanceof Element) || second.tagName !== 'BR') continue
    const block = blockOf(first)
    const rest = page.createRange()
    rest.setStartAfter(second)
    rest.setEnd(block, block.childNodes.length)
    const next = page.createElement(block.tagName === 'P' ? 'p' : 'div')
    next.append(rest.extractContents())
    first.remove()
    second.remove()
    if (block.tagName === 'P') block.after(next)
    else block.append(next)
  }
}

function nextOf(node: Node): Node | null {
  let next = node.nextSibling
  while (next && next.nodeType === Node.TEXT_NODE && isBlank(next)) next = next.nextSibling
  return next
}

/** A break at the edge of a block, or beside one, breaks nothing. */
function dropLooseBreaks(page: Document): void {
  for (const line of page.body.querySelectorAll('br'))
    if (isAtEdge(line, 'next') || isAtEdge(line, 'previous')) line.remove()
}

function isAtEdge(line: Element, way: 'next' | 'previous'): boolean {
  for (let node: Node = line; ; ) {
    let beside = way === 'next' ? node.nextSibling : node.previousSibling
    while (beside && beside.nodeType !== Node.ELEMENT_NODE && isBlank(beside))
      beside = way === 'next' ? beside.nextSibling : beside.previousSibling
    if (beside) return beside instanceof Element && (hasBlocks(beside) || blockOf(beside) === beside)
    const parent: Element | null = node.parentElement
    if (!parent || blockOf(parent) === parent) return true
    node = parent
  }
}

/** A quotation holds paragraphs; one with more in it is a quoted page, which is taken as it is. */
function simpleQuotations(page: Document): void {
  for (const quote of page.querySelectorAll('blockquote'))
    if (quote.querySelector('ul, ol, h1, h2, h3, h4, h5, h6, hr, blockquote')) unwrap(quote)
}

function plainHeadings(page: Document): void {
  for (const mark of page.querySelectorAll(':is(h1, h2, h3, h4, h5, h6) :is(b, strong)')) unwrap(mark)
}

function quotationMarks(page: Document): void {
  for (const quoted of page.querySelectorAll('q')) {
    quoted.prepend('“')
    quoted.append('”')
  }
}

function plainLinks(page: Document): void {
  for (const link of page.querySelectorAll('a')) {
    const address = withoutTracking(link.getAttribute('href') ?? '')
    if (address === null) unwrap(link)
    else link.setAttribute('href', address)
  }
}

/** Services that stand between a link and its page, and where they name the page. */
const betweens: [host: RegExp, path: RegExp, name: string][] = [
  [/(^|\.)google\.[a-z.]+$/, /^\/url$/, 'q'],
  [/(^|\.)google\.[a-z.]+$/, /^\/url$/, 'url'],
  [/^lm?\.facebook\.com$/, /^\/l\.php$/, 'u'],
  [/(^|\.)youtube\.com$/, /^\/redirect$/, 'q'],
  [/\.safelinks\.protection\.outlook\.com$/, /^\//, 'url'],
]

/** The address itself, out of a redirect and without tracking parameters; null when it is none, or a place in the page. */
function withoutTracking(address: string): string | null {
  if (!/^(https?|mailto):/i.test(address.trim()) || !URL.canParse(address)) return null
  let url = new URL(address)
  for (const [host, path, name] of betweens) {
    const inner = host.test(url.hostname) && path.test(url.pathname) ? url.searchParams.get(name) : null
    if (inner && URL.canParse(inner)) url = new URL(inner)
  }
  const tracks = [...url.searchParams.keys()].filter((name) => /^(utm_|fbclid$|gclid$|mc_)/.test(name))
  for (const name of tracks) url.searchParams.delete(name)
  return url.href
}

function dropEmptyBlocks(page: Document): void {
  const blocks = 'p, div, li, ul, ol, blockquote, h1, h2, h3, h4, h5, h6, section, article, figure, figcaption'
  for (const block of [...page.body.querySelectorAll(blocks)].reverse())
    if (isBlank(block) && !block.querySelector('br, hr')) block.remove()
}

/** Only a link's address and a list's first number say something; our own blocks come by our own clipboard. */
function dropForeignAttributes(page: Document): void {
  for (const element of page.body.querySelectorAll('*'))
    for (const { name } of [...element.attributes])
      if (!((element.tagName === 'A' && name === 'href') || (element.tagName === 'OL' && name === 'start')))
        element.removeAttribute(name)
  for (const element of [...page.body.querySelectorAll('span, font')]) unwrap(element)
}
