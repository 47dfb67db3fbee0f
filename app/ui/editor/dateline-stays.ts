// Keeps the dateline from being replaced by what is typed: it is never what is selected, the words after it are.
import { Extension } from '@tiptap/core'
import { NodeSelection, Plugin, Selection } from '@tiptap/pm/state'

/**
 * The dateline is one piece, printed from its fields above the story. Selected as a piece, by a click or an arrow key, it
 * would give way to the next letter typed; so the cursor goes on to the words after it. The fields empty it.
 */
export const DatelineStays = Extension.create({
  name: 'datelineStays',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction(_transactions, _before, { selection, doc, tr }) {
        if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'dateline') return null
        const after = Selection.findFrom(doc.resolve(selection.to), 1)
        return after && tr.setSelection(after)
      },
    }),
  ],
})
