// The plain text of one block's own line.
import type { CopyNode } from './check-copy.ts'

/** The text of a block's own line: breaks as line ends, editor's notes in brackets. */
export function inlineText(node: CopyNode): string {
  let words = ''
  let note: string | null = null
  for (const child of node.content ?? []) {
    const kind = noteKind(child)
    if (kind !== note) {
      words += (note === null ? '' : (NOTE[note]?.[1] ?? '')) + (kind === null ? '' : (NOTE[kind]?.[0] ?? ''))
      note = kind
    }
    if (child.type === 'text') words += child.text ?? ''
    else if (child.type === 'hardBreak') words += '\n'
  }
  return words + (note === null ? '' : (NOTE[note]?.[1] ?? ''))
}

const NOTE: Record<string, [string, string]> = {
  ed: ['[', ' – ed.]'],
  sic: ['', ' [sic]'],
  translation: ['[', ' – translation]'],
}

function noteKind(node: CopyNode): string | null {
  if (node.marks === undefined) return null
  const note = node.marks.find((mark) => mark.type === 'editorNote')
  return note === undefined ? null : String(note.attrs?.kind)
}
