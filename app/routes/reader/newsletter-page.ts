// What the pages of the newsletter have in their head.
import type { MetaDescriptor } from '@remix-run/node'
import formsCss from '#app/ui/styles/forms.css?url'
import changedCss from '#app/ui/styles/what-changed.css?url'
import { paperLinks, unlisted } from './reader-page.ts'

export const newsletterLinks = () => [
  ...paperLinks(),
  ...[formsCss, changedCss].map((href) => ({ rel: 'stylesheet', href })),
]

/** The head of a page that a letter's link opens. */
export function personalHead(title: string, outlet: string): MetaDescriptor[] {
  return unlisted(`${title} – ${outlet}`)
}
