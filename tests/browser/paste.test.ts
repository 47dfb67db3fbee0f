// What people paste, through the clipboard of a real browser into the real writing page.
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Copy, type CopyNode, checkCopy } from '#app/newsroom/story/copy/check-copy.ts'
import { copyOf, p } from '../newsroom/story/copy/sample-copy.ts'
import { openBrowser, openWriting } from './browser.ts'
import { accountOf, type House, openHouse } from './house.ts'
import { pasteFixtures } from './paste/fixtures.ts'
import { tinyPng } from './paste/tiny-png.ts'
import { wordItem, wordLine, wordPage } from './paste/word.ts'

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

test('there are at least thirty fixtures', () => {
  expect(pasteFixtures.length).toBeGreaterThanOrEqual(30)
})

test.each(pasteFixtures)('$name', async ({ html = '', text, copy }) => {
  await empty()
  await paste({ html, text: text ?? '' })
  const got = await copyNow()
  expect(got).toEqual(copyOf(...copy))
  expect(checkCopy(got)).toEqual({ ok: true, copy: got })
})

test('pasting into a sentence goes on in it, and one undo takes it back', async () => {
  await empty()
  await page.keyboard.type('Before  after')
  for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowLeft')
  await paste({ html: wordPage(wordLine('<b>loud</b> words')) })
  expect(await copyNow()).toEqual(
    copyOf(p('Before ', { type: 'text', text: 'loud', marks: [{ type: 'bold' }] }, ' words after')),
  )
  await page.keyboard.press('Control+z')
  expect(await copyNow()).toEqual(copyOf(p('Before  after')))
})

test('an address pasted on chosen words makes them a link', async () => {
  await empty()
  await page.keyboard.type('See the report')
  await page.keyboard.press('Shift+Control+ArrowLeft')
  await paste({ text: 'https://example.org/report' })
  expect(await copyNow()).toEqual(
    copyOf(
      p('See the ', {
        type: 'text',
        text: 'report',
        marks: [{ type: 'link', attrs: { href: 'https://example.org/report' } }],
      }),
    ),
  )
})

test('a picture inside pasted HTML becomes a photo in its place; a picture elsewhere is told of', async () => {
  await empty()
  const picture = `data:image/png;base64,${(await tinyPng()).toString('base64')}`
  await paste({
    html: wordPage(
      `${wordLine('Before')}<p class=MsoNormal><img width=300 height=200 src="${picture}" alt="A yard"></p>${wordLine('After <img src="file:///C:/a.png" width=300 height=200>')}`,
    ),
  })
  await box.locator('figure img').waitFor()
  const got = await copyNow()
  expect(got.content.map(({ type }) => type)).toEqual(['paragraph', 'figure', 'paragraph'])
  expect(got.content[1]?.attrs).toMatchObject({ alt: 'A yard', decorative: false })
  await page.getByRole('alert').filter({ hasText: 'One picture could not be pasted' }).waitFor()
  expect(checkCopy(got).ok).toBe(true)
})

test('a note of the desk that a writer pastes from elsewhere comes as words', async () => {
  await empty()
  await paste({ html: '<p data-pm-slice="1 1 []">He came <span data-ed-note>October 16</span>.</p>' })
  expect(await copyNow()).toEqual(copyOf(p('He came [October 16 – ed.].')))
})

test('a list of three thousand items is pasted within a few seconds', async () => {
  await empty()
  const items = Array.from({ length: 3000 }, (_, at) => wordItem(`${at + 1}.`, `Item ${at}`)).join('')
  const began = Date.now()
  await paste({ html: wordPage(items) })
  expect(Date.now() - began).toBeLessThan(20_000)
  expect((await copyNow()).content[0]?.content).toHaveLength(3000)
  await empty()
})

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

async function paste({ html = '', text = '' }: { html?: string; text?: string }): Promise<void> {
  // The browser tells the editor of a moved caret in a task of its own; nobody's hands are faster than that.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
  await box.evaluate(
    (element, given) => {
      const data = new DataTransfer()
      if (given.html) data.setData('text/html', given.html)
      if (given.text) data.setData('text/plain', given.text)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    },
    { html, text },
  )
}

function copyNow(): Promise<Copy & { content: CopyNode[] }> {
  return box.evaluate((element) => (element as HTMLElement & { editor: { getJSON(): Copy } }).editor.getJSON())
}
