// The link mark: an address that was checked, and nothing else; the renderer adds what a link to elsewhere must say.
import { Link } from '@tiptap/extension-link'
import { linkTarget } from './attributes.ts'
import { webAddress } from './web-address.ts'

export const SafeLink = Link.extend({
  inclusive: false,
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
}).configure({
  openOnClick: false,
  autolink: true,
  linkOnPaste: true,
  defaultProtocol: 'https',
  isAllowedUri: (address) => typeof address === 'string' && webAddress(address.trim()) !== null,
  // Without a scheme only what is plainly an address becomes a link while typing: "ed.note" is not one.
  shouldAutoLink: (address) =>
    /^(https?:\/\/|mailto:|www\.)/i.test(address) || /^[^@\s]+@[^@\s]+\.[a-z]{2,}$/i.test(address),
  HTMLAttributes: { rel: 'ugc nofollow noopener noreferrer', target: null },
})
