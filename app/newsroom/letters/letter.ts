// Every mail as data, and the one layout that renders it as text and as HTML.
/** What a letter says. `label` and `path` of the button become a link to our own site only. */
export type LetterContent = {
  subject: string
  greeting: string
  lines: string[]
  button?: { label: string; path: string }
  footer?: string[]
}

/** Where links lead and who signs. `url` has no slash at its end. */
export type LetterSite = { url: string; outletName: string }

/** The letter as mail programs show it. Both bodies say the same. */
export function renderLetter(
  content: LetterContent,
  site: LetterSite,
): { subject: string; text: string; html: string } {
  const address = content.button ? `${site.url}${content.button.path}` : ''
  const footer = content.footer ?? []
  const text = [
    content.greeting,
    ...content.lines,
    ...(content.button ? [`${content.button.label}:\n${address}`] : []),
    site.outletName,
    ...footer,
  ].join('\n\n')
  return { subject: oneLine(content.subject), text: `${text}\n`, html: page(content, site, address, footer) }
}

function page(content: LetterContent, site: LetterSite, address: string, footer: string[]): string {
  const paragraphs = [content.greeting, ...content.lines].map(
    (line) => `<p style="margin:0 0 16px">${withBreaks(line)}</p>`,
  )
  const button = content.button
    ? `<p style="margin:24px 0"><a href="${escaped(address)}" style="background:#b3261e;color:#ffffff;padding:12px 20px;border-radius:6px;text-decoration:none;display:inline-block">${escaped(content.button.label)}</a></p><p style="margin:0 0 16px;font-size:14px;color:#555555">${escaped(address)}</p>`
    : ''
  const small = footer.map((line) => `<p style="margin:0 0 8px;font-size:14px;color:#555555">${withBreaks(line)}</p>`)
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(content.subject)}</title></head><body style="margin:0;padding:24px;background:#f6f5f2;color:#1a1a1a;font:16px/1.5 Georgia,serif"><div style="max-width:34rem;margin:0 auto;background:#ffffff;padding:32px"><p style="margin:0 0 24px;font-weight:bold">${escaped(site.outletName)}</p>${paragraphs.join('')}${button}${small.join('')}</div></body></html>`
}

function withBreaks(line: string): string {
  return escaped(line).replaceAll('\n', '<br>')
}

// A line break in a subject would begin another header.
function oneLine(subject: string): string {
  return subject.replace(/[\r\n]+/g, ' ').slice(0, 250)
}

// Mail has its own escaper: letters know nothing of stories and their copy.
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
