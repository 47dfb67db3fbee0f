// The dateline: where a story was filed. Only ever the first thing in the copy, printed from its parts.
import { InputRule, mergeAttributes, Node, PasteRule } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { line, optionalDay } from './attributes.ts'
import { type DatelineParts, datelineFrom, pastedDateline, printedDateline, typedDateline } from './dateline-words.ts'

/** Typing or pasting `PANAGYURISHTE, (BM) –` at the very start of the copy makes this node. */
export const Dateline = Node.create({
  name: 'dateline',
  atom: true,
  selectable: true,
  draggable: false,

  addAttributes() {
    return { place: line('place', 80), agency: line('agency', 40), date: optionalDay('date') }
  },

  parseHTML() {
    return [{ tag: 'p[data-dateline]', priority: 60 }]
  },

  renderHTML({ node, HTMLAttributes }) {
    const { place, agency } = node.attrs as DatelineParts
    return [
      'p',
      mergeAttributes({ 'data-dateline': '', class: 'dateline' }, HTMLAttributes),
      printedDateline({ place, agency }),
    ]
  },

  renderText({ node }) {
    return printedDateline(node.attrs as DatelineParts)
  },

  addInputRules() {
    return [
      new InputRule({
        find: typedDateline,
        handler: ({ state, range, match }) => {
          if (!opensTheCopy(state, range.from)) return null
          setDateline(state, range, datelineFrom(match.groups))
        },
      }),
      // The blank typed after the dash: the dateline brings its own.
      new InputRule({
        find: /^\s(?<letter>\S)$/,
        undoable: false,
        handler: ({ state, range, match }) => {
          const $from = state.doc.resolve(range.from)
          const follows = $from.depth === 1 && $from.index(0) === 1 && state.doc.firstChild?.type.name === 'dateline'
          if (!follows) return null
          state.tr.insertText(match.groups?.letter ?? '', range.from, range.to)
        },
      }),
    ]
  },

  addPasteRules() {
    return [
      new PasteRule({
        find: pastedDateline,
        handler: ({ state, range, match }) => {
          if (!opensTheCopy(state, range.from)) return null
          setDateline(state, range, datelineFrom(match.groups))
        },
      }),
    ]
  },
})

/** True at the first letter of the first paragraph of a document that has no dateline yet. */
function opensTheCopy(state: EditorState, from: number): boolean {
  return from === 1 && state.doc.firstChild?.type.name === 'paragraph'
}

function setDateline(state: EditorState, range: { from: number; to: number }, parts: DatelineParts): void {
  const dateline = state.schema.nodes.dateline
  if (dateline === undefined) return
  state.tr.delete(range.from, range.to).insert(0, dateline.create(parts))
}
