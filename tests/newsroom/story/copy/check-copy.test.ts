// The sieve against everything that a stranger may send.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Copy, checkCopy, copyLimits, deskOnlyFaults, emptyCopy } from '#app/newsroom/story/copy/check-copy.ts'
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
  text,
  topicLink,
  wholeStory,
} from './sample-copy.ts'

function faultsOf(raw: unknown): string[] {
  const answer = checkCopy(raw)
  return answer.ok ? [] : answer.faults.map(({ path, message }) => `${path}: ${message}`)
}

function doc(...content: unknown[]): unknown {
  return { type: 'doc', content }
}

function nested(levels: number): string {
  return '{"type":"doc","content":['.repeat(levels) + ']}'.repeat(levels)
}

test('a whole story passes and comes out as it went in', () => {
  const story = wholeStory()
  expect(checkCopy(story)).toEqual({ ok: true, copy: story })
  expect(checkCopy(JSON.stringify(story))).toEqual({ ok: true, copy: story })
  expect(checkCopy(emptyCopy)).toEqual({ ok: true, copy: emptyCopy })
})

test('checking checked copy changes nothing', { timeout: 60_000 }, () => {
  for (let seed = 0; seed < 300; seed++) {
    const copy = randomCopy(seed)
    expect(checkCopy(JSON.parse(JSON.stringify(copy)))).toEqual({ ok: true, copy })
  }
})

test('what is no document is refused', () => {
  for (const raw of [
    undefined,
    null,
    true,
    0,
    -1,
    Number.NaN,
    '',
    'hello',
    '[]',
    '{}',
    'null',
    '{"type":"doc"',
    [],
    {},
    [[]],
    { type: 'doc' },
    { type: 'doc', content: [] },
    { type: 'paragraph' },
    { type: 7 },
    { type: 'text', text: 'x' },
    () => 1,
    Symbol('doc'),
    new Date(0),
    new Map(),
  ])
    expect(faultsOf(raw).length, String(JSON.stringify(raw))).toBeGreaterThan(0)
})

test('no depth of nesting breaks the check', { timeout: 60_000 }, () => {
  expect(faultsOf(nested(100_000))[0]).toMatch(/larger than 512 KB/)
  expect(faultsOf(nested(10_000)).length).toBeGreaterThan(0)
  let deep: unknown = p('deep')
  for (let level = 0; level < 100_000; level++) deep = { type: 'blockquote', content: [deep] }
  expect(faultsOf(doc(deep)).length).toBeGreaterThan(0)
  let lists: ReturnType<typeof p> = p('deep')
  for (let level = 0; level < 2000; level++) lists = list('bulletList', [p('x'), lists])
  expect(faultsOf(doc(lists)).join()).toMatch(/deeper than 12/)
  let arrays: unknown = []
  for (let level = 0; level < 100_000; level++) arrays = [arrays]
  for (const raw of [
    arrays,
    doc(arrays),
    { type: 'doc', content: arrays },
    doc({ type: 'paragraph', attrs: arrays }),
    doc(p({ type: 'text', text: 'x', marks: arrays as [] })),
  ])
    expect(faultsOf(raw).length).toBeGreaterThan(0)
})

test('copy as deep as the limit passes', () => {
  const item = (inner?: ReturnType<typeof list>) => list('bulletList', inner === undefined ? [p('x')] : [p('x'), inner])
  expect(faultsOf(doc(item(item(item(item(item()))))))).toEqual([])
  expect(faultsOf(doc(item(item(item(item(item(item())))))))).not.toEqual([])
})

test('too many parts and too many bytes are refused, and told once', { timeout: 60_000 }, () => {
  expect(faultsOf(doc(...Array.from({ length: copyLimits.nodes }, () => p())))).toEqual([
    `: has more than ${copyLimits.nodes} parts`,
  ])
  expect(faultsOf(doc(...Array.from({ length: copyLimits.nodes - 1 }, () => p())))).toEqual([])
  expect(faultsOf(doc(p('a'.repeat(copyLimits.bytes + 1))))).toEqual([': is larger than 512 KB'])
  expect(faultsOf(doc(p('щ'.repeat(copyLimits.bytes / 2))))).toEqual([': is larger than 512 KB'])
  expect(faultsOf(doc(p('щ'.repeat(copyLimits.bytes / 2 - 100))))).toEqual([])
  expect(faultsOf(doc(p('"'.repeat(copyLimits.bytes / 2))))).toEqual([': is larger than 512 KB'])
  expect(faultsOf(doc({ ...figure(), attrs: { pictureId: 'a', alt: 'x'.repeat(copyLimits.bytes * 2) } }))).toEqual([
    ': is larger than 512 KB',
  ])
  expect(faultsOf(doc(...Array.from({ length: 5000 }, () => ({ type: 'evil' })))).length).toBeLessThanOrEqual(
    copyLimits.faultsTold,
  )
})

