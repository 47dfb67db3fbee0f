// What signed-in and plain pages put in their head: the stylesheet, a title with the outlet's name, no indexing.
import type { MetaFunction } from '@remix-run/node'
import workspaceCss from '#app/ui/styles/workspace.css?url'

/** `links` of a page drawn by workspace.css. */
export function workspaceLinks() {
  return [{ rel: 'stylesheet', href: workspaceCss }]
}

/**
 * `meta` of such a page: "Sign in – Outlet", or a word that says nothing where the person who looks is in safety mode.
 * `matches` is what Remix hands to `meta`.
 */
export function pageHead(matches: readonly { id: string; data?: unknown }[], title: string) {
  const whole = rootText(matches, 'veiledTitle') || [title, rootText(matches, 'outletName')].filter(Boolean).join(' – ')
  return [{ title: whole }, { name: 'robots', content: 'noindex' }]
}

/** `meta` of a page whose loader says its `title`, as the words of the page's language are the server's. */
export const titledPage: MetaFunction = ({ data, matches }) => pageHead(matches, textIn(data, 'title'))

function rootText(matches: readonly { id: string; data?: unknown }[], name: 'outletName' | 'veiledTitle'): string {
  return textIn(matches.find((match) => match?.id === 'root')?.data, name)
}

function textIn(data: unknown, name: string): string {
  const text: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, name) : ''
  return typeof text === 'string' ? text : ''
}
