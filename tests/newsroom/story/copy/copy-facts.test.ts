// What is read off a copy, and its way into a text area and back.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Copy, type CopyNode, checkCopy, emptyCopy } from '#app/newsroom/story/copy/check-copy.ts'
import {
  copyFromText,
  copyText,
  copyToText,
  datelineOf,
  figuresIn,
  linksIn,
  topicsIn,
  withDateline,
  wordCount,
} from '#app/newsroom/story/copy/copy-facts.ts'
import { takeDateline } from '#app/newsroom/story/copy/dateline-words.ts'
import {
  bold,
  copyOf,
  dateline,
  figure,
  heading,
  link,
  list,
  note,
  p,
  randomCopy,
  seeded,
  text,
  topicLink,
  wholeStory,
} from './sample-copy.ts'

test('figures are told in reading order with their captions as text', () => {
  expect(figuresIn(copyOf(p('a'), figure('one', text('A '), text('yard', bold)), figure('two')))).toEqual([
    {
      pictureId: 'one',
      alt: 'A yard with engines',
      decorative: false,
      credit: 'The museum',
      caption: 'A yard',
      graphic: false,
    },
    {
      pictureId: 'two',
      alt: 'A yard with engines',
      decorative: false,
      credit: 'The museum',
      caption: '',
      graphic: false,
    },
  ])
})

test('the dateline is read, set, replaced and removed', () => {
  expect(datelineOf(emptyCopy)).toBeNull()
  const set = withDateline(emptyCopy, { place: 'Sofia', agency: 'BM', date: '2026-05-31' })
  expect(datelineOf(set)).toEqual({ place: 'Sofia', agency: 'BM', date: '2026-05-31' })
  expect(withDateline(set, null)).toEqual(emptyCopy)
  expect(datelineOf(withDateline(set, { place: 'Varna', agency: '', date: '' }))?.place).toBe('Varna')
})

test('a dateline that is set is always legal', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ maxLength: 90 }),
      fc.string(),
      (place, agency, date) => {
        expect(checkCopy(withDateline(emptyCopy, { place, agency, date })).ok).toBe(true)
      },
    ),
  )
})

test('links and topics are told, each link with all its words', () => {
  const copy = copyOf(p('a ', text('see ', link), text('this', link, bold), text(' or ', topicLink)), {
    type: 'related',
    attrs: { refType: 'topic', ref: 'bridges', url: '', label: 'Read more' },
  })
  expect(linksIn(copy)).toEqual([{ href: 'https://example.org/a', text: 'see this' }])
  expect(topicsIn(copy)).toEqual(['border-towns', 'bridges'])
})

test('the text has the dateline printed, notes in brackets and blocks apart', () => {
  expect(
    copyText(copyOf(dateline(), p('It began ', text('October 16', note), '.'), list('bulletList', [p('a')], [p('b')]))),
  ).toBe('PANAGYURISHTE, (BM) – It began [October 16 – ed.].\n\na\nb')
  expect(copyText(emptyCopy)).toBe('')
})

test('words are counted as a reader counts them, in any script', () => {
  expect(wordCount(emptyCopy)).toBe(0)
  expect(wordCount(copyOf(p("The mayor's twenty-one guests – 1,200 of them – didn't stay.")))).toBe(9)
  expect(wordCount(copyOf(p('Кметът откри музея в събота.')))).toBe(5)
})

test('the printed form of a dateline is recognised with any dash, and nothing else is', () => {
  for (const dash of ['–', '-', '—'])
    expect(takeDateline(`PANAGYURISHTE, (BM) ${dash} It began.`)).toEqual({
      dateline: { place: 'PANAGYURISHTE', agency: 'BM', date: '' },
      rest: 'It began.',
    })
  expect(takeDateline('ПАНАГЮРИЩЕ, (БМ) – Начало.')?.dateline.place).toBe('ПАНАГЮРИЩЕ')
  expect(takeDateline('فارنا، (ب.م) – بدأ الأمر.')?.dateline).toEqual({ place: 'فارنا', agency: 'ب.م', date: '' })
  expect(takeDateline('ST. PETERSBURG (BM) – a')?.dateline.place).toBe('ST. PETERSBURG')
  for (const words of [
    'The mayor (left) spoke.',
    '(BM) – a',
    'SOFIA – a',
    '1999, (BM) – a',
    '',
    'a'.repeat(5000),
    'A '.repeat(5000),
  ])
    expect(takeDateline(words)).toBeNull()
})

test('plain text becomes paragraphs, headings, lists and quotations', () => {
  const copy = copyFromText(
    'SOFIA, (BM) - It began.\r\n\r\n## What next\r\nA line\r\nand another\r\n\r\n- one\r\n- two\r\n  - inner\r\n\r\n3. three\r\n4. four\r\n\r\n> We keep our word.\r\n>\r\n> Always.\r\n\r\n***\r\n\r\nSee [the report](https://example.org/r) and [this](javascript:x).',
  )
  expect(checkCopy(copy)).toEqual({
    ok: true,
    copy: copyOf(
      dateline('SOFIA'),
      p('It began.'),
      heading('What next'),
      p('A line', { type: 'hardBreak' }, 'and another'),
      list('bulletList', [p('one')], [p('two'), list('bulletList', [p('inner')])]),
      { ...list('orderedList', [p('three')], [p('four')]), attrs: { start: 3 } },
      { type: 'blockquote', content: [p('We keep our word.'), p('Always.')] },
      { type: 'horizontalRule' },
      p(
        'See ',
        text('the report', { type: 'link', attrs: { href: 'https://example.org/r' } }),
        ' and [this](javascript:x).',
      ),
    ),
  })
})

