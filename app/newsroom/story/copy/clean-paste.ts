// Makes pasted pages and word processor files into HTML that the schema reads well. Runs in the browser only.
import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'

/** Cleans whatever is pasted as HTML before the schema reads it. */
export const CleanPaste = Extension.create({
  name: 'cleanPaste',

  addProseMirrorPlugins() {
    return [
      new Plugin({ key: new PluginKey('cleanPaste'), props: { transformPastedHTML: (html) => cleanPaste(html) } }),
    ]
  },
})

/**
 * Pasted HTML without scripts, struck-out text and other leftovers; Word's lists as lists, table rows as lines, tracking
 * and redirecting addresses as the addresses they stand for. Text longer than two million characters is left as it is.
 */
export function cleanPaste(html: string): string {
  if (html.length > LONGEST) return html
  const page = new DOMParser().parseFromString(markListSigns(html), 'text/html')
  for (const element of page.querySelectorAll(LEFTOVERS)) element.remove()
  for (const step of STEPS) step(page)
  // Word writes many hard spaces that nobody meant.
  return page.body.innerHTML.replace(/&nbsp;|\u00A0/g, ' ')
}

const LONGEST = 2_000_000
const LEFTOVERS = 'script, style, del, s[cite], meta, title, iframe, object, embed, o\\:p'
const STEPS = [makeWordLists, unwrapTables, dropStrayBreaks, straightenLinks]

/** Word hides a list's bullet or number in conditional comments; here it gets a mark that survives parsing. */
function markListSigns(html: string): string {
  return html
    .replace(/<!(?:--)?\[if !supportLists\](?:--)?>/g, '<span data-list-sign>')
    .replace(/<!(?:--)?\[endif\](?:--)?>/g, '</span>')
}

function makeWordLists(page: Document): void {
  let run: HTMLElement[] = []
  for (const paragraph of [...page.body.querySelectorAll('p')]) {
    const isItem = /mso-list:\s*l\d/i.test(paragraph.getAttribute('style') ?? '')
    if (!isItem || (run.length > 0 && run.at(-1)?.nextElementSibling !== paragraph)) {
      makeList(page, run)
      run = []
    }
    if (isItem) run.push(paragraph)
  }
  makeList(page, run)
}

/** Turns neighbouring item paragraphs into nested lists, by the level that Word wrote in their style. */
function makeList(page: Document, paragraphs: HTMLElement[]): void {
  const lists: HTMLElement[] = []
  const first = paragraphs[0]
  for (const paragraph of paragraphs) {
    const level = Math.min(Number(/level(\d)/.exec(paragraph.getAttribute('style') ?? '')?.[1] ?? 1) || 1, 4)
    const sign = paragraph.querySelector('[data-list-sign]')
    const isNumbered = /^\s*[\da-z]{1,3}[.)]/i.test(sign?.textContent ?? '')
    sign?.remove()
    const item = page.createElement('li')
    const words = page.createElement('p')
    words.append(...paragraph.childNodes)
    item.append(words)
    lists.length = Math.min(lists.length, level)
    while (lists.length < level) {
      const list = page.createElement(isNumbered ? 'ol' : 'ul')
      const around = lists.at(-1)
      if (around === undefined) first?.before(list)
      else (around.lastElementChild ?? around.appendChild(page.createElement('li'))).append(list)
      lists.push(list)
    }
    lists.at(-1)?.append(item)
  }
  for (const paragraph of paragraphs) paragraph.remove()
}

function unwrapTables(page: Document): void {
  for (const row of page.querySelectorAll('tr')) {
    const line = page.createElement('p')
    const cells = [...row.cells].map((cell) => (cell.textContent ?? '').trim())
    line.textContent = cells.filter((words) => words !== '').join(' | ')
    row.replaceWith(line)
  }
  for (const table of page.querySelectorAll('table')) table.replaceWith(...table.querySelectorAll('p'))
}

function dropStrayBreaks(page: Document): void {
  const stray = 'br.Apple-interchange-newline, body > br, b[id^="docs-internal"] > br'
  for (const element of page.querySelectorAll(stray)) element.remove()
}

function straightenLinks(page: Document): void {
  for (const link of page.querySelectorAll('a[href]')) {
    const address = straightAddress(link.getAttribute('href') ?? '')
    if (address === null) link.removeAttribute('href')
    else link.setAttribute('href', address)
  }
}

const REDIRECTS = /^(www\.)?google\.[a-z.]+$/
const TRACKERS = /^(utm_|fbclid$|gclid$|mc_)/

/** The address behind a search engine's redirect, without what is only there to follow the reader; null for none. */
function straightAddress(address: string): string | null {
  if (address.startsWith('/') && !address.startsWith('//')) return address
  try {
    const url = new URL(address)
    const behind = REDIRECTS.test(url.hostname) && url.pathname === '/url' ? url.searchParams.get('q') : null
    const target = behind === null ? url : new URL(behind)
    const trackers = [...target.searchParams.keys()].filter((key) => TRACKERS.test(key))
    if (trackers.length === 0) return behind ?? address
    for (const key of trackers) target.searchParams.delete(key)
    return target.href
  } catch {
    return null
  }
}
