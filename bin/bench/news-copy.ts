// Copy of a wanted length for measuring: paragraphs, headings, a list, a quote, a background box; the same every time.

const WORDS = (
  'the bridge river town convoy mayor engineers column morning valley road crossed opened repaired soldiers museum harbour ' +
  'ship crew winter rescue archive letter veterans crowd square planned budget exercise trained village border station ' +
  'report measured carried steel granite drawn counted returned early quiet heavy narrow after before during without'
).split(' ')

/** So many sentences of so many words, drawn by `seed`. */
export function sentences(seed: number, count: number, words: number): string[] {
  let state = seed * 2_654_435_761 + 1
  const next = () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0
    return WORDS[state % WORDS.length] ?? ''
  }
  return Array.from({ length: count }, () => {
    const line = Array.from({ length: words }, next).join(' ')
    return line.charAt(0).toUpperCase() + line.slice(1)
  })
}

/** A story of about `words` words as Tiptap JSON. */
export function newsCopy(seed: number, words: number) {
  const paragraphs = Math.ceil(words / 60)
  const content: unknown[] = [{ type: 'dateline', attrs: { place: 'Panagyurishte', agency: '', date: '' } }]
  for (let i = 0; i < paragraphs; i++) {
    if (i % 4 === 3) content.push(heading(sentences(seed + i, 1, 5)[0] ?? ''))
    if (i === 5) content.push(list(sentences(seed + i, 3, 8)))
    content.push(paragraph(`${sentences(seed * 31 + i, 4, 15).join('. ')}.`))
  }
  content.push({
    type: 'factBox',
    attrs: { kind: 'background', title: 'Background' },
    content: [paragraph(`${sentences(seed + 99, 3, 12).join('. ')}.`)],
  })
  return { type: 'doc', content }
}

/** The same story with one word changed in each of `count` places that lie evenly over its paragraphs. */
export function withChanges(document: ReturnType<typeof newsCopy>, count: number) {
  const copy = structuredClone(document)
  const paragraphs = copy.content.filter(isParagraph)
  for (let i = 0; i < count; i++) {
    const text = paragraphs[i % paragraphs.length]?.content[0]
    if (!text) continue
    const words = text.text.split(' ')
    words[(7 * i) % words.length] = `changed${i}`
    text.text = words.join(' ')
  }
  return copy
}

type Paragraph = ReturnType<typeof paragraph>

function isParagraph(block: unknown): block is Paragraph {
  return (block as { type?: string }).type === 'paragraph'
}

function paragraph(text: string) {
  return { type: 'paragraph', content: [{ type: 'text', text }] }
}

function heading(text: string) {
  return { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text }] }
}

function list(items: string[]) {
  return { type: 'bulletList', content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })) }
}
