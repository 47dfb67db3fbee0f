/** Tiny builders that let the demo stories be written as words instead of as nested JSON. */

export type CopyJson = {
  type: string
  attrs?: Record<string, string | number | boolean>
  marks?: { type: string; attrs?: Record<string, string> }[]
  content?: CopyJson[]
  text?: string
}

/** A whole story: an optional dateline first, then its blocks. */
export function doc(...blocks: CopyJson[]): CopyJson {
  return { type: 'doc', content: blocks }
}

/** The dateline; `date` is `YYYY-MM-DD`, or empty when the day of publication says it. */
export function dateline(place: string, date = ''): CopyJson {
  return { type: 'dateline', attrs: { place, agency: 'BDC', date } }
}

/**
 * A paragraph. Light markup: `**bold**`, `*italic*`, `[text](https://…)`, `[[an editor's note]]`,
 * `{topic:slug|text}`.
 */
export function p(words: string): CopyJson {
  return { type: 'paragraph', content: inline(words) }
}

export function h2(words: string): CopyJson {
  return { type: 'heading', attrs: { level: 2 }, content: inline(words) }
}

export function h3(words: string): CopyJson {
  return { type: 'heading', attrs: { level: 3 }, content: inline(words) }
}

export function ul(...items: string[]): CopyJson {
  return { type: 'bulletList', content: items.map(listItem) }
}

export function ol(...items: string[]): CopyJson {
  return { type: 'orderedList', attrs: { start: 1 }, content: items.map(listItem) }
}

/** A quotation of one or more paragraphs with who said it and, where there is one, the address it was said at. */
export function quote(words: string | string[], source = '', cite = ''): CopyJson {
  return { type: 'blockquote', attrs: { source, cite }, content: [words].flat().map(p) }
}

/** A sentence pulled out large; keep it under 120 characters. */
export function pull(words: string, attribution = ''): CopyJson {
  return { type: 'pullQuote', attrs: { attribution }, content: inline(words) }
}

export function background(title: string, ...blocks: (string | CopyJson)[]): CopyJson {
  return box('background', title, blocks)
}

export function facts(title: string, ...blocks: (string | CopyJson)[]): CopyJson {
  return box('facts', title, blocks)
}

export function timeline(title: string, ...blocks: (string | CopyJson)[]): CopyJson {
  return box('timeline', title, blocks)
}

/** A picture by the key it has in pictures.ts, with its caption. */
export function figure(
  pictureKey: string,
  about: { alt: string; credit: string; layout?: 'inline' | 'wide' | 'full' },
  caption: string,
): CopyJson {
  const { alt, credit, layout = 'inline' } = about
  return {
    type: 'figure',
    attrs: { pictureId: pictureKey, alt, decorative: false, credit, layout },
    content: inline(caption),
  }
}

/** A "Read more" card: to a demo story by key, a topic by slug, or an address elsewhere. */
export function related(
  to: { story: string; label?: string } | { topic: string; label?: string } | { url: string; label?: string },
): CopyJson {
  const label = to.label ?? 'Read more'
  if ('story' in to) return { type: 'related', attrs: { refType: 'story', ref: to.story, url: '', label } }
  if ('topic' in to) return { type: 'related', attrs: { refType: 'topic', ref: to.topic, url: '', label } }
  return { type: 'related', attrs: { refType: 'url', ref: '', url: to.url, label } }
}

export function embed(provider: string, providerId: string): CopyJson {
  return { type: 'embed', attrs: { provider, providerId } }
}

export function rule(): CopyJson {
  return { type: 'horizontalRule' }
}

/** The day's name so many days before today, so that a story reads as current whenever the demo is seeded. */
export function weekday(daysAgo: number): string {
  const day = new Date(Date.now() - daysAgo * 86_400_000)
  return new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'Europe/Sofia' }).format(day)
}

/** Every node of a document, the document itself first. */
export function nodesIn(copy: CopyJson): CopyJson[] {
  return [copy, ...(copy.content ?? []).flatMap(nodesIn)]
}

/** How many words a reader reads, captions and boxes included. */
export function wordsIn(copy: CopyJson): number {
  const text = nodesIn(copy)
    .map((node) => (node.type === 'text' ? node.text : node.type === 'paragraph' ? ' ' : ''))
    .join('')
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

function box(kind: string, title: string, blocks: (string | CopyJson)[]): CopyJson {
  return {
    type: 'factBox',
    attrs: { kind, title },
    content: blocks.map((block) => (typeof block === 'string' ? p(block) : block)),
  }
}

function listItem(words: string): CopyJson {
  return { type: 'listItem', content: [p(words)] }
}

const markup =
  /\*\*(?<bold>.+?)\*\*|\*(?<italic>[^*]+?)\*|\[\[(?<note>.+?)\]\]|\[(?<label>[^\][]+)\]\((?<href>[^)\s]+)\)|\{topic:(?<topic>[a-z0-9-]+)\|(?<named>[^}]+)\}/gu

function inline(words: string, marks: CopyJson['marks'] = []): CopyJson[] {
  const out: CopyJson[] = []
  let from = 0
  for (const found of words.matchAll(markup)) {
    plain(words.slice(from, found.index))
    const { bold, italic, note, label, href, topic, named } = found.groups ?? {}
    if (bold) out.push(...inline(bold, [...marks, { type: 'bold' }]))
    else if (italic) out.push(...inline(italic, [...marks, { type: 'italic' }]))
    else if (note) out.push(...inline(note, [...marks, { type: 'editorNote', attrs: { kind: 'ed' } }]))
    else if (label && href) out.push(...inline(label, [...marks, { type: 'link', attrs: { href } }]))
    else if (topic && named) out.push(...inline(named, [...marks, { type: 'topicLink', attrs: { topicId: topic } }]))
    from = found.index + found[0].length
  }
  plain(words.slice(from))
  return out

  function plain(text: string): void {
    if (text) out.push({ type: 'text', text, ...(marks.length > 0 ? { marks } : {}) })
  }
}
