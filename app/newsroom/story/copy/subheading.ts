// A subheading of level 2 or 3; level 1 is the headline, which has a field of its own.
import { Heading } from '@tiptap/extension-heading'
import { wholeNumber } from './attributes.ts'

export const Subheading = Heading.extend({
  addAttributes() {
    return { level: { ...wholeNumber('level', 2, 3, 2), rendered: false } }
  },

  // Pasted pages use all six levels.
  parseHTML() {
    return [
      { tag: 'h1', attrs: { level: 2 } },
      { tag: 'h2', attrs: { level: 2 } },
      { tag: 'h3', attrs: { level: 3 } },
      { tag: 'h4', attrs: { level: 3 } },
      { tag: 'h5', attrs: { level: 3 } },
      { tag: 'h6', attrs: { level: 3 } },
    ]
  },
}).configure({ levels: [2, 3] })
