// A box beside the story: its background, the facts in short, or a timeline.
import { mergeAttributes, Node } from '@tiptap/core'
import { line, oneOf } from './attributes.ts'

export const factBoxKinds = ['background', 'facts', 'timeline'] as const

export const FactBox = Node.create({
  name: 'factBox',
  group: 'block',
  content: '(paragraph | heading | bulletList | orderedList)+',
  defining: true,
  isolating: true,

  addAttributes() {
    return { kind: oneOf('kind', factBoxKinds), title: line('title', 160) }
  },

  parseHTML() {
    return [{ tag: 'section[data-fact-box]' }]
  },

  renderHTML({ HTMLAttributes }) {
    return ['section', mergeAttributes({ 'data-fact-box': '', class: 'fact-box' }, HTMLAttributes), 0]
  },
})
