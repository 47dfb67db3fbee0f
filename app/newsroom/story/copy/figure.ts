// A picture in the copy, named by its id and never by an address; what the node contains is the caption.
import { mergeAttributes, Node } from '@tiptap/core'
import { flag, isPublicId, line, oneOf, publicId } from './attributes.ts'

export const figureLayouts = ['inline', 'wide', 'full'] as const

export const Figure = Node.create({
  name: 'figure',
  group: 'block',
  content: 'inline*',
  marks: 'bold italic link topicLink editorNote',
  isolating: true,
  draggable: true,

  addAttributes() {
    return {
      pictureId: publicId('pictureId'),
      alt: line('alt', 1000),
      decorative: flag('decorative'),
      credit: line('credit', 250),
      layout: oneOf('layout', figureLayouts),
      /** Shows what some would rather not see: it is covered until a reader asks for it. */
      graphic: flag('graphic'),
    }
  },

  // Without a known picture id there is no figure: pictures of other sites are never fetched.
  parseHTML() {
    return [
      {
        tag: 'figure[data-picture-id]',
        contentElement: 'figcaption',
        getAttrs: (element) => (isPublicId(element.getAttribute('data-picture-id')) ? null : false),
      },
    ]
  },

  renderHTML({ HTMLAttributes }) {
    return ['figure', mergeAttributes(HTMLAttributes), ['figcaption', 0]]
  },
})
