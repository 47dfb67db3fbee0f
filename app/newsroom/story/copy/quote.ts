// A quotation of one or more paragraphs, with the person or paper it comes from.
import { Blockquote } from '@tiptap/extension-blockquote'
import { line, optionalAddress } from './attributes.ts'

export const Quote = Blockquote.extend({
  content: 'paragraph+',

  addAttributes() {
    const cite = optionalAddress('cite')
    return {
      source: line('source', 250),
      cite: {
        ...cite,
        parseHTML(element: HTMLElement) {
          const written = element.getAttribute('cite') ?? ''
          return isAccepted(cite.validate, written) ? written : ''
        },
        renderHTML: (attributes: Record<string, unknown>): Record<string, string> =>
          attributes.cite === '' ? {} : { cite: String(attributes.cite) },
      },
    }
  },
})

function isAccepted(validate: (value: unknown) => void, value: string): boolean {
  try {
    validate(value)
    return true
  } catch {
    return false
  }
}