test('keys and types that reach into the language are refused', () => {
  for (const raw of [
    '{"type":"doc","content":[{"type":"paragraph"}],"__proto__":{"a":1}}',
    '{"type":"doc","content":[{"type":"paragraph","__proto__":{"type":"evil"}}]}',
    '{"type":"doc","content":[{"type":"figure","attrs":{"pictureId":"a","__proto__":{"alt":"x"}}}]}',
    '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"a","marks":[{"type":"link","attrs":{"href":"/a","__proto__":1}}]}]}]}',
    '{"type":"doc","content":[{"type":"__proto__"}]}',
    '{"type":"doc","content":[{"type":"constructor"}]}',
    '{"type":"doc","content":[{"type":"toString"}]}',
    '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"a","marks":[{"type":"hasOwnProperty"}]}]}]}',
    '{"type":"doc","content":[{"type":"paragraph","constructor":1}]}',
  ])
    expect(faultsOf(raw).length, raw).toBeGreaterThan(0)
  expect(({} as { a?: number }).a).toBeUndefined()
})

test('links that run, reach elsewhere or mislead are refused', () => {
  for (const href of [
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'java\tscript:alert(1)',
    '\u0000javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    '/\\evil.example',
    'https://a@evil.example',
    'example.org',
    '',
    7,
    null,
    {},
    ['https://example.org'],
  ])
    expect(
      faultsOf(doc(p({ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } as never }] }))).join(),
      String(href),
    ).toMatch(/^content\[0\]\.content\[0\]\.marks\[0\]\.attrs\.href: must be/)
})

test('attributes are of the right kind, length and range, and none is unknown', () => {
  const bad: [unknown, RegExp][] = [
    [{ type: 'heading', attrs: { level: 9 } }, /attrs\.level: must be a whole number from 2 to 3/],
    [{ type: 'heading', attrs: { level: '2' } }, /attrs\.level/],
    [{ type: 'heading', attrs: { level: 2.5 } }, /attrs\.level/],
    [{ type: 'heading', attrs: { level: 2, style: 'x' } }, /attrs: has an unknown attribute "style"/],
    [{ type: 'heading', attrs: [] }, /attrs: must be an object/],
    [{ type: 'heading', attrs: null }, /attrs: must be an object/],
    [{ type: 'paragraph', attrs: { class: 'x' } }, /unknown attribute/],
    [{ type: 'figure' }, /attrs\.pictureId: must be an id/],
    [{ type: 'figure', attrs: { pictureId: '../secret' } }, /attrs\.pictureId/],
    [{ type: 'figure', attrs: { pictureId: 'https://example.org/a.jpg' } }, /attrs\.pictureId/],
    [{ type: 'figure', attrs: { pictureId: { toString: 'a' } } }, /attrs\.pictureId: must be text/],
    [{ type: 'figure', attrs: { pictureId: 'a', alt: 'x'.repeat(1001) } }, /attrs\.alt: may have at most 1000/],
    [{ type: 'figure', attrs: { pictureId: 'a', decorative: 'yes' } }, /attrs\.decorative: must be true or false/],
    [{ type: 'figure', attrs: { pictureId: 'a', layout: 'huge' } }, /attrs\.layout: must be one of inline, wide, full/],
    [{ type: 'factBox', attrs: { kind: 'advert' }, content: [p()] }, /attrs\.kind/],
    [{ type: 'related', attrs: { refType: 'url', url: 'javascript:alert(1)' } }, /attrs\.url/],
    [{ type: 'related', attrs: { ref: 'a/b' } }, /attrs\.ref/],
    [{ type: 'embed', attrs: { provider: 'evil', providerId: 'a' } }, /attrs\.provider: must be one of/],
    [{ type: 'embed', attrs: { provider: 'youtube', providerId: '"><script>' } }, /attrs\.providerId/],
    [{ type: 'embed', attrs: { provider: 'youtube' } }, /attrs\.providerId/],
    [{ type: 'correction', attrs: { at: 'yesterday' }, content: [p()] }, /attrs\.at/],
    [{ type: 'correction', attrs: { at: '2026-02-30' }, content: [p()] }, /attrs\.at/],
    [{ type: 'orderedList', attrs: { start: -1 }, content: [{ type: 'listItem', content: [p()] }] }, /attrs\.start/],
    [
      {
        type: 'orderedList',
        attrs: { start: Number.POSITIVE_INFINITY },
        content: [{ type: 'listItem', content: [p()] }],
      },
      /attrs\.start/,
    ],
    [{ type: 'blockquote', attrs: { cite: 'javascript:x' }, content: [p()] }, /attrs\.cite/],
    [p(text('x', { type: 'topicLink', attrs: { topicId: 'A B' } })), /marks\[0\]\.attrs\.topicId/],
    [p(text('x', { type: 'editorNote', attrs: { kind: 'own' } })), /marks\[0\]\.attrs\.kind/],
    [p(text('x', { type: 'bold', attrs: { weight: 1 } })), /marks\[0\]\.attrs: has an unknown attribute/],
  ]
  for (const [node, message] of bad) expect(faultsOf(doc(node)).join(), JSON.stringify(node)).toMatch(message)
})

