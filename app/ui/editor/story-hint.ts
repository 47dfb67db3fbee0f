// The quiet words on a line nobody has written on yet.
import { Extension } from '@tiptap/core'
import { type EditorState, Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** Shows `hint` in the one empty paragraph of an unwritten story, and `lineHint` on an empty line that the cursor is on. */
export const StoryHint = Extension.create<{ hint: string; lineHint: string }>({
  name: 'storyHint',
  addOptions: () => ({ hint: '', lineHint: '' }),
  addProseMirrorPlugins() {
    const { hint, lineHint } = this.options
    return [
      new Plugin({
        props: {
          decorations(state) {
            const line = emptyLine(state)
            if (!line) return null
            const attributes = { class: 'is-empty', 'data-placeholder': line.isAll ? hint : lineHint }
            return DecorationSet.create(state.doc, [Decoration.node(line.from, line.from + 2, attributes)])
          },
        },
      }),
    ]
  },
})

/** The only paragraph of an unwritten story, or the empty one with the cursor; `isAll`: there is nothing else. */
function emptyLine({ doc, selection }: EditorState): { from: number; isAll: boolean } | null {
  const last = doc.lastChild
  const before = doc.firstChild?.type.name === 'dateline' ? 1 : 0
  if (doc.childCount === before + 1 && last?.type.name === 'paragraph' && last.content.size === 0)
    return { from: before, isAll: true }
  const { $from, empty } = selection
  const isEmpty =
    empty && $from.depth === 1 && $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0
  return isEmpty ? { from: $from.before(1), isAll: false } : null
}
