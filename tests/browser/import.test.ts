// "Bring in a file" in the real writing page: files of Word that the test builds, Markdown, text, and files that are refused.
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Copy, type CopyNode, checkCopy } from '#app/newsroom/story/copy/check-copy.ts'
import { bold, copyOf, heading, italic, list, p, text } from '../newsroom/story/copy/sample-copy.ts'
import { openBrowser, openWriting } from './browser.ts'
import { accountOf, type House, openHouse } from './house.ts'
import { docx, entry, line, picture, run, table } from './import/docx.ts'
import { zipOf } from './import/zip.ts'
import { tinyPng } from './paste/tiny-png.ts'

let house: House
let browser: Browser
let page: Page
let box: Locator
let faults: string[]

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  ;({ page, faults, box } = await openWriting(browser, house, accountOf(house, 'reporterA')))
})

afterAll(async () => {
  expect(faults).toEqual([])
  await browser?.close()
  expect(await house?.stop()).toBe(0)
})

const br: CopyNode = { type: 'hardBreak' }
const to = (href: string, words: string) => text(words, { type: 'link', attrs: { href } })

type Brought = { name: string; file: string; bytes: () => Buffer | string; copy: CopyNode[] }

const word: Brought[] = [
  {
    name: 'Word: headings, weights, quotations and line breaks',
    file: 'story.docx',
    bytes: () =>
      docx({
        body: [
          line(run('The bridge'), 'Title'),
          line(run('First'), 'Heading1'),
          line(run('A ') + run('loud', '<w:b/>') + run(' and ') + run('soft', '<w:i/>') + run(' word')),
          line(run('Deep'), 'Heading4'),
          line(run('We stay.'), 'Quote'),
          line('<w:r><w:t>One</w:t><w:br/><w:t>two</w:t></w:r>'),
        ].join(''),
      }),
    copy: [
      heading('The bridge'),
      heading('First'),
      p('A ', text('loud', bold), ' and ', text('soft', italic), ' word'),
      heading('Deep', 3),
      { type: 'blockquote', attrs: { source: '', cite: '' }, content: [p('We stay.')] },
      p('One', br, 'two'),
    ],
  },
  {
    name: 'Word: lists in lists',
    file: 'story.docx',
    bytes: () =>
      docx({
        body:
          entry('One', 1) +
          entry('Inner', 1, 1) +
          entry('Two', 1) +
          line(run('Between')) +
          entry('Dot', 2) +
          entry('Inner dot', 2, 1),
      }),
    copy: [
      list('orderedList', [p('One'), list('orderedList', [p('Inner')])], [p('Two')]),
      p('Between'),
      list('bulletList', [p('Dot'), list('bulletList', [p('Inner dot')])]),
    ],
  },
  {
    name: 'Word: links lead where they say, and hostile ones are words',
    file: 'story.docx',
    bytes: () =>
      docx({
        body: line(
          `${run('See ')}<w:hyperlink r:id="a">${run('the report')}</w:hyperlink>${run(', ')}<w:hyperlink r:id="b">${run('this')}</w:hyperlink>${run(' and https://example.org/x.')}`,
        ),
        links: { a: 'https://example.org/r?id=7&amp;utm_source=mail', b: 'javascript:alert(1)' },
      }),
    copy: [
      p(
        'See ',
        to('https://example.org/r?id=7', 'the report'),
        ', this and ',
        to('https://example.org/x', 'https://example.org/x'),
        '.',
      ),
    ],
  },
  {
    name: 'Word: tracked changes are taken as made, comments stay behind',
    file: 'story.docx',
    bytes: () =>
      docx({
        body: line(
          `${run('The ')}<w:del w:id="1" w:author="A"><w:r><w:delText>old</w:delText></w:r></w:del><w:ins w:id="2" w:author="A">${run('new')}</w:ins><w:commentRangeStart w:id="0"/>${run(' bridge')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
        ),
        comments: `<w:comment w:id="0" w:author="A" w:initials="A">${line(run('Who says so?'))}</w:comment>`,
      }),
    copy: [p('The new bridge')],
  },
  {
    name: 'Word: a table becomes lines, footnotes keep their words',
    file: 'story.docx',
    bytes: () =>
      docx({
        body: `${table(['Town', 'Shells'], ['Varna', '12'])}${line(`${run('It cost two million')}<w:r><w:footnoteReference w:id="2"/></w:r>`)}`,
        footnotes: `<w:footnote w:id="2">${line(run('The mayor.'))}</w:footnote>`,
      }),
    copy: [p('Town | Shells'), p('Varna | 12'), p('It cost two million[1]'), list('orderedList', [p('The mayor.')])],
  },
  {
    name: 'Word: a dateline, Cyrillic, Arabic, soft hyphens and hard spaces',
    file: 'story.docx',
    bytes: () =>
      docx({
        body: [
          line(run('ПАНАГЮРИЩЕ, (БМ) – Мостът е от\u00ADворен.')),
          line(run('افتُتح الجسر'), ''),
          line(run('12\u00A0km')),
        ].join(''),
      }),
    copy: [
      { type: 'dateline', attrs: { place: 'ПАНАГЮРИЩЕ', agency: 'БМ', date: '' } },
      p('Мостът е отворен.'),
      p('افتُتح الجسر'),
      p('12 km'),
    ],
  },
]

const texts: Brought[] = [
  {
    name: 'Markdown: headings, emphasis, links, lists, quotations, rules',
    file: 'story.md',
    bytes: () =>
      '---\ntitle: x\n---\n# Title\n\nA **loud** and *soft* word\nthat goes on, ___no___ snake_case_word, 2 \\* 3, `a*b*`.  \nNext line with [a link](https://example.org/a_b "t") and [another][1] and <https://example.org/c>.\n\nSub\n---\n\n- one\n  - inner\n- two\n\n3. three\n4. four\n\n> We stay.\n> Always.\n\n***\n\n![gone](x.png)\n\n```\ncode line\n```\n\n| Town | Shells |\n| --- | --- |\n| Varna | 12 |\n\n<script>x</script>\n\n[1]: https://example.org/b\n',
    copy: [
      heading('Title'),
      p(
        'A ',
        text('loud', bold),
        ' and ',
        text('soft', italic),
        ' word that goes on, ',
        text('no', bold, italic),
        ' snake_case_word, 2 * 3, a*b*.',
        br,
        'Next line with ',
        to('https://example.org/a_b', 'a link'),
        ' and ',
        to('https://example.org/b', 'another'),
        ' and ',
        to('https://example.org/c', 'https://example.org/c'),
        '.',
      ),
      heading('Sub'),
      list('bulletList', [p('one'), list('bulletList', [p('inner')])], [p('two')]),
      { ...list('orderedList', [p('three')], [p('four')]), attrs: { start: 3 } },
      { type: 'blockquote', attrs: { source: '', cite: '' }, content: [p('We stay. Always.')] },
      { type: 'horizontalRule' },
      p('code line'),
      p('Town | Shells'),
      p('Varna | 12'),
      p('<script>x</script>'),
    ],
  },
  {
    name: 'plain text keeps its signs, and is read in old letters too',
    file: 'story.txt',
    bytes: () =>
      Buffer.from([
        0x4f, 0x6e, 0x65, 0x20, 0x93, 0x61, 0x94, 0x20, 0x2a, 0x62, 0x2a, 0x0d, 0x0a, 0x0d, 0x0a, 0x54, 0x77, 0x6f,
      ]),
    copy: [p('One “a” *b*'), p('Two')],
  },
  {
    name: 'plain text with a mark of its order of bytes',
    file: 'story.txt',
    bytes: () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Мостът', 'utf16le')]),
    copy: [p('Мостът')],
  },
]

test.each([...word, ...texts])(
  '$name',
  async ({ file, bytes, copy }) => {
    await empty()
    await choose(file, Buffer.from(bytes()))
    const answer = page.getByRole('dialog', { name: 'Bring in a file' })
    await answer.waitFor({ state: 'hidden', timeout: 3000 }).catch(() => {})
    if (await answer.isVisible()) await answer.getByRole('button', { name: 'Replace the story' }).click()
    const got = await copyNow()
    expect(got).toEqual(copyOf(...copy))
    expect(checkCopy(got)).toEqual({ ok: true, copy: got })
  },
  60_000,
)

test('pictures in the file become photos in their places, with their descriptions', async () => {
  await empty()
  const png = await tinyPng()
  await choose(
    'story.docx',
    docx({
      body: line(run('Before')) + line(picture('p1', 'A yard')) + line(run('Between')) + line(picture('p2', 'A ship')),
      pictures: { p1: png, p2: await tinyPng('#a53a3a') },
    }),
  )
  await expect.poll(() => box.locator('figure img').count(), { timeout: 20_000 }).toBe(2)
  const got = await copyNow()
  expect(got.content.map(({ type }) => type)).toEqual(['paragraph', 'figure', 'paragraph', 'figure', 'paragraph'])
  expect(got.content.map(({ attrs }) => attrs?.alt).filter(Boolean)).toEqual(['A yard', 'A ship'])
})

test('over a written story it is asked where to; undo brings the story back', async () => {
  await empty()
  await page.keyboard.type('Mine')
  const dialog = page.getByRole('dialog', { name: 'Bring in a file' })
  await choose('story.md', Buffer.from('Theirs'))
  await dialog.getByText('The file has 1 word.').waitFor()
  await dialog.getByRole('button', { name: 'Put it at the cursor' }).click()
  expect((await copyNow()).content).toEqual([p('Mine'), p('Theirs')])
  await page.keyboard.press('Control+z')
  expect((await copyNow()).content).toEqual([p('Mine')])
  await choose('story.md', Buffer.from('Theirs'))
  await dialog.getByRole('button', { name: 'Replace the story' }).click()
  expect((await copyNow()).content).toEqual([p('Theirs')])
  await page.keyboard.press('Control+z')
  expect((await copyNow()).content).toEqual([p('Mine')])
})

const deep = (times: number) =>
  `${'<w:tbl><w:tr><w:tc>'.repeat(times)}${line(run('x'))}${'</w:tc></w:tr></w:tbl>'.repeat(times)}`
const refused: { name: string; file?: string; bytes: () => Buffer; says: string }[] = [
  { name: 'a file of old Word', bytes: () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), says: 'old Word' },
  {
    name: 'a file with a password',
    bytes: () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    says: 'has a password',
  },
  {
    name: 'a zip with locked entries',
    bytes: () => zipOf({ 'word/document.xml': 'x' }, { locked: true }),
    says: 'has a password',
  },
  { name: 'a file cut off', bytes: () => docx({ body: line(run('a')) }).subarray(0, 400), says: 'damaged' },
  { name: 'a file that is no XML inside', bytes: () => zipOf({ 'word/document.xml': 'not xml' }), says: 'damaged' },
  { name: 'another kind of zip', bytes: () => zipOf({ 'content.xml': '<a/>' }), says: 'not a file of Word' },
  {
    name: 'a small file that unpacks to very much',
    bytes: () => docx({ body: line(run('boom '.repeat(6_000_000))) }),
    says: 'too large',
  },
  {
    name: 'a file with more than a story holds',
    bytes: () => docx({ body: line(run('boom')).repeat(40_000) }),
    says: 'more in the file',
  },
  { name: 'tables in tables without end', bytes: () => docx({ body: deep(3000) }), says: '' },
  { name: 'a file of sixteen MB', bytes: () => Buffer.alloc(16 * 1024 * 1024, 1), says: 'too large' },
  {
    name: 'a picture by the name of a text',
    file: 'a.txt',
    bytes: () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]),
    says: 'cannot read this kind',
  },
  { name: 'an empty file', file: 'a.md', bytes: () => Buffer.from(' '), says: 'no words' },
]

test.each(refused)(
  'refused with words of its own: $name',
  async ({ file = 'story.docx', bytes, says }) => {
    await empty()
    await page.keyboard.type('Mine')
    await choose(file, bytes())
    const dialog = page.getByRole('dialog', { name: 'Bring in a file' })
    const alert = dialog.getByRole('alert')
    const answer = alert.or(dialog.getByRole('button', { name: 'Replace the story' }))
    await answer.first().waitFor({ timeout: 30_000 })
    if (says) expect(await alert.innerText()).toContain(says)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    expect(await copyNow()).toEqual(copyOf(p('Mine')))
    await expect.poll(() => box.evaluate((element) => document.activeElement === element)).toBe(true)
  },
  60_000,
)

async function choose(name: string, buffer: Buffer): Promise<void> {
  await page.getByRole('button', { name: 'Bring in a file', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Bring in a file' })
  await dialog.getByLabel('File', { exact: true }).setInputFiles({ name, mimeType: '', buffer })
}

async function empty(): Promise<void> {
  await box.evaluate((element) => {
    const { editor } = element as HTMLElement & {
      editor: { commands: { setContent(html: string): void; focus(): void } }
    }
    editor.commands.setContent('<p></p>')
    editor.commands.focus()
  })
  await box.focus()
}

function copyNow(): Promise<Copy> {
  return box.evaluate((element) => (element as HTMLElement & { editor: { getJSON(): Copy } }).editor.getJSON())
}