test('a dateline stands first or not at all, and its day is a real one', () => {
  expect(faultsOf(doc(p('a'), dateline()))).toEqual(['content[1]: a dateline may not stand here in a doc'])
  expect(faultsOf(doc(dateline(), dateline(), p('a'))).length).toBe(1)
  expect(faultsOf(doc(dateline()))).toEqual([': a doc needs more content than it has'])
  expect(faultsOf(doc({ type: 'dateline', attrs: { place: 'Sofia', date: '2026-13-01' } }, p())).join()).toMatch(
    /attrs\.date/,
  )
  expect(faultsOf(doc({ type: 'dateline', attrs: { place: 'x'.repeat(81) } }, p())).join()).toMatch(/attrs\.place/)
})

test('nodes and marks stand only where they may', () => {
  expect(faultsOf(doc(text('bare')))).toHaveLength(2)
  expect(faultsOf(doc({ type: 'blockquote', content: [heading('no')] })).join()).toMatch(
    /heading may not stand here in a blockquote/,
  )
  expect(faultsOf(doc({ type: 'listItem', content: [p()] })).length).toBeGreaterThan(0)
  expect(faultsOf(doc({ type: 'bulletList' })).join()).toMatch(/needs more content/)
  expect(faultsOf(doc({ type: 'pullQuote', content: [text('x', bold)] })).join()).toMatch(/bold may not be used here/)
  expect(faultsOf(doc({ type: 'paragraph', marks: [bold] })).join()).toMatch(/bold may not be used here/)
  expect(faultsOf(doc(p(text('x', bold, bold)))).join()).toMatch(/contradicts/)
  expect(faultsOf(doc(p(text('x', link, topicLink)))).join()).toMatch(/contradicts/)
  expect(faultsOf(doc({ type: 'horizontalRule', content: [p()] })).length).toBeGreaterThan(0)
  expect(faultsOf(doc({ type: 'paragraph', text: 'x' })).join()).toMatch(/may not hold text itself/)
  expect(faultsOf(doc(p({ type: 'text', text: 7 as never })))).toEqual(['content[0].content[0]: must hold its text'])
  expect(faultsOf(doc(p({ type: 'text', text: 'x', content: [] })))).toHaveLength(1)
})

test('text and attributes are cleaned, emptied text goes, neighbours with the same marks join', () => {
  const raw = doc(
    { type: 'dateline', attrs: { place: ' Panagy\u202Eurishte\n', agency: 'B\u0000M' } },
    p(
      'a\u0000\u0001',
      'b\uD800',
      text('\u202E\u0007'),
      'c\u2066',
      text('d', bold),
      text('e', bold),
      text('Constant\u0326a'),
    ),
  )
  expect(checkCopy(raw)).toEqual({
    ok: true,
    copy: copyOf(dateline('Panagyurishte', 'BM'), p('abc', text('de', bold), 'Constan\u021Ba')),
  })
})

