// What signed-in and plain pages put in their head: the stylesheet, a title with the outlet's name, no indexing.
import workspaceCss from '#app/ui/styles/workspace.css?url'

/** `links` of a page drawn by workspace.css. */
export function workspaceLinks() {
  return [{ rel: 'stylesheet', href: workspaceCss }]
}

/** `meta` of such a page: "Sign in – Outlet". `matches` is what Remix hands to `meta`. */
export function pageHead(matches: readonly { id: string; data?: unknown }[], title: string) {
  return [{ title: [title, outletNameIn(matches)].filter(Boolean).join(' – ') }, { name: 'robots', content: 'noindex' }]
}

function outletNameIn(matches: readonly { id: string; data?: unknown }[]): string {
  const data = matches.find((match) => match?.id === 'root')?.data
  const name = typeof data === 'object' && data !== null && 'outletName' in data ? data.outletName : ''
  return typeof name === 'string' ? name : ''
}
