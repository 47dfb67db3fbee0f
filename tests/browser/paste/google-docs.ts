// HTML in the shape in which Google Docs puts it on the clipboard: one <b> around everything, styles on spans.

/** What Google Docs writes around a selection. */
export function docsPage(body: string): string {
  return `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-5f0d6ab1-7fff-01">${body}</b><br class="Apple-interchange-newline">`
}

const plain = 'font-size:11pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;'

/** Words with a style of their own, as Google Docs writes every run. */
export function docsRun(words: string, { bold = false, italic = false } = {}): string {
  return `<span style="${plain}font-weight:${bold ? 700 : 400};font-style:${italic ? 'italic' : 'normal'};font-variant:normal;text-decoration:none;vertical-align:baseline;white-space:pre;white-space:pre-wrap;">${words}</span>`
}

export function docsLine(...runs: string[]): string {
  return `<p dir="ltr" style="line-height:1.38;margin-top:0pt;margin-bottom:0pt;">${runs.join('')}</p>`
}

export function docsHeading(level: number, words: string): string {
  return `<h${level} dir="ltr" style="line-height:1.38;margin-top:20pt;margin-bottom:6pt;">${docsRun(words)}</h${level}>`
}

/** A list; what is not an item is an inner list, which Google Docs puts beside the item. */
export function docsList(tag: 'ul' | 'ol', ...items: string[]): string {
  return `<${tag} style="margin-top:0;margin-bottom:0;padding-inline-start:48px;">${items.join('')}</${tag}>`
}

export function docsItem(words: string, level = 1): string {
  return `<li dir="ltr" style="list-style-type:disc;${plain}" aria-level="${level}">${`<p dir="ltr" style="line-height:1.38;margin:0" role="presentation">${docsRun(words)}</p>`}</li>`
}

export function docsLink(words: string, address: string): string {
  const behind = `https://www.google.com/url?q=${encodeURIComponent(address)}&amp;sa=D&amp;source=editors&amp;ust=1700000000000000&amp;usg=AOvVaw0`
  return `<a href="${behind}" style="text-decoration:none;"><span style="${plain}color:#1155cc;font-weight:400;text-decoration:underline;white-space:pre-wrap;">${words}</span></a>`
}
