// What the pages of the desk that show a story's verification put in their head.
import { workspaceLinks } from '#app/ui/page/head.ts'
import verificationCss from '#app/ui/styles/verification.css?url'

/** `links` of such a page. */
export function verificationLinks() {
  return [...workspaceLinks(), { rel: 'stylesheet', href: verificationCss }]
}
