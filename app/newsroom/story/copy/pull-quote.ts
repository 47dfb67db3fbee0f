// A sentence of the story set large.
import { mergeAttributes, Node } from '@tiptap/core'
import { line } from './attributes.ts'

export const PullQuote = Node.create({
  name: 'pullQuote',
  group: 'block',
  content: 'inline*',
  marks: 'italic',
  defining: true,

  addAttributes() {
    return { attribution: line('attribution', 250) }
  },

  parseHTML() {
    return [{ tag: 'aside[data-pull-quote]' }]
  },

  renderHTML({ HTMLAttributes }) {
    return ['aside', mergeAttributes({ 'data-pull-quote': '', class: 'pull-quote' }, HTMLAttributes), 0]
  },
})
