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
const tagsAndClasses = /<([a-z][\w-]*)|\sclass="([^"]*)"/g

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
    const held = heldBy(html)
    const sources: string[] = []
    const styled = head.replace(links, (link, name: string) => {
      const sheet = parts.get(name)
      if (!sheet) return link
      const css = textOf(sheet, (needs) => whole || needs.some((all) => all.every((one) => held.has(one))))
      if (css === '') return ''
      sources.push(sourceOf(css))
      return `<style>${css}</style>`
    })
    return { html: styled + html.slice(end), sources }
  }
}

function heldBy(html: string): Set<string> {
  const tags = new Set<string>()
  const lists = new Set<string>()
  for (const [, tag, list] of html.matchAll(tagsAndClasses))
    if (tag !== undefined) tags.add(tag)
    else lists.add(list ?? '')
  return new Set([...tags, ...[...lists].flatMap((list) => list.split(' ').map((name) => `.${name}`))])
}

function textOf(parts: Part[], isUsed: (needs: string[][]) => boolean): string {
  return parts
    .map((part) => {
      if ('css' in part) return isUsed(part.needs) ? part.css : ''
      const inner = textOf(part.parts, isUsed)
      return inner && `${part.open}{${inner}}`
    })
    .join('')
}

// Pages of one kind mostly use the same rules.
const digests = new Map<string, string>()

// A browser takes the digest of exactly what stands between the tags (CSP 3, section 6.7.3.4).
function sourceOf(css: string): string {
  const known = digests.get(css)
  if (known !== undefined) return known
  const source = `'sha256-${createHash('sha256').update(css).digest('base64')}'`
  if (digests.size >= 200) digests.clear()
  digests.set(css, source)
  return source
}

async function readParts(path: string): Promise<Part[] | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch {
    return null
  }
}
