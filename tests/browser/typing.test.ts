// Writing by hand in the real page: what typing turns into, the list that "/" opens, plain text and back, the phone's keyboard.
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Copy, CopyNode } from '#app/newsroom/story/copy/check-copy.ts'
import { bold, copyOf, dateline, heading, italic, list, p, text } from '../newsroom/story/copy/sample-copy.ts'
import { openBrowser, openWriting, visitor } from './browser.ts'
import { accountOf, type House, openHouse } from './house.ts'

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

beforeEach(() => empty())

const to = (href: string, words: string): CopyNode => text(words, { type: 'link', attrs: { href } })

test.each<[name: string, typed: string, copy: CopyNode[]]>([
  ['quotation marks and apostrophes are printed ones', `He said: "It's 'here'."`, [p('He said: “It’s ‘here’.”')]],
  [
    'three dots and a hyphen between spaces',
    'Wait... now - or never, well-known',
    [p('Wait… now – or never, well-known')],
  ],
  ['a dateline in its printed form', 'VARNA, (BM) - It began', [dateline('VARNA'), p('It began')]],
  [
    'addresses become links when they end',
    'See https://example.org/a, or www.example.org. And',
    [
      p(
        'See ',
        to('https://example.org/a', 'https://example.org/a'),
        ', or ',
        to('https://www.example.org', 'www.example.org'),
        '. And',
      ),
    ],
  ],
  ['a heading and a subheading', '## Two\n### Three\nWords', [heading('Two'), heading('Three', 3), p('Words')]],
  [
    'lists',
    '- one\ntwo\n\n1. first\nsecond\n\nend',
    [list('bulletList', [p('one')], [p('two')]), list('orderedList', [p('first')], [p('second')]), p('end')],
  ],
  ['a quotation', '> We stay.', [{ type: 'blockquote', attrs: { source: '', cite: '' }, content: [p('We stay.')] }]],
  ['what looks like a note of the desk stays text', 'He came [in May – ed.].', [p('He came [in May – ed.].')]],
])('%s', async (_, typed, copy) => {
  await type(typed)
  expect(await copyNow()).toEqual(copyOf(...copy))
})

test('a click on the dateline puts the cursor after it, and what is typed then does not replace it', async () => {
  await setContent(copyOf(dateline('VARNA'), p('it began.')))
  await box.locator('.dateline').click()
  await page.keyboard.type('There ')
  await expect.poll(copyNow).toEqual(copyOf(dateline('VARNA'), p('There it began.')))
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('And ')
  await expect.poll(copyNow).toEqual(copyOf(dateline('VARNA'), p('And There it began.')))
})

test('three hyphens are a divider, and writing goes on after it', async () => {
  await type('Before\n---After')
  expect((await copyNow()).content.map(({ type }) => type)).toEqual(['paragraph', 'horizontalRule', 'paragraph'])
})

test('Backspace right after it takes a typed change back', async () => {
  await type('5"')
  await page.keyboard.press('Backspace')
  await type(' x...')
  await page.keyboard.press('Backspace')
  expect(await copyNow()).toEqual(copyOf(p('5" x...')))
})

test('Enter after an address links it', async () => {
  await type('https://example.org/a\nNext')
  expect(await copyNow()).toEqual(copyOf(p(to('https://example.org/a', 'https://example.org/a')), p('Next')))
})

test('"/" on an empty line opens a list that the keyboard alone can use', async () => {
  await type('Before\n/')
  const menu = page.getByRole('listbox', { name: 'Put in' })
  await menu.waitFor()
  expect(await menu.getByRole('option').count()).toBe(12)
  const active = () => box.getAttribute('aria-activedescendant')
  expect(await active()).toBe('slash-list-photo')
  await page.keyboard.press('ArrowUp')
  expect(await active()).toBe('slash-list-bringIn')
  await type('numb')
  expect(await menu.getByRole('option').allInnerTexts()).toEqual(['Numbered list'])
  await page.keyboard.press('Enter')
  await menu.waitFor({ state: 'detached' })
  await type('First')
  expect(await copyNow()).toEqual(copyOf(p('Before'), list('orderedList', [p('First')])))
  expect(await active()).toBeNull()
})

test('Escape leaves "/" a letter, and inside a line it never was more', async () => {
  await type('/')
  const menu = page.getByRole('listbox', { name: 'Put in' })
  await menu.waitFor()
  await page.keyboard.press('Escape')
  await menu.waitFor({ state: 'detached' })
  await type('tmp and/or')
  expect(await menu.count()).toBe(0)
  expect(await copyNow()).toEqual(copyOf(p('/tmp and/or')))
})

test('the list opens a dialog, and Escape in it returns to the story', async () => {
  await type('/read')
  await page.getByRole('option', { name: 'Read more' }).click()
  const panel = page.getByRole('dialog', { name: 'Read more' })
  await panel.waitFor()
  await panel.getByLabel('Or a web address').fill('example.org/a')
  await page.keyboard.press('Enter')
  await panel.waitFor({ state: 'detached' })
  expect((await copyNow()).content.map(({ type }) => type)).toEqual(['related', 'paragraph'])
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: 'Link' }).waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => box.evaluate((element) => document.activeElement === element)).toBe(true)
})

