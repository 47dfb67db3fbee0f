// Short texts of the house itself – a policy, a hub's background – typed in the notation of the plain form.
import { type Copy, type CopyNode, checkCopy } from './check-copy.ts'
import { copyFromText, copyText } from './copy-facts.ts'
import { escapeHtml, renderCopy } from './render-copy.ts'

/** A typed text as it is stored: its blocks, which blank lines divide. */
export function blocksOfText(typed: string): string[] {
  return typed
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n/)
    .map((block) => block.replace(/^\n+/, '').trimEnd())
    .filter((block) => block.trim() !== '')
}

/** The same for a text area again. */
export function textOfBlocks(blocks: readonly string[]): string {
  return blocks.join('\n\n')
}

/**
 * HTML of stored blocks: paragraphs, headings, lists, quotations, bold, italic and links; everything else is words.
 * `under` is the level of the heading that the text stands under: its own headings are below that.
 */
export function htmlOfBlocks(blocks: readonly string[], { under }: { under: 1 | 2 }, language: string): string {
  if (blocks.length === 0) return ''
  const copy = copyOfBlocks(blocks)
  if (copy === null) return blocks.map((block) => `<p>${escapeHtml(block)}</p>`).join('')
  const content = under === 1 ? copy.content : copy.content.map(lowered)
  return renderCopy({ ...copy, content }, nothingNamed, { language, own: true })
}

/** Stored blocks without their notation, for descriptions and data. */
export function plainTextOfBlocks(blocks: readonly string[]): string {
  const copy = copyOfBlocks(blocks)
  return copy === null ? textOfBlocks(blocks) : copyText(copy)
}

// Names no picture, story or topic by id.
const nothingNamed = { picture: () => null, story: () => null, topic: () => null }

function copyOfBlocks(blocks: readonly string[]): Copy | null {
  const checked = checkCopy(copyFromText(textOfBlocks(blocks)))
  return checked.ok ? checked.copy : null
}

function lowered(node: CopyNode): CopyNode {
  return node.type === 'heading' ? { ...node, attrs: { ...node.attrs, level: 3 } } : node
}
