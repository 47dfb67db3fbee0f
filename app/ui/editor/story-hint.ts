// The quiet words in a story nobody has written in yet.
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** Shows `hint` in the one empty paragraph, with or without a dateline before it; gone with the first letter. */
export const StoryHint = Extension.create<{ hint: string }>({
  name: 'storyHint',
  addOptions: () => ({ hint: '' }),
  addProseMirrorPlugins() {
    const attributes = { class: 'is-empty', 'data-placeholder': this.options.hint }
    return [
      new Plugin({
        props: {
          decorations({ doc }) {
            const from = emptyParagraph(doc)
            return from === null ? null : DecorationSet.create(doc, [Decoration.node(from, from + 2, attributes)])
          },
        },
      }),
    ]
  },
})

/** Where the only paragraph of an unwritten story begins, or null. */
function emptyParagraph(doc: Node): number | null {
  const last = doc.lastChild
  const before = doc.firstChild?.type.name === 'dateline' ? 1 : 0
  if (doc.childCount !== before + 1 || last?.type.name !== 'paragraph' || last.content.size > 0) return null
  return before
}
