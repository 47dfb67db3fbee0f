// Which files of the build a page's script loads, by the imports that stand in them.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The files the editor adds to the writing page: its own chunk and everything that imports at once, without what the
 * page has loaded before it, which holds React. Names in `assets`; throws when there is not exactly one editor.
 * @param {string} assets @returns {string[]}
 */
export function editorFiles(assets) {
  const names = readdirSync(assets).filter((name) => name.endsWith('.js'))
  const begins = (/** @type {string} */ part) => names.filter((name) => name.startsWith(part))
  const editor = begins('story-editor-')
  if (editor.length !== 1) throw new Error('the build holds no editor chunk, or more than one')
  const page = withImports(assets, ['entry.client-', 'root-', 'write-'].flatMap(begins))
  return withImports(assets, editor).filter((name) => !page.includes(name))
}

/** @param {string} assets @param {string[]} start @returns {string[]} */
function withImports(assets, start) {
  const seen = new Set()
  const open = [...start]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue
    seen.add(name)
    const text = readFileSync(join(assets, name), 'utf8')
    // `import{a as b}from"./x.js"` and `import"./x.js"`; what is loaded on demand is `import("./x.js")`.
    for (const [, other] of text.matchAll(/\bimport\s*(?:[\w*{}\s,$]+from\s*)?["']\.\/([\w.-]+\.js)["']/g))
      if (other) open.push(other)
  }
  return [...seen]
}
