// A "Read more" card; title and address are looked up again each time it is printed.
import { mergeAttributes, Node } from '@tiptap/core'
import { line, oneOf, optionalAddress, optionalId } from './attributes.ts'

export const relatedTypes = ['story', 'topic', 'url'] as const

export const Related = Node.create({
  name: 'related',
  group: 'block',
  atom: true,
  draggable: true,

  addAttributes() {
    return {
      refType: oneOf('refType', relatedTypes),
      ref: optionalId('ref'),
      url: optionalAddress('url'),
      label: line('label', 80, 'Read more'),
    }
  },

  parseHTML() {
    return [{ tag: 'aside[data-related]' }]
  },

  renderHTML({ node, HTMLAttributes }) {
    return [
      'aside',
      mergeAttributes({ 'data-related': '', class: 'related' }, HTMLAttributes),
      `${String(node.attrs.label)}: ${String(node.attrs.url || node.attrs.ref)}`,
    ]
  },
})
