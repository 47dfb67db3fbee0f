// Random edits as a writer makes them: typing, splitting, joining, moving, with the editor's own commands.
import { joinBackward, lift, setBlockType, splitBlock, toggleMark, wrapIn } from '@tiptap/pm/commands'
import { Node, type NodeType } from '@tiptap/pm/model'
import { type Command, EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { Copy } from '#app/newsroom/story/copy/check-copy.ts'
import { copySchema } from '#app/newsroom/story/copy/story-extensions.ts'
import { type Chance, randomBlock, sentence } from './sample-copy.ts'

type Edit = (state: EditorState, chance: Chance) => Transaction | null

/** The copy after so many random edits; legal again, whatever they were. */
export function editedAtRandom(copy: Copy, chance: Chance, edits: number): Copy {
  let state = EditorState.create({ doc: Node.fromJSON(copySchema, copy) })
  for (let done = 0, tries = 0; done < edits && tries < 60; tries++) {
    const tr = attempt(state, chance)
    if (tr?.docChanged !== true || !isLegal(tr.doc)) continue
    state = state.apply(tr)
    done++
  }
  return state.doc.toJSON() as Copy
}

function attempt(state: EditorState, chance: Chance): Transaction | null {
  if (textblocks(state.doc).length === 0) return null
  try {
    return EDITS[chance(EDITS.length)]?.(state, chance) ?? null
  } catch {
    return null
  }
}

function isLegal(doc: Node): boolean {
  try {
    doc.check()
    return true
  } catch {
    return false
  }
}

const EDITS: Edit[] = [
  (state, chance) => state.tr.insertText('hello ', somewhere(state, chance)),
  (state, chance) => state.tr.delete(...within(state, chance)),
  (state, chance) => state.tr.insertText('instead', ...within(state, chance)),
  (state, chance) => {
    const [from, to] = [somewhere(state, chance), somewhere(state, chance)]
    return from < to && to - from < 400 ? state.tr.delete(from, to) : null
  },
  (state, chance) => run(state, splitBlock, somewhere(state, chance)),
  (state, chance) =>
    run(state, joinBackward, (textblocks(state.doc)[chance(textblocks(state.doc).length)]?.position ?? 0) + 1),
  (state, chance) => run(state, toggleMark(mark('bold')), ...within(state, chance)),
  (state, chance) => run(state, setBlockType(type('heading'), { level: 2 }), somewhere(state, chance)),
  (state, chance) => run(state, wrapIn(type('blockquote')), somewhere(state, chance)),
  (state, chance) => run(state, lift, somewhere(state, chance)),
  (state, chance) => state.tr.insert(state.doc.resolve(somewhere(state, chance)).after(1), block(chance)),
  (state, chance) => {
    const $at = state.doc.resolve(somewhere(state, chance))
    return state.doc.childCount > 3 ? state.tr.delete($at.before(1), $at.after(1)) : null
  },
  (state, chance) => {
    const $at = state.doc.resolve(somewhere(state, chance))
    const moved = $at.node(1)
    const tr = state.tr.delete($at.before(1), $at.after(1))
    const $to = tr.doc.resolve(1 + chance(tr.doc.content.size - 1))
    return tr.insert($to.depth > 0 ? $to.after(1) : $to.pos, moved)
  },
  (state, chance) => {
    const figures: number[] = []
    state.doc.forEach((node, position) => {
      if (node.type.name === 'figure') figures.push(position)
    })
    const figure = figures[chance(Math.max(figures.length, 1))]
    return figure === undefined ? null : state.tr.setNodeAttribute(figure, 'alt', `Another alt ${chance(99)}`)
  },
  (state, chance) => {
    const first = state.doc.firstChild
    if (first?.type.name !== 'dateline')
      return state.tr.insert(0, type('dateline').create({ place: 'Ruse', agency: 'BM' }))
    return chance(2) === 0 ? state.tr.delete(0, 1) : state.tr.setNodeAttribute(0, 'place', sentence(chance, 1))
  },
]

function block(chance: Chance): Node {
  return Node.fromJSON(copySchema, randomBlock(chance))
}

function type(name: string): NodeType {
  const found = copySchema.nodes[name]
  if (found === undefined) throw new Error(`no node ${name}`)
  return found
}

function mark(name: string) {
  const found = copySchema.marks[name]
  if (found === undefined) throw new Error(`no mark ${name}`)
  return found
}

function textblocks(doc: Node): { position: number; node: Node }[] {
  const found: { position: number; node: Node }[] = []
  doc.descendants((node, position) => {
    if (node.isTextblock) found.push({ position, node })
  })
  return found
}

function somewhere(state: EditorState, chance: Chance): number {
  const blocks = textblocks(state.doc)
  const { position, node } = blocks[chance(blocks.length)] ?? { position: 0, node: state.doc }
  return position + 1 + chance(node.content.size + 1)
}

function within(state: EditorState, chance: Chance): [number, number] {
  const blocks = textblocks(state.doc)
  const { position, node } = blocks[chance(blocks.length)] ?? { position: 0, node: state.doc }
  const one = chance(node.content.size + 1)
  const other = chance(node.content.size + 1)
  const from = Math.min(one, other)
  return [position + 1 + from, position + 1 + Math.min(Math.max(one, other), from + 40)]
}

function run(state: EditorState, command: Command, from: number, to = from): Transaction | null {
  let made: Transaction | null = null
  const selected = state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)))
  command(selected, (tr) => {
    made = tr
  })
  return made
}
