// Bulleted and numbered lists, whose items hold paragraphs and further lists.
import { BulletList } from '@tiptap/extension-list/bullet-list'
import { ListItem } from '@tiptap/extension-list/item'
import { OrderedList } from '@tiptap/extension-list/ordered-list'
import { wholeNumber } from './attributes.ts'

export const NumberedList = OrderedList.extend({
  addAttributes() {
    return { start: wholeNumber('start', 0, 2_147_483_647, 1) }
  },
})

export const Item = ListItem.extend({ content: 'paragraph (paragraph | bulletList | orderedList)*' })

export { BulletList }
