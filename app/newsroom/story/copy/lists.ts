// Bulleted and numbered lists, whose items hold paragraphs and further lists.
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list'
import { wholeNumber } from './attributes.ts'

export const NumberedList = OrderedList.extend({
  addAttributes() {
    return { start: wholeNumber('start', 0, 2_147_483_647, 1) }
  },
})

export const Item = ListItem.extend({ content: 'paragraph (paragraph | bulletList | orderedList)*' })

export { BulletList }