test('absent attributes get their defaults and marks come in one order', () => {
  const answer = checkCopy(
    doc({ type: 'figure', attrs: { pictureId: 'a' } }, p(text('x', { type: 'italic' }, bold, note))),
  )
  expect(answer.ok && answer.copy.content[0]?.attrs).toEqual({
    pictureId: 'a',
    alt: '',
    decorative: false,
    credit: '',
    layout: 'inline',
    graphic: false,
  })
  expect(answer.ok && answer.copy).toEqual(copyOf(figurePlain(), p(text('x', note, bold, { type: 'italic' }))))
})

function figurePlain() {
  return { type: 'figure', attrs: { pictureId: 'a' } }
}

test('nothing that JSON can say makes the check throw', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (raw) => void checkCopy(raw)),
    { numRuns: 3000 },
  )
  fc.assert(
    fc.property(fc.anything(), (raw) => void checkCopy(raw)),
    { numRuns: 1000 },
  )
  fc.assert(
    fc.property(fc.string(), (raw) => void checkCopy(raw)),
    { numRuns: 1000 },
  )
})

test('a legal story with one thing damaged is refused or still legal, never a crash', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.nat(2000), fc.nat(), fc.jsonValue(), (seed, where, junk) => {
      const raw: unknown = JSON.parse(JSON.stringify(randomCopy(seed)))
      const places = placesIn(raw)
      const place = places[where % places.length]
      if (place !== undefined) place.holder[place.key] = junk
      const answer = checkCopy(raw)
      if (answer.ok) expect(checkCopy(answer.copy)).toEqual(answer)
    }),
    { numRuns: 1500 },
  )
})

type Place = { holder: Record<string, unknown>; key: string }

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])])
}

test('somebody outside the desk may keep and remove its notes and corrections, not add or change them', () => {
  const noted = (...marks: Parameters<typeof text>[1][]) =>
    copyOf(p('It happened ', text('on October 16', ...marks), ' in town.'))
  const plain = noted()
  expect(deskOnlyFaults(plain, plain)).toEqual([])
  expect(deskOnlyFaults(plain, noted(note))).toEqual([
    { path: 'content[0].content[1]', message: "only the desk may add or change an editor's note", code: 'desk-only' },
  ])
  expect(deskOnlyFaults(noted(note), noted(note))).toEqual([])
  expect(deskOnlyFaults(noted(note), noted(bold, note))).toEqual([])
  expect(deskOnlyFaults(noted(note), plain)).toEqual([])
  expect(deskOnlyFaults(noted(note), copyOf(p('Before.'), p('In town ', text('on October 16', note))))).toEqual([])
  expect(deskOnlyFaults(noted(note), noted({ type: 'editorNote', attrs: { kind: 'sic' } }))).toHaveLength(1)
  expect(deskOnlyFaults(noted(note), copyOf(p(text('on October 17', note))))).toHaveLength(1)
  expect(
    deskOnlyFaults(noted(note), copyOf(p(text('on October 16', note)), p(text('on October 16', note)))),
  ).toHaveLength(1)
  const split = copyOf(p(text('on ', note), text('October', note, bold), text(' 16', note)))
  expect(deskOnlyFaults(noted(note), split)).toEqual([])
  expect(deskOnlyFaults(noted(note), copyOf(p(text('on October', note), ' 5 or ', text(' 16', note))))).toHaveLength(2)
})

test("a correction is the desk's, to the last letter", () => {
  const correction = (words: string, at = '2026-05-31') =>
    copyOf(p('x'), { type: 'correction', attrs: { kind: 'correction', at }, content: [p(words)] })
  const none: Copy = copyOf(p('x'))
  expect(deskOnlyFaults(none, correction('a'))).toEqual([
    { path: 'content[1]', message: 'only the desk may add or change a correction', code: 'desk-only' },
  ])
  expect(deskOnlyFaults(correction('a'), correction('a'))).toEqual([])
  expect(deskOnlyFaults(correction('a'), correction('b'))).toHaveLength(1)
  expect(deskOnlyFaults(correction('a'), correction('a', '2026-06-01'))).toHaveLength(1)
  expect(deskOnlyFaults(correction('a'), none)).toEqual([])
})