test('an empty text area is an empty story', () => {
  expect(copyFromText('')).toEqual(emptyCopy)
  expect(copyFromText(' \n \n')).toEqual(emptyCopy)
})

test('what was not touched in the text area comes back as it was', () => {
  const story = wholeStory()
  expect(copyFromText(copyToText(story), story)).toEqual(story)
  expect(copyFromText(copyToText(story).replace(/\n/g, '\r\n'), story)).toEqual(story)
})

test('an edited paragraph takes its new words; links written out and notes of the desk stay', () => {
  const story = wholeStory()
  const edited = copyFromText(copyToText(story).replace('The curator ', 'The old curator '), story)
  expect(edited.content[3]).toEqual(
    p('The old curator ', text('spoke', link), ' of border towns ', text('October 16', note), '.'),
  )
  expect(edited.content.filter((_, index) => index !== 3)).toEqual(story.content.filter((_, index) => index !== 3))
})

test('blocks that a text area cannot show are never lost, even from an emptied one', () => {
  const story = wholeStory()
  const kinds = copyFromText('All new.', story).content.map(({ type }) => type)
  expect(kinds).toEqual(['paragraph', 'figure', 'pullQuote', 'factBox', 'related', 'embed', 'correction'])
  const moved = copyFromText('One.\n\n[box 1]\n\nTwo.\n\n[box 1]', story)
  expect(moved.content.map(({ type }) => type).slice(0, 3)).toEqual(['paragraph', 'factBox', 'paragraph'])
  expect(moved.content.filter(({ type }) => type === 'factBox')).toHaveLength(1)
})

test('to text and back loses no kind of block and no word, touched or not', { timeout: 60_000 }, () => {
  for (let seed = 0; seed < 1500; seed++) {
    const copy = randomCopy(seed)
    const back = copyFromText(copyToText(copy), copy)
    expect(checkCopy(back).ok, `story ${seed}`).toBe(true)
    expect(kindsIn(back), `story ${seed}`).toEqual(kindsIn(copy))
    expect(wordsIn(back), `story ${seed}`).toEqual(wordsIn(copy))
    const touched = copyFromText(touchedText(copyToText(copy), seed), copy)
    expect(checkCopy(touched).ok, `touched ${seed}`).toBe(true)
    expect(missing(wordsIn(copy), wordsIn(touched)), `touched ${seed}`).toEqual([])
  }
})

/** A word more at the end of every line that is only words. */
function touchedText(area: string, seed: number): string {
  const chance = seeded(seed)
  return area
    .split('\n')
    .map((line) => (/^[A-Z].*\.$/.test(line.trim()) && chance(2) === 0 ? `${line} TOUCHED` : line))
    .join('\n')
}

test('whatever is typed becomes legal copy', { timeout: 60_000 }, () => {
  const typed = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(
          '- ',
          '> ',
          '## ',
          '1. ',
          '\n',
          '\n\n',
          '  - ',
          '***',
          '[picture 1]',
          '[a](https://example.org)',
          '\\',
          'SOFIA, (BM) – ',
        ),
      ),
    )
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(typed, fc.nat(500), (area, seed) => {
      expect(faultsOf(copyFromText(area))).toEqual([])
      expect(faultsOf(copyFromText(area, randomCopy(seed)))).toEqual([])
    }),
    { numRuns: 2000 },
  )
})

test('a paragraph that looks like something else stays a paragraph when its story is edited without script', () => {
  for (const words of [
    '- not a list',
    '> not a quotation',
    '## not a heading',
    '1. not a number',
    '*** ',
    '\\ a backslash',
    '[picture 1]',
  ]) {
    const copy = copyOf(p('Before.'), p(words))
    const back = copyFromText(copyToText(copy))
    expect(
      back.content.map(({ type }) => type),
      words,
    ).toEqual(['paragraph', 'paragraph'])
    expect(copyText(back).trim()).toBe(copyText(copy).trim())
  }
})

function faultsOf(copy: Copy): unknown[] {
  const answer = checkCopy(copy)
  return answer.ok ? [] : answer.faults
}

/** The words that are in the first list more often than in the second. */
function missing(words: string[], among: string[]): string[] {
  const left = new Map<string, number>()
  for (const word of among) left.set(word, (left.get(word) ?? 0) + 1)
  return words.filter((word) => {
    left.set(word, (left.get(word) ?? 0) - 1)
    return (left.get(word) ?? 0) < 0
  })
}

function kindsIn(copy: Copy): string[] {
  return copy.content
    .map(({ type, content }) => (type === 'paragraph' && content === undefined ? '' : type))
    .filter(Boolean)
}

function wordsIn(copy: Copy): string[] {
  const words: string[] = []
  const visit = (node: CopyNode) => {
    if (node.text !== undefined) words.push(...(node.text.match(/[\p{L}\p{N}]+/gu) ?? []))
    node.content?.forEach(visit)
  }
  visit(copy)
  return words.sort()
}
