// Stories for tests: one that holds every node and mark, and random ones that are always legal.
import { type Copy, type CopyMark, type CopyNode, checkCopy } from '#app/newsroom/story/copy/check-copy.ts'

/** A random source: `chance(n)` is a whole number from 0 to n - 1, the same for the same seed on every machine. */
export type Chance = (below: number) => number

export function seeded(seed: number): Chance {
  let state = seed | 0
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const WORDS =
  'the brigade museum opened its yard on Saturday and visitors walked between restored engines while the curator said that volunteers had spent two winters on the oldest bridge layer officials from the town hall promised a new roof before autumn because rain had reached the archive several families brought letters and maps which will be copied and returned'.split(
    ' ',
  )

export function sentence(chance: Chance, words: number): string {
  const picked = Array.from({ length: words }, () => WORDS[chance(WORDS.length)] ?? 'the').join(' ')
  return `${picked.charAt(0).toUpperCase()}${picked.slice(1)}.`
}

export function text(words: string, ...marks: CopyMark[]): CopyNode {
  return marks.length === 0 ? { type: 'text', text: words } : { type: 'text', text: words, marks }
}

export function p(...content: (CopyNode | string)[]): CopyNode {
  const nodes = content.map((part) => (typeof part === 'string' ? text(part) : part))
  return nodes.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content: nodes }
}

/** Checked copy out of blocks; throws with the faults when the test itself is wrong. */
export function copyOf(...content: CopyNode[]): Copy {
  const answer = checkCopy({ type: 'doc', content })
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults))
  return answer.copy
}

export const link: CopyMark = { type: 'link', attrs: { href: 'https://example.org/a' } }
export const bold: CopyMark = { type: 'bold' }
export const italic: CopyMark = { type: 'italic' }
export const note: CopyMark = { type: 'editorNote', attrs: { kind: 'ed' } }
export const topicLink: CopyMark = { type: 'topicLink', attrs: { topicId: 'border-towns' } }

export function dateline(place = 'Panagyurishte', agency = 'BM'): CopyNode {
  return { type: 'dateline', attrs: { place, agency, date: '' } }
}

export function figure(pictureId = 'museum-yard', ...caption: CopyNode[]): CopyNode {
  const attrs = { pictureId, alt: 'A yard with engines', decorative: false, credit: 'The museum', layout: 'wide' }
  return caption.length === 0 ? { type: 'figure', attrs } : { type: 'figure', attrs, content: caption }
}

export function heading(words: string, level: 2 | 3 = 2): CopyNode {
  return { type: 'heading', attrs: { level }, content: [text(words)] }
}

export function list(type: 'bulletList' | 'orderedList', ...items: CopyNode[][]): CopyNode {
  const content = items.map((item): CopyNode => ({ type: 'listItem', content: item }))
  return type === 'orderedList' ? { type, attrs: { start: 1 }, content } : { type, content }
}

/** One story with every node and every mark of the language. */
export function wholeStory(): Copy {
  return copyOf(
    dateline(),
    p('Visitors came ', text('early', bold), ' and stayed ', text('late', italic), '.'),
    figure('museum-yard', text('The yard, '), text('in May', italic)),
    p('The curator ', text('spoke', link), ' of ', text('border towns', topicLink), ' ', text('October 16', note), '.'),
    heading('What comes next'),
    list('bulletList', [p('A roof')], [p('An archive'), list('orderedList', [p('letters')], [p('maps')])]),
    {
      type: 'blockquote',
      attrs: { source: 'The mayor', cite: 'https://example.org/speech' },
      content: [p('We keep our word.'), p('Always.')],
    },
    { type: 'horizontalRule' },
    { type: 'pullQuote', attrs: { attribution: 'A visitor' }, content: [text('I had not seen it since school.')] },
    {
      type: 'factBox',
      attrs: { kind: 'background', title: 'Background' },
      content: [heading('Before', 3), p('It was a depot.'), list('bulletList', [p('1950: opened')])],
    },
    { type: 'related', attrs: { refType: 'topic', ref: 'border-towns', url: '', label: 'Read more' } },
    { type: 'embed', attrs: { provider: 'youtube', providerId: 'abcdefghijk' } },
    p('One line', { type: 'hardBreak' }, 'and another.'),
    {
      type: 'correction',
      attrs: { kind: 'correction', at: '2026-05-31T10:00:00Z' },
      content: [p('The yard opened in 1950, not in 1952.')],
    },
  )
}

