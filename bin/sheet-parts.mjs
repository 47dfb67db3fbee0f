// Cuts every built style sheet into its rules, each with what a page must hold for it to mean anything there.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import postcss from 'postcss'

/**
 * A rule with what each of its selectors asks of a page: names of elements (`table`) and classes (`.card`), all of which
 * must be there; or a group, such as `@media (…)`, with its rules.
 * @typedef {{ css: string, needs: string[][] } | { open: string, parts: Part[] }} Part
 */

/** Writes `<name>.css.json` into `to` for every sheet in `from`. @param {string} from @param {string} to */
export async function writeSheetParts(from, to) {
  await mkdir(to, { recursive: true })
  const sheets = (await readdir(from)).filter((name) => name.endsWith('.css'))
  await Promise.all(
    sheets.map(async (name) => {
      const { nodes } = postcss.parse(await readFile(join(from, name), 'utf8'))
      await writeFile(join(to, `${name}.json`), JSON.stringify(partsOf(nodes)))
    }),
  )
}

/** @param {import('postcss').ChildNode[]} nodes @returns {Part[]} */
function partsOf(nodes) {
  return nodes.filter(({ type }) => type !== 'comment').map(partOf)
}

/** @param {import('postcss').ChildNode} node @returns {Part} */
function partOf(node) {
  if (node.type === 'rule') return { css: node.toString(), needs: node.selectors.map(needsOf) }
  const isGroup = node.type === 'atrule' && /^(media|supports|layer|container)$/.test(node.name) && node.nodes
  if (isGroup) return { open: `@${node.name} ${node.params}`, parts: partsOf(node.nodes ?? []) }
  return { css: `${node}${node.type === 'atrule' && node.nodes ? '' : ';'}`, needs: [[]] }
}

/**
 * What stands in brackets (`:not(.a)`, `:is(.a, .b)`, `[open]`) is left out: the rule is then kept more often than it has
 * to be, never too seldom. @param {string} selector
 */
function needsOf(selector) {
  let plain = selector.replace(/\[[^\]]*\]/g, '')
  while (/\([^()]*\)/.test(plain)) plain = plain.replace(/\([^()]*\)/g, '')
  const compounds = plain.replace(/::?[\w-]+/g, '').split(/[\s>+~]+/)
  return [...new Set(compounds.flatMap((compound) => compound.match(/\.[\w-]+|^[a-z][\w-]*/gi) ?? []))]
}
