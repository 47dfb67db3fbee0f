// Reads Markdown as people write stories in it: headings, paragraphs, lists, quotations, rules, emphasis and links.

/** HTML for the cleaner, which decides about addresses. Pictures are left out but counted by it; HTML in the text is words. */
export function markdownToHtml(markdown: string): string {
  const lines = markdown
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, '    ')
    .split('\n')
  const from = lines[0] === '---' ? lines.indexOf('---', 1) + 1 : 0 // notes for machines at the head of the file
  const links = new Map<string, string>()
  const words = lines.slice(from).filter((line) => {
    const found = /^ {0,3}\[([^\]]{1,200})\]:\s+<?(\S{1,2000}?)>?(?:\s+["'(].*)?$/.exec(line)
    if (found) links.set((found[1] ?? '').toLowerCase(), found[2] ?? '')
    return !found
  })
  return blocks(words, links, 0)
}

const ITEM = /^( {0,3})(?:([-*+])|(\d{1,9})[.)])( +|$)(.*)$/
const RULE = /^ {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$/
const UNDERLINE = /^ {0,3}(=+|-{2,})\s*$/
const DEEPEST = 12

type Links = ReadonlyMap<string, string>

function blocks(lines: readonly string[], links: Links, depth: number): string {
  let html = ''
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? ''
    const heading = /^ {0,3}(#{1,6})(?:\s+(.*?))?(?:\s+#+)?\s*$/.exec(line)
    const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (line.trim() === '') at++
    else if (heading) {
      html += `<h${heading[1]?.length}>${inline(heading[2] ?? '', links)}</h${heading[1]?.length}>`
      at++
    } else if (RULE.test(line)) {
      html += '<hr>'
      at++
    } else if (fence) {
      const end = lines.findIndex((other, index) => index > at && other.trim().startsWith(fence))
      const last = end === -1 ? lines.length : end
      html += `<pre>${escaped(lines.slice(at + 1, last).join('\n'))}</pre>`
      at = last + 1
    } else if (/^ {0,3}>/.test(line) && depth < DEEPEST) {
      const to = runEnd(lines, at, (other) => /^ {0,3}>/.test(other) || isLazy(other))
      const inner = lines.slice(at, to).map((other) => other.replace(/^ {0,3}> ?/, ''))
      html += `<blockquote>${blocks(inner, links, depth + 1)}</blockquote>`
      at = to
    } else if (ITEM.test(line) && depth < DEEPEST) {
      const list = listAt(lines, at, links, depth)
      html += list.html
      at = list.to
    } else {
      const to = Math.max(
        at + 1,
        runEnd(lines, at, (other, index) => index === at || isLazy(other) || UNDERLINE.test(other)),
      )
      html += paragraph(lines.slice(at, to), links)
      at = to
    }
  }
  return html
}

function runEnd(lines: readonly string[], from: number, belongs: (line: string, index: number) => boolean): number {
  let to = from
  while (to < lines.length && belongs(lines[to] ?? '', to)) to++
  return to
}

/** A line that goes on with the paragraph before it. */
function isLazy(line: string): boolean {
  const begins = /^ {0,3}(#{1,6}(\s|$)|>|`{3,}|~{3,})/.test(line) || RULE.test(line)
  return line.trim() !== '' && !begins && !/^ {0,3}([-*+]|1[.)]) /.test(line)
}

/** A paragraph, or a heading when it is underlined. Lines are joined; two spaces or a backslash at an end break it. */
function paragraph(lines: readonly string[], links: Links): string {
  const under = lines.findIndex((line, at) => at > 0 && UNDERLINE.test(line))
  if (under > 0) {
    const tag = lines[under]?.includes('=') ? 'h1' : 'h2'
    const head = `<${tag}>${inline(lines.slice(0, under).join(' '), links)}</${tag}>`
    return head + (under + 1 < lines.length ? paragraph(lines.slice(under + 1), links) : '')
  }
  if (lines.every((line) => line.trim().startsWith('|'))) return tableLines(lines, links)
  const text = lines.map(
    (line) =>
      line
        .trimStart()
        .replace(/(?: {2,}|\\)$/, '\n')
        .trimEnd() + (/(?: {2,}|\\)$/.test(line) ? '\n' : ' '),
  )
  return `<p>${inline(text.join('').trim(), links).replaceAll('\n', '<br>')}</p>`
}

function tableLines(lines: readonly string[], links: Links): string {
  const rows = lines.filter((line) => !/^[\s|:-]+$/.test(line))
  const cells = (row: string) =>
    row
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|')
  return `<table>${rows
    .map(
      (row) =>
        `<tr>${cells(row)
          .map((cell) => `<td>${inline(cell.trim(), links)}</td>`)
          .join('')}</tr>`,
    )
    .join('')}</table>`
}

function listAt(lines: readonly string[], from: number, links: Links, depth: number): { html: string; to: number } {
  const first = ITEM.exec(lines[from] ?? '')
  const isNumbered = first?.[3] !== undefined
  const sign = first?.[2]
  let items = ''
  let at = from
  while (at < lines.length) {
    const item = ITEM.exec(lines[at] ?? '')
    if (!item || RULE.test(lines[at] ?? '') || (item[3] !== undefined) !== isNumbered || item[2] !== sign) break
    const inner = [item[5] ?? '']
    const width = Math.min((item[0] ?? '').length - (item[5] ?? '').length, 5)
    at++
    for (; at < lines.length; at++) {
      const line = lines[at] ?? ''
      const indent = /^ */.exec(line)?.[0].length ?? 0
      const goesOn =
        line.trim() === ''
          ? isIndented(lines[at + 1])
          : indent >= Math.min(2, width) || (inner.at(-1) !== '' && isLazy(line) && !ITEM.test(line))
      if (!goesOn) break
      inner.push(line.slice(Math.min(indent, width)))
    }
    items += `<li>${blocks(inner, links, depth + 1)}</li>`
    while (lines[at]?.trim() === '' && ITEM.test(lines[at + 1] ?? '')) at++
  }
  const start = Number(first?.[3] ?? 1)
  return { html: isNumbered ? `<ol start="${start}">${items}</ol>` : `<ul>${items}</ul>`, to: Math.max(at, from + 1) }
}

function isIndented(line: string | undefined): boolean {
  return line !== undefined && /^ {2,}\S/.test(line)
}

// Signs that were written with a backslash wait outside of every alphabet until the marks have been read.
const HIDDEN = 0xe100

function inline(text: string, links: Links): string {
  const hidden = text
    .replace(/[\uE0F0-\uE1FF]/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, (_, sign: string) => String.fromCharCode(HIDDEN + sign.charCodeAt(0)))
    .replace(/(`+)([^`]+?)\1(?!`)/g, (_, __, code: string) => code.replace(/[!-/:-@[-`{-~]/g, hide))
  const html = escaped(hidden)
    .replace(/!\[([^\]]{0,500})\](?:\([^()\s]{0,2000}(?:\s+&quot;[^()]{0,300})?\)|\[[^\]]{0,200}\])/g, '<img alt="$1">')
    .replace(
      /\[([^[\]]{1,1000})\]\((?:&lt;)?([^()\s]{1,2000}?(?:\([^()\s]{0,500}\)[^()\s]{0,500})?)(?:&gt;)?(?:\s+(?:&quot;|').{0,300}?(?:&quot;|'))?\)/g,
      link,
    )
    .replace(/\[([^[\]]{1,1000})\](?:\[([^[\]]{0,200})\])?/g, (whole: string, words: string, name?: string) => {
      const address = links.get((name || words).toLowerCase())
      return address ? link(whole, words, escaped(address)) : whole
    })
    .replace(/&lt;((?:https?:\/\/|mailto:)[^\s<>]{1,2000}?)&gt;/g, (whole: string, address: string) =>
      link(whole, address, address),
    )
    .replace(/\*\*\*(\S(?:[^*\n]{0,2000}?\S)?)\*\*\*/g, '<strong><em>$1</em></strong>')
    .replace(/(\*\*|(?<![\p{L}\p{N}])__)(?=\S)([^\n]{1,2000}?\S)\1(?!\1)/gu, '<strong>$2</strong>')
    .replace(/\*(?=[^\s*])([^*\n]{0,2000}?[^\s*])\*/g, '<em>$1</em>')
    .replace(/(?<![\p{L}\p{N}_])_(?=[^\s_])([^_\n]{0,2000}?[^\s_])_(?![\p{L}\p{N}_])/gu, '<em>$1</em>')
  return html.replace(/[\uE100-\uE17F]/g, (sign) => escaped(String.fromCharCode(sign.charCodeAt(0) - HIDDEN)))
}

function hide(sign: string): string {
  return String.fromCharCode(HIDDEN + sign.charCodeAt(0))
}

function link(_: string, words: string, address: string): string {
  // Stars and lines in an address are no marks.
  return `<a href="${address.replace(/[*_]/g, hide)}">${words}</a>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
