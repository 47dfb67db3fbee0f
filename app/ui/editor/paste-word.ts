// What Word writes in its own way: list items that are paragraphs with a sign, lists in pieces, remarks in the margin.
import { isBlank, renamed, unwrap } from './paste-tree.ts'

/** Word hides the sign of a list item ("1." or a bullet) behind conditional comments; a mark makes it findable. */
export function markListSigns(html: string): string {
  return html.replace(
    /<!(?:--)?\[if !supportLists\](?:--)?>([\s\S]{0,900}?)<!(?:--)?\[endif\](?:--)?>/g,
    '<span data-list-sign>$1</span>',
  )
}

/** Comments in the margin and the empty ends of Word's paragraphs go; titles and quotations by name become what they are. */
export function wordRemarksOut(page: Document): void {
  const remarks =
    '.MsoCommentReference, a.msocomanchor, hr.msocomoff, [data-style*="mso-element:comment"], [data-style*="mso-element: comment"], [data-style*="mso-element:footnote-list"] > hr, [data-style*="mso-element:endnote-list"] > hr'
  for (const remark of page.querySelectorAll(remarks)) remark.remove()
  for (const element of page.querySelectorAll('o\\:p')) if (isBlank(element)) element.remove()
  for (const element of page.querySelectorAll('.EOP')) element.remove()
  for (const title of page.querySelectorAll('p.MsoTitle, p.MsoSubtitle'))
    renamed(title, title.classList.contains('MsoTitle') ? 'h2' : 'h3')
  for (const quote of page.querySelectorAll('p.MsoQuote, p.MsoIntenseQuote')) quoteAround(page, quote)
}

function quoteAround(page: Document, paragraph: Element): void {
  const before = paragraph.previousElementSibling
  const quote = before?.hasAttribute('data-quotation') ? before : page.createElement('blockquote')
  quote.setAttribute('data-quotation', '')
  if (quote !== before) paragraph.before(quote)
  quote.append(paragraph)
}

type ItemOfList = {
  /** What is taken away once its words are in a list. */
  source: Element
  words: Node[]
  level: number
  isNumbered: boolean
  /** Its number where it is written in figures; null for letters and bullets. */
  number: number | null
  list: string
}

/** Paragraphs that are items by their style become lists, as deep and with the numbers that they show. */
export function wordListsToLists(page: Document): void {
  gather(
    page,
    [...page.body.querySelectorAll('p, li')].filter((one) => one.tagName === 'P'),
    (paragraph) => {
      const style = paragraph.getAttribute('data-style') ?? ''
      const list = /mso-list:\s*(l\d+)(?:\s+level(\d))?/i.exec(style)
      if (!list) return null
      const signs = [...paragraph.querySelectorAll('[data-list-sign], [data-style*="mso-list:Ignore"]')]
      const sign = (signs[0]?.textContent ?? '').replace(/[\s\u00A0]+/g, '')
      for (const one of signs) one.remove()
      const words = page.createElement('p')
      words.append(...paragraph.childNodes)
      return {
        source: paragraph,
        words: [words],
        level: Math.min(9, Number(list[2] ?? 1)),
        isNumbered: /^\(?([\d.]*\d|\p{L}{1,5})[.)]/u.test(sign),
        number: Number(/(\d{1,9})[.)]*$/.exec(sign)?.[1] ?? Number.NaN) || null,
        list: list[1] ?? '',
      }
    },
  )
}

/** Word in the browser writes every item as a list of its own, with its level beside it. */
export function webListsToLists(page: Document): void {
  gather(page, [...page.body.querySelectorAll('.ListContainerWrapper')], (wrapper) => {
    const item = wrapper.querySelector('li')
    const list = item?.closest('ul, ol')
    if (!item || !list || wrapper.querySelectorAll('li').length > 1) return null
    const isNumbered = list.tagName === 'OL'
    return {
      source: wrapper,
      words: [...item.childNodes],
      level: Math.min(9, Number(item.getAttribute('data-aria-level') ?? item.getAttribute('aria-level') ?? 1) || 1),
      isNumbered,
      number: isNumbered ? Number(list.getAttribute('start') ?? 1) : null,
      list: isNumbered ? '' : 'bullets',
    }
  })
  for (const wrapper of page.body.querySelectorAll('.ListContainerWrapper')) unwrap(wrapper)
}

function gather(page: Document, elements: Element[], read: (element: Element) => ItemOfList | null): void {
  let run: ItemOfList[] = []
  for (const element of elements) {
    if (run.length > 0 && run.at(-1)?.source.nextElementSibling !== element) {
      build(page, run)
      run = []
    }
    const item = read(element)
    if (item) run.push(item)
  }
  build(page, run)
}

function build(page: Document, run: readonly ItemOfList[]): void {
  const open: { element: HTMLElement; item: ItemOfList; next: number | null }[] = []
  const first = run[0]?.source
  for (const item of run) {
    while (open.length > item.level) open.pop()
    if (!goesOn(open[item.level - 1], item)) open.length = Math.min(open.length, item.level - 1)
    while (open.length < item.level) {
      const element = page.createElement(item.isNumbered ? 'ol' : 'ul')
      const around = open.at(-1)?.element
      if (around) (around.lastElementChild ?? around.appendChild(page.createElement('li'))).append(element)
      else first?.before(element)
      open.push({ element, item, next: null })
      if (open.length === item.level && item.number !== null && item.number !== 1)
        element.setAttribute('start', String(item.number))
    }
    const list = open.at(-1)
    if (!list) continue
    list.next = item.number === null ? null : item.number + 1
    const entry = page.createElement('li')
    entry.append(...item.words)
    list.element.append(entry)
  }
  for (const { source } of run) source.remove()
}

/** Whether an item belongs to the open list of its level: the same kind of list, and the number that comes next. */
function goesOn(list: { item: ItemOfList; next: number | null } | undefined, item: ItemOfList): boolean {
  if (!list) return true
  if (list.item.isNumbered !== item.isNumbered) return false
  if (item.level === 1 && list.item.list !== item.list) return false
  return list.next === null || item.number === null || list.next === item.number
}
