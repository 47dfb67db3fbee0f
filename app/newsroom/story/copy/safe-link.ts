// The link mark: an address that was checked, and nothing else; the renderer adds what a link to elsewhere must say.
import { Mark, mergeAttributes } from '@tiptap/core'
import { linkTarget } from './attributes.ts'
import { webAddress } from './web-address.ts'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    link: {
      /** Links the chosen words, or the link around the cursor, to an address; false when it may not stand in a story. */
      setLink(attributes: { href: string }): ReturnType
      unsetLink(): ReturnType
    }
  }
}

export const SafeLink = Mark.create({
  name: 'link',
  priority: 1000, // the outermost mark, so that a link with bold in it is one link
  inclusive: false,
  keepOnSplit: false,
  excludes: 'link topicLink',

  addAttributes() {
    return {
      href: {
        ...linkTarget('href'),
        parseHTML: (element: HTMLElement) => webAddress(element.getAttribute('href')?.trim()) ?? '',
        renderHTML: (attributes: Record<string, unknown>): Record<string, string> => ({
          href: webAddress(attributes.href) ?? '',
        }),
      },
    }
  },

  parseHTML() {
    return [
      {
        tag: 'a[href]',
        getAttrs: (element) => (webAddress(element.getAttribute('href')?.trim()) === null ? false : null),
      },
    ]
  },

  renderHTML({ HTMLAttributes }) {
    return ['a', mergeAttributes({ rel: 'ugc nofollow noopener noreferrer' }, HTMLAttributes), 0]
  },

  addCommands() {
    return {
      setLink:
        ({ href }) =>
        ({ commands }) =>
          webAddress(href) !== null && commands.setMark(this.name, { href }),
      unsetLink:
        () =>
        ({ commands }) =>
          commands.unsetMark(this.name, { extendEmptyMarkRange: true }),
    }
  },
})
