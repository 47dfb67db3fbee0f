// Puts the style rules that a page uses inside it: a reader far away waits for one answer, not for two, before anything shows.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A rule and what each of its selectors asks of a page, or a group of rules; bin/sheet-parts.mjs writes them. */
type Part = { css: string; needs: string[][] } | { open: string; parts: Part[] }

/** A page with its rules inside, and what the Content-Security-Policy has to allow for them, such as `'sha256-…'`. */
export type WithSheets = { html: string; sources: string[] }

/** Only what the build made: a name in its folder, nothing that could lead out of it. */
const links = /<link rel="stylesheet" href="\/assets\/([\w-]+\.css)"\/>/g

/**
 * Makes what takes a page and gives it with the rules of the sheets it links to standing inside, in their order. `folder`
 * holds the rules of the built sheets. `whole`: also rules of elements that are not there, for pages whose script adds
 * some. A sheet that cannot be read stays a link, which the page works with as well.
 */
export function sheetsInside(folder: string) {
  const read = new Map<string, Promise<Part[] | null>>()

  function partsOf(name: string) {
    const parts = read.get(name) ?? readParts(join(folder, `${name}.json`))
    read.set(name, parts)
    return parts
  }

  return async (html: string, { whole = false } = {}): Promise<WithSheets> => {
    const end = Math.max(0, html.indexOf('</head>')) // links stand in the head: the rest need not be looked through
    const head = html.slice(0, end)
    const names = [...head.matchAll(links)].map(([, name]) => name ?? '')
    const parts = new Map(await Promise.all(names.map(async (name) => [name, await partsOf(name)] as const)))
    const held = whole ? null : heldBy(html, end)
    const key = held && [...held].sort().join(' ')
    const sources: string[] = []
    const styled = head.replace(links, (link, name: string) => {
      const sheet = parts.get(name)
      if (!sheet) return link
      const { element, source } = styleOf(`${name} ${key}`, sheet, held)
      if (source !== '') sources.push(source)
      return element
    })
    return { html: styled + html.slice(end), sources }
  }
}

type Style = { element: string; source: string }

// Pages of one kind mostly hold the same.
const styles = new Map<string, Style>()
const MOST_STYLES = 60

/** The rules of a sheet that fit what a page holds (null: all), as an element and its source; both empty where none fits. */
function styleOf(key: string, sheet: Part[], held: ReadonlySet<string> | null): Style {
  const known = styles.get(key)
  if (known) return known
  const css = textOf(sheet, (needs) => held === null || needs.some((all) => all.every((one) => held.has(one))))
  // A browser takes the digest of exactly what stands between the tags (CSP 3, section 6.7.3.4).
  const source = css && `'sha256-${createHash('sha256').update(css).digest('base64')}'`
  const style = { element: css && `<style>${css}</style>`, source }
  if (styles.size >= MOST_STYLES) styles.clear()
  styles.set(key, style)
  return style
}

const CLASS = ' class="'

/**
 * The names of elements and classes in a page's body, and of `html` and `head`'s own. Read by hand: it goes through every
 * page that is made, and a pattern leaves an array behind for each of a thousand finds. React escapes `>` in attributes.
 */
function heldBy(html: string, body: number): Set<string> {
  const tags = new Set(['html', 'head'])
  const lists = new Set<string>()
  let nextClass = html.indexOf(CLASS, body)
  for (let at = html.indexOf('<', body); at >= 0; at = html.indexOf('<', at + 1)) {
    if (!isSmallLetter(html.charCodeAt(at + 1))) continue
    let end = at + 2
    while (!isEndOfName(html.charCodeAt(end))) end++
    tags.add(html.slice(at + 1, end))
    const close = html.indexOf('>', end)
    while (nextClass >= 0 && nextClass < end) nextClass = html.indexOf(CLASS, nextClass + 1)
    if (nextClass >= 0 && nextClass < close) {
      const from = nextClass + CLASS.length
      lists.add(html.slice(from, html.indexOf('"', from)))
    }
  }
  return new Set([...tags, ...[...lists].flatMap((list) => list.split(' ').map((name) => `.${name}`))])
}

function isSmallLetter(code: number): boolean {
  return code >= 97 && code <= 122
}

// A space, `/` or `>`; or the end of the page, where there is no number.
function isEndOfName(code: number): boolean {
  return !(code > 32 && code !== 47 && code !== 62)
}

function textOf(parts: Part[], isUsed: (needs: string[][]) => boolean): string {
  let text = ''
  for (const part of parts) {
    if ('css' in part) {
      if (isUsed(part.needs)) text += part.css
      continue
    }
    const inner = textOf(part.parts, isUsed)
    if (inner !== '') text += `${part.open}{${inner}}`
  }
  return text
}

async function readParts(path: string): Promise<Part[] | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch {
    return null
  }
}
