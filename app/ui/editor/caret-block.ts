// Marks the block that the cursor is in: blocks out of view are not laid out, and this one always has to be.
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/**
 * A new block with `content-visibility: auto` is not laid out before the next frame. A letter typed until then, on a busy
 * machine, is put in by a browser that does not know where the cursor stands after it. The class `here` prevents that.
 */
export const CaretBlock = Extension.create({
  name: 'caretBlock',
  addProseMirrorPlugins() {
    let last: { doc: Node; from: number; decorations: DecorationSet } | null = null
    return [
      new Plugin({
        props: {
          decorations({ doc, selection: { $head } }) {
            const from = $head.depth > 0 ? $head.before(1) : $head.pos
            const block = doc.nodeAt(from)
            if (!block) return null
            if (last?.doc !== doc || last.from !== from) {
              const here = Decoration.node(from, from + block.nodeSize, { class: 'here' })
              last = { doc, from, decorations: DecorationSet.create(doc, [here]) }
            }
            return last.decorations
          },
        },
      }),
    ]
  },
})
