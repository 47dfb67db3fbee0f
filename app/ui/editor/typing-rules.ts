// What typing turns into: printed quotation marks, dashes and dots, links; for the desk also notes. Backspace takes it back.
import { Extension, InputRule } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { bareAddresses } from '#app/newsroom/story/copy/bare-addresses.ts'
import { quoteMark } from '#app/newsroom/story/copy/quote-marks.ts'

/** The language of the marks is the one that the text box says it is in. */
export const TypingRules = Extension.create<{ isDesk: boolean }>({
  name: 'typingRules',
  addOptions: () => ({ isDesk: false }),

  addInputRules() {
    const { editor } = this
    const language = () => editor.view.dom.lang
    const rules = [
      new InputRule({
        find: /["']$/,
        handler: ({ state, range, match }) => {
          const $from = state.doc.resolve(range.from)
          const before = $from.parent.textBetween(0, $from.parentOffset, undefined, ' ')
          const sign = match[0] === '"' ? '"' : "'"
          state.tr.insertText(quoteMark(sign, before, language()), range.from, range.to)
        },
      }),
      new InputRule({
        find: /\.\.\.$/,
        handler: ({ state, range }) => void state.tr.insertText('…', range.from, range.to),
      }),
      new InputRule({
        find: /(?<=\S )- $/,
        handler: ({ state, range }) => void state.tr.insertText('– ', range.from, range.to),
      }),
      new InputRule({
        find: (text) => (/[ \u00A0]$/.test(text) ? addressBefore(text) : null),
        handler: ({ state, range, match }) => {
          const { link } = state.schema.marks
          const to = range.to - (match.data?.tail ?? 0)
          if (!link || !state.selection.empty || state.doc.rangeHasMark(range.from, range.to, link)) return null
          if (!state.doc.resolve(range.from).parent.type.allowsMarkType(link)) return null
          state.tr
            .addMark(range.from, to, link.create({ href: match.data?.href }))
            .insertText(' ', range.to)
            .removeStoredMark(link)
        },
      }),
    ]
    if (!this.options.isDesk) return rules
    return [
      ...rules,
      new InputRule({
        find: /\[([^[\]]{1,400}?) ?[–-] ed\.\]$/u,
        handler: ({ state, range, match }) => {
          const { editorNote } = state.schema.marks
          if (!editorNote) return null
          const words = state.schema.text(match[1] ?? '', [editorNote.create({ kind: 'ed' })])
          state.tr.replaceWith(range.from, range.to, words).removeStoredMark(editorNote)
        },
      }),
    ]
  },

  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleKeyDown(view, event) {
            if (event.key === 'Enter' && !event.isComposing) linkBefore(view)
            return false
          },
        },
      }),
    ]
  },
})

type Found = { index: number; text: string; data: { href: string; tail: number } }

/** The address that the text before the cursor ends with. `tail` counts what stands after it, as a full stop. */
function addressBefore(text: string): Found | null {
  const words = text.trimEnd()
  const last = bareAddresses(words.slice(-300)).at(-1)
  const cut = Math.max(0, words.length - 300)
  if (!last || /\s/.test(words.slice(cut + last.to))) return null
  const tail = words.length - cut - last.to
  return { index: cut + last.from, text: text.slice(cut + last.from), data: { href: last.href, tail } }
}

function linkBefore(view: EditorView): void {
  const { state } = view
  const { $from, empty } = state.selection
  const { link } = state.schema.marks
  if (!empty || !link || !$from.parent.type.allowsMarkType(link)) return
  const found = addressBefore($from.parent.textBetween(0, $from.parentOffset, undefined, '\uFFFC'))
  if (!found) return
  const from = $from.start() + found.index
  const to = $from.pos - found.data.tail
  if (!state.doc.rangeHasMark(from, to, link))
    view.dispatch(state.tr.addMark(from, to, link.create({ href: found.data.href })))
}
