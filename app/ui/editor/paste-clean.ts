// Cleans pasted HTML before the editor reads it: lists of Word, deleted words of tracked changes, tables, tracking links.

type Step = (page: Document) => void

/** HTML from a word processor or a page as plain paragraphs, headings, lists, quotes and links. Needs a browser. */
export function cleanPaste(html: string): string {
  const page = new DOMParser().parseFromString(markListSigns(renameStyles(html)), 'text/html')
  for (const step of steps) step(page)
  return page.body.innerHTML.replaceAll('&nbsp;', ' ')
}

// The page's policy complains of styles and handlers as soon as they are parsed. Under another name they are only words.
function renameStyles(html: string): string {
  const bare = html.replace(/<style\b[^>]*>[\s\S]*?<\/style\s*>/gi, '')
  return bare.replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/(?<=[\s"'/])(style|on[a-z]+)(?=\s*=)/gi, 'data-$1'))
}

// Word hides the sign of a list item ("1." or a bullet) behind conditional comments; a mark makes it findable.
function markListSigns(html: string): string {
  return html
    .replace(/<!(?:--)?\[if !supportLists\](?:--)?>/g, '<span data-list-sign>')
    .replace(/<!(?:--)?\[endif\](?:--)?>/g, '</span>')
}

const steps: Step[] = [
  dropWhatIsNoText,
  wordListsToLists,
  tablesToParagraphs,
  dropLooseBreaks,
  weightsOfGoogleDocs,
  plainLinks,
]

function dropWhatIsNoText(page: Document): void {
  // `del` and Word's <s cite> are words that tracked changes took out.
  for (const element of page.querySelectorAll(
    'script, style, del, s[cite], meta, title, o\\:p, iframe, object, svg, img',
  ))
    element.remove()
}

function wordListsToLists(page: Document): void {
  let run: HTMLElement[] = []
  for (const paragraph of [...page.body.querySelectorAll('p')]) {
    const belongsToRun = run.length === 0 || run.at(-1)?.nextElementSibling === paragraph
    if (!isWordListItem(paragraph) || !belongsToRun) {
      buildList(page, run)
      run = []
    }
    if (isWordListItem(paragraph)) run.push(paragraph)
  }
  buildList(page, run)
}

function isWordListItem(paragraph: Element): boolean {
  return /mso-list:\s*l\d/i.test(paragraph.getAttribute('data-style') ?? '')
}

function buildList(page: Document, run: readonly HTMLElement[]): void {
  const first = run[0]
  if (!first) return
  const open: HTMLElement[] = []
  for (const paragraph of run) {
    const level = Math.min(9, Number(/level(\d)/.exec(paragraph.getAttribute('data-style') ?? '')?.[1] ?? 1))
    const sign = paragraph.querySelector('[data-list-sign]')
    const isNumbered = /^\s*[\da-z]{1,3}[.)]/i.test(sign?.textContent ?? '')
    sign?.remove()
    while (open.length > level) open.pop()
    while (open.length < level) {
      const list = page.createElement(isNumbered ? 'ol' : 'ul')
      const parent = open.at(-1)
      if (parent) (parent.lastElementChild ?? parent.appendChild(page.createElement('li'))).append(list)
      else first.before(list)
      open.push(list)
    }
    const words = page.createElement('p')
    words.append(...paragraph.childNodes)
    const item = page.createElement('li')
    item.append(words)
    open.at(-1)?.append(item)
  }
  for (const paragraph of run) paragraph.remove()
}

function tablesToParagraphs(page: Document): void {
  for (const table of page.querySelectorAll('table')) {
    const rows = [...table.querySelectorAll('tr')].map((row) => {
      const line = page.createElement('p')
      line.textContent = [...row.cells]
        .map((cell) => cell.textContent?.trim() ?? '')
        .filter((words) => words !== '')
        .join(' | ')
      return line
    })
    table.replaceWith(...rows.filter((line) => line.textContent !== ''))
  }
}

function dropLooseBreaks(page: Document): void {
  for (const line of page.body.querySelectorAll('br.Apple-interchange-newline, body > br, b[id^=docs-internal] > br'))
    line.remove()
}

/** Google Docs wraps everything in a <b> that is not bold, and writes bold and italic as styles. */
function weightsOfGoogleDocs(page: Document): void {
  for (const wrapper of page.querySelectorAll('b[id^=docs-internal]')) wrapper.replaceWith(...wrapper.childNodes)
  for (const span of page.querySelectorAll<HTMLElement>('span[data-style]')) {
    const style = span.getAttribute('data-style') ?? ''
    const wanted = [
      /font-weight:\s*(bold|[6-9]00)/i.test(style) ? 'strong' : '',
      /font-style:\s*italic/i.test(style) ? 'em' : '',
    ].filter((tag) => tag !== '')
    for (const tag of wanted) {
      const mark = page.createElement(tag)
      mark.append(...span.childNodes)
      span.append(mark)
    }
    span.removeAttribute('data-style')
  }
}

function plainLinks(page: Document): void {
  for (const link of page.querySelectorAll('a[href]')) {
    const address = withoutTracking(link.getAttribute('href') ?? '')
    if (address === null) link.removeAttribute('href')
    else link.setAttribute('href', address)
  }
}

/** The address itself, out of a search engine's redirect and without tracking parameters; null when it is none. */
function withoutTracking(address: string): string | null {
  if (!URL.canParse(address)) return null
  let url = new URL(address)
  const inner = url.searchParams.get('q')
  if (/(^|\.)google\.[a-z.]+$/.test(url.hostname) && url.pathname === '/url' && inner && URL.canParse(inner))
    url = new URL(inner)
  for (const name of [...url.searchParams.keys()])
    if (/^(utm_|fbclid$|gclid$|mc_)/.test(name)) url.searchParams.delete(name)
  return url.href
}