test('plain text and back loses nothing, saves as one writes, and the device remembers it', async () => {
  await setContent(
    copyOf(
      dateline('Varna'),
      p('A ', text('loud', bold), ' and ', text('soft', italic), ' word.'),
      {
        type: 'embed',
        attrs: { provider: 'youtube', providerId: 'abcdefghijk' },
      },
      p('End.'),
    ),
  )
  await page.getByRole('button', { name: 'Write as plain text' }).click()
  const area = page.locator('textarea#field-copy')
  await area.waitFor()
  expect(await area.inputValue()).toBe('VARNA, (BM) – A *loud* and _soft_ word.\n\n[embed 1: abcdefghijk]\n\nEnd.')
  await area.press('Control+End')
  await area.pressSequentially(' *Now.*')
  await page
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .waitFor()
  await page.reload()
  await area.waitFor()
  await page.getByRole('button', { name: 'Write with formatting' }).waitFor()
  expect(await area.inputValue()).toContain('End. *Now.*')
  await page.getByRole('button', { name: 'Write with formatting' }).click()
  await page.getByRole('toolbar', { name: 'Formatting' }).waitFor()
  expect(await copyNow()).toEqual(
    copyOf(
      dateline('Varna'),
      p('A ', text('loud', bold), ' and ', text('soft', italic), ' word.'),
      { type: 'embed', attrs: { provider: 'youtube', providerId: 'abcdefghijk' } },
      p('End. ', text('Now.', bold)),
    ),
  )
})

test('words and reading time are counted once nobody types', async () => {
  await setContent(copyOf(p('word '.repeat(660).trim())))
  await page.getByText('660 words · 3 min').waitFor()
})

test('the browser finds words far down, where blocks are not laid out', async () => {
  await setContent(
    copyOf(
      ...Array.from({ length: 150 }, (_, at) =>
        p(`Paragraph ${at} ${at === 140 ? 'needle' : 'straw'} `.repeat(8).trim()),
      ),
    ),
  )
  await page.evaluate(() => getSelection()?.removeAllRanges())
  expect(await page.evaluate(() => (window as unknown as { find(words: string): boolean }).find('needle'))).toBe(true)
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('needle')
})

test('on a phone the toolbar is one line that scrolls, with large targets, and never lies over the cursor', async () => {
  const {
    page: phone,
    faults: complaints,
    context,
  } = await visitor(browser, house, {
    viewport: { width: 360, height: 380 }, // what the phone's keyboard leaves
    hasTouch: true,
    isMobile: true,
    storageState: await page.context().storageState(),
  })
  await phone.goto(page.url())
  const bar = phone.getByRole('toolbar', { name: 'Formatting' })
  await bar.waitFor()
  const story = phone.getByRole('textbox', { name: 'Story', exact: true })
  await story.tap()
  await phone.keyboard.press('Control+End')
  for (let line = 0; line < 14; line++) await phone.keyboard.type(`Line ${line} of a story on a phone\n`)
  const bars = await bar.boundingBox()
  expect((bars?.y ?? 999) + (bars?.height ?? 999)).toBeLessThanOrEqual(380)
  expect(bars?.height).toBeLessThan(64)
  for (const button of await bar.getByRole('button').all()) {
    const size = await button.boundingBox()
    expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(44)
  }
  const caret = await story.evaluate((element) => {
    const { view, state } = (
      element as unknown as {
        editor: {
          view: { coordsAtPos(at: number): { top: number; bottom: number } }
          state: { selection: { head: number } }
        }
      }
    ).editor
    const { top, bottom } = view.coordsAtPos(state.selection.head)
    const at = document.elementFromPoint(30, (top + bottom) / 2)
    return { top, bottom, isFree: element.contains(at) }
  })
  expect(caret.isFree).toBe(true)
  expect(caret.bottom).toBeLessThanOrEqual(380)
  expect(complaints).toEqual([])
  await context.close()
})

async function type(words: string): Promise<void> {
  for (const [at, line] of words.split('\n').entries()) {
    if (at > 0) await page.keyboard.press('Enter')
    await page.keyboard.type(line)
  }
}

async function setContent(copy: Copy | string): Promise<void> {
  await box.evaluate((element, content) => {
    const { editor } = element as HTMLElement & {
      editor: { commands: { setContent(content: unknown, options: object): void; focus(): void } }
    }
    editor.commands.setContent(content, { emitUpdate: true })
    editor.commands.focus()
  }, copy)
  await box.focus()
}

function empty(): Promise<void> {
  return setContent('<p></p>')
}

function copyNow(): Promise<Copy> {
  return box.evaluate((element) => (element as HTMLElement & { editor: { getJSON(): Copy } }).editor.getJSON())
}
