// A link from a phrase to a topic hub, by the topic's id; the address is looked up when it is printed.
import { Mark, mergeAttributes } from '@tiptap/core'
import { isPublicId, publicId } from './attributes.ts'

export const TopicLink = Mark.create({
  name: 'topicLink',
  inclusive: false,
  excludes: 'topicLink link',

  addAttributes() {
    return { topicId: publicId('topicId') }
  },

  parseHTML() {
    return [
      {
        tag: 'span[data-topic-id]',
        getAttrs: (element) => (isPublicId(element.getAttribute('data-topic-id')) ? null : false),
      },
    ]
  },

  renderHTML({ HTMLAttributes }) {
    return ['span', mergeAttributes({ class: 'topic-link' }, HTMLAttributes), 0]
  },
})
