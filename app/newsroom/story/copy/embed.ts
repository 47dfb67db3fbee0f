// Something shown on another service, kept as the service and its id: no foreign HTML, and nothing loads by itself.
import { mergeAttributes, Node } from '@tiptap/core'
import { matching, oneOf } from './attributes.ts'
import { embedId, embedLink, embedProviders } from './embed-services.ts'

export const Embed = Node.create({
  name: 'embed',
  group: 'block',
  atom: true,
  draggable: true,

  addAttributes() {
    return {
      provider: oneOf('provider', embedProviders),
      providerId: matching('providerId', embedId, 'the id of the item on that service'),
    }
  },

  parseHTML() {
    return [
      {
        tag: 'div[data-embed]',
        getAttrs: (element) =>
          embedLink(element.getAttribute('data-provider'), element.getAttribute('data-provider-id')) === null
            ? false
            : null,
      },
    ]
  },

  renderHTML({ node, HTMLAttributes }) {
    const link = embedLink(node.attrs.provider, node.attrs.providerId)
    // The default provider is not written by its attribute, so it is named here for the way back.
    const named = { 'data-embed': '', 'data-provider': String(node.attrs.provider), class: 'embed' }
    return ['div', mergeAttributes(named, HTMLAttributes), link === null ? '' : `${link.name}: ${link.url}`]
  },
})