/** A news story of about so many words, in the shape most stories have. */
export function newsStory(words: number, seed = words): Copy {
  const chance = seeded(seed)
  const content: CopyNode[] = [dateline()]
  for (let written = 0, block = 0; written < words; written += 60, block++) {
    content.push(newsParagraph(chance, Math.min(60, words - written)))
    if (block === 0) content.push(figure('museum-yard', text('The yard in spring')))
    if (block === 1)
      content.push({ type: 'related', attrs: { refType: 'topic', ref: 'border-towns', url: '', label: 'Read more' } })
    if (block % 6 === 3) content.push(heading(sentence(chance, 5)))
    if (block % 9 === 4) content.push(list('bulletList', ...[1, 2, 3].map(() => [newsParagraph(chance, 12)])))
  }
  return copyOf(...content)
}

function newsParagraph(chance: Chance, words: number): CopyNode {
  const parts: CopyNode[] = []
  for (let written = 0, part = 0; written < words; part++) {
    const count = Math.min(words - written, 12 + chance(10))
    const marks = part % 5 === 2 ? [bold] : part % 7 === 3 ? [link] : []
    parts.push(text(`${sentence(chance, count)} `, ...marks))
    written += count
  }
  return p(...parts)
}

/** A random legal story of one to a dozen blocks. */
export function randomCopy(seed: number): Copy {
  const chance = seeded(seed)
  const content =
    chance(2) === 0 ? [dateline(['Sofia', 'Varna', 'Skopje'][chance(3)], ['', 'BM', 'BDC'][chance(3)])] : []
  const blocks = 1 + chance(12)
  for (let block = 0; block < blocks; block++) content.push(randomBlock(chance))
  return copyOf(...content)
}

export function randomBlock(chance: Chance): CopyNode {
  switch (chance(13)) {
    case 0:
      return { type: 'heading', attrs: { level: 2 + chance(2) }, content: randomInline(chance) }
    case 1:
      return randomList(chance, 0)
    case 2:
      return {
        type: 'blockquote',
        attrs: { source: chance(2) === 0 ? '' : sentence(chance, 3), cite: '' },
        content: [randomParagraph(chance), randomParagraph(chance)].slice(chance(2)),
      }
    case 3:
      return { type: 'horizontalRule' }
    case 4: {
      const attrs = {
        pictureId: `picture-${chance(5)}`,
        alt: sentence(chance, 4),
        decorative: chance(4) === 0,
        credit: sentence(chance, 2),
        layout: ['inline', 'wide', 'full'][chance(3)] ?? 'inline',
      }
      return { type: 'figure', attrs, content: randomInline(chance) }
    }
    case 5:
      return { type: 'pullQuote', attrs: { attribution: sentence(chance, 2) }, content: [text(sentence(chance, 8))] }
    case 6:
      return {
        type: 'factBox',
        attrs: { kind: ['background', 'facts', 'timeline'][chance(3)] ?? 'facts', title: sentence(chance, 2) },
        content: [randomParagraph(chance), randomList(chance, 1)],
      }
    case 7:
      return {
        type: 'related',
        attrs: {
          refType: ['story', 'topic'][chance(2)] ?? 'story',
          ref: `ref-${chance(9)}`,
          url: '',
          label: 'Read more',
        },
      }
    case 8:
      return {
        type: 'embed',
        attrs: { provider: ['youtube', 'telegram', 'x'][chance(3)] ?? 'x', providerId: `id${chance(99)}` },
      }
    case 9:
      return chance(3) === 0
        ? { type: 'correction', attrs: { kind: 'update', at: '2026-05-31' }, content: [randomParagraph(chance)] }
        : randomParagraph(chance)
    default:
      return randomParagraph(chance)
  }
}

function randomParagraph(chance: Chance): CopyNode {
  return chance(25) === 0 ? p() : { type: 'paragraph', content: randomInline(chance) }
}

function randomList(chance: Chance, level: number): CopyNode {
  const items = Array.from({ length: 1 + chance(3) }, () =>
    chance(4) === 0 && level < 2 ? [randomParagraph(chance), randomList(chance, level + 1)] : [randomParagraph(chance)],
  )
  return list(chance(2) === 0 ? 'bulletList' : 'orderedList', ...items)
}

function randomInline(chance: Chance): CopyNode[] {
  const marks: CopyMark[][] = [[], [], [], [bold], [italic], [bold, italic], [link], [topicLink], [note], [note, link]]
  return Array.from({ length: 1 + chance(5) }, (_, index) => {
    if (index > 0 && chance(12) === 0) return { type: 'hardBreak' }
    return text(`${sentence(chance, 1 + chance(9))} `, ...(marks[chance(marks.length)] ?? []))
  })
}
