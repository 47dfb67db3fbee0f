// The page that stands in for the desk when there is no network: what this device can open.

/** Its sentences, handed over by the last page that was there. */
export type OfflineWords = {
  language: string
  direction: string
  title: string
  lead: string
  untitled: string
  none: string
  again: string
}

/** A small page of its own: no script, no style from elsewhere. `pages` are the kept ones, as they were. */
export function offlinePage(words: OfflineWords | null, pages: readonly { path: string; html: string }[]): Response {
  const said = words ?? { language: 'en', direction: 'ltr', title: '', lead: '', untitled: '', none: '', again: '' }
  const items = pages.map(
    ({ path, html }) => `<li><a href="${escaped(path)}">${escaped(headlineIn(html) || said.untitled)}</a></li>`,
  )
  const list = items.length ? `<ul>${items.join('')}</ul>` : `<p>${escaped(said.none)}</p>`
  const body = `<!doctype html><html lang="${escaped(said.language)}" dir="${escaped(said.direction)}"><head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(said.title)}</title><style>${styles}</style></head>
<body><main><h1>${escaped(said.title)}</h1><p>${escaped(said.lead)}</p>${list}
<p><a class="button" href="/my/stories">${escaped(said.again)}</a></p></main></body></html>`
  return new Response(body, {
    status: 503,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    },
  })
}

const styles = `:root{color-scheme:light dark;font:1.0625rem/1.5 system-ui}body{margin:0}
main{max-inline-size:34rem;margin:12vh auto;padding-inline:1.25rem}h1{font:600 1.8rem/1.2 Charter,Cambria,Georgia,serif}
ul{padding:0;list-style:none;border-block-start:1px solid GrayText}li{border-block-end:1px solid GrayText}
li a{display:block;padding-block:.75rem;color:inherit}.button{color:inherit}`

/** The headline as the kept page's form has it; text of ours, escaped already by whoever rendered it. */
function headlineIn(html: string): string {
  const raw = /<textarea[^>]*name="headline"[^>]*>([^<]*)<\/textarea>/.exec(html)?.[1] ?? ''
  return raw
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .trim()
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
