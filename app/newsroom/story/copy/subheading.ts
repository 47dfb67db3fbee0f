// A subheading of level 2 or 3; level 1 is the headline, which has a field of its own.
import { Heading } from '@tiptap/extension-heading'
import { wholeNumber } from './attributes.ts'

export const Subheading = Heading.extend({
  addAttributes() {
    return {
      level: {
        ...wholeNumber('level', 2, 3, 2),
        parseHTML: (element: HTMLElement) => (/^h[3-6]$/i.test(element.tagName) ? 3 : 2),
        rendered: false,
      },
    }
  },

  // Pasted pages use all six levels: the first two become level 2, the others level 3.
  parseHTML() {
    return ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag }))
  },
}).configure({ levels: [2, 3] })
