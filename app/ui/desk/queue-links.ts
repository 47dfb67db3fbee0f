// The stylesheets of the queue's pages.
import { workspaceLinks } from '#app/ui/page/head.ts'
import queueCss from '#app/ui/styles/queue.css?url'

export function queueLinks() {
  return [...workspaceLinks(), { rel: 'stylesheet', href: queueCss }]
}
