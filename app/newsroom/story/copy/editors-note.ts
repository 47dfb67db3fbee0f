// An editor's words inside a sentence; the brackets are drawn when it is shown: `[… – ed.]`. Only the desk writes it.
import { Mark, mergeAttributes } from '@tiptap/core'
import { oneOf } from './attributes.ts'

export const editorNoteKinds = ['ed', 'sic', 'translation'] as const

export const EditorNote = Mark.create({
  name: 'editorNote',
  inclusive: false,

  addAttributes() {
    return { kind: oneOf('kind', editorNoteKinds) }
  },

  parseHTML() {
    return [{ tag: 'span[data-ed-note]' }]
  },

  renderHTML({ HTMLAttributes }) {
    return ['span', mergeAttributes({ 'data-ed-note': '', class: 'ed-note' }, HTMLAttributes), 0]
  },
})
