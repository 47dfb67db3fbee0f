// A letter as people read it, and the one layout that renders it as text and as HTML.

/** What a letter says. `label` and `path` of a link lead to our own site only. */
export type LetterContent = {
  subject: string
  greeting: string
  lines: string[]
  button?: LetterLink
  /** A list of links, one an item: the digest's. */
  items?: LetterLink[]
  footer?: string[]
  /** The last line: a quiet link, such as to the choice of letters. */
  foot?: LetterLink
}

export type LetterLink = { label: string; path: string }

/** Where links lead and who signs; `url` has no slash at its end. Nobody signs where `outletName` is ''. */
export type LetterPaper = { url: string; outletName: string; language: string }

/** The letter as mail programs show it. Both bodies say the same; no picture, nothing from elsewhere. */
export function renderLetter(
  content: LetterContent,
  paper: LetterPaper,
): { subject: string; text: string; html: string } {
  const address = (link: LetterLink) => `${paper.url}${link.path}`
  const { greeting, lines, button, items = [], footer = [], foot } = content
  const text = [
    greeting,
    ...lines,
    ...items.map((item) => `– ${item.label}\n  ${address(item)}`),
    ...(button ? [`${button.label}:\n${address(button)}`] : []),
    ...(paper.outletName ? [paper.outletName] : []),
    ...footer,
    ...(foot ? [`${foot.label}:\n${address(foot)}`] : []),
  ].join('\n\n')
  return { subject: oneLine(content.subject), text: `${text}\n`, html: page(content, paper, address) }
}

function page(content: LetterContent, paper: LetterPaper, address: (link: LetterLink) => string): string {
  const { greeting, lines, button, items = [], footer = [], foot } = content
  const body = [
    paper.outletName && `<p style="margin:0 0 24px;font-weight:bold">${escaped(paper.outletName)}</p>`,
    ...[greeting, ...lines].map((line) => `<p dir="auto" style="margin:0 0 16px">${withBreaks(line)}</p>`),
    items.length > 0 && `<ul style="margin:0 0 16px;padding:0 20px">${items.map(item).join('')}</ul>`,
    button && pressed(button),
    ...footer.map((line) => `<p dir="auto" style="${small}">${withBreaks(line)}</p>`),
    foot &&
      `<p style="${small}"><a href="${escaped(address(foot))}" style="color:#555555">${escaped(foot.label)}</a></p>`,
  ]
  return `<!doctype html><html lang="${escaped(paper.language)}" dir="${directionOf(paper.language)}"><head><meta charset="utf-8"><title>${escaped(content.subject)}</title></head><body style="margin:0;padding:24px;background:#f6f5f2;color:#1a1a1a;font:16px/1.5 Georgia,serif"><div style="max-width:34rem;margin:0 auto;background:#ffffff;padding:32px">${body.filter(Boolean).join('')}</div></body></html>`

  function item(link: LetterLink): string {
    return `<li dir="auto" style="margin:0 0 8px"><a href="${escaped(address(link))}" style="color:#8f1d17">${escaped(link.label)}</a></li>`
  }

  function pressed(link: LetterLink): string {
    const to = escaped(address(link))
    return `<p style="margin:24px 0"><a href="${to}" style="background:#b3261e;color:#ffffff;padding:12px 20px;border-radius:6px;text-decoration:none;display:inline-block">${escaped(link.label)}</a></p><p dir="ltr" style="margin:0 0 16px;font-size:14px;color:#555555;word-break:break-all">${to}</p>`
  }
}

const small = 'margin:0 0 8px;font-size:14px;color:#555555'

function directionOf(language: string): 'ltr' | 'rtl' {
  return ['ar', 'fa', 'he', 'ur'].includes(language.split('-')[0] ?? '') ? 'rtl' : 'ltr'
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
