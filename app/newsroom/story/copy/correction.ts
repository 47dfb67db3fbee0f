// A dated public note inside the copy on what was wrong; only the desk writes it.
import { mergeAttributes, Node } from '@tiptap/core'
import { oneOf, optionalInstant } from './attributes.ts'

export const correctionKinds = ['correction', 'clarification', 'update'] as const

export const Correction = Node.create({
  name: 'correction',
  group: 'block',
  content: 'paragraph+',
  defining: true,
  isolating: true,

  addAttributes() {
    return { kind: oneOf('kind', correctionKinds), at: optionalInstant('at') }
  },

  parseHTML() {
    return [{ tag: 'aside[data-correction]' }]
  },

  renderHTML({ HTMLAttributes }) {
    return ['aside', mergeAttributes({ 'data-correction': '', class: 'correction' }, HTMLAttributes), 0]
  },
})
