// Live coverage as people meet it: a reporter sends, an editor approves, and a reader who has the page open loses no line.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, overflowOf, signInBy, visitor } from './browser.ts'
import { accountOf, type House, letterTo, openHouse } from './house.ts'

let house: House
let browser: Browser
let reader: Page
let plain: Page
let reporter: Page
let editor: Page
let faults: string[][] = []
let hub = ''
let desk = ''

const news = 'The ferry has turned round in the fog.'
const right = 'The ferry has stopped in the fog.'

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  const noScript = { javaScriptEnabled: false, viewport: { width: 360, height: 800 } }
  const all = [await visitor(browser, house), await visitor(browser, house, noScript)]
  all.push(await visitor(browser, house, noScript), await visitor(browser, house))
  faults = all.map((one) => one.faults)
  ;[reader, plain, reporter, editor] = all.map(({ page }) => page) as [Page, Page, Page, Page]
  await signInBy(reporter, accountOf(house, 'reporterB'))
  await signInBy(editor, accountOf(house, 'editorA'))
  const { topic } = house.seeded.live
  hub = `/topics/${topic}`
  desk = `/desk/topics/${topic}/live`
})

afterAll(async () => {
  await browser?.close()
  const log = house?.log() ?? ''
  expect(await house?.stop()).toBe(0)
  expect(log).not.toMatch(/"level":(50|60)/)
})

const bar = () => reader.getByRole('status').getByRole('button')
const entryWith = (page: Page, words: string) => page.locator('[data-entries] > li').filter({ hasText: words })

test('a reader scrolls to an old entry and reads; nothing new, no bar', async () => {
  await reader.goto(hub)
  const old = entryWith(reader, 'The square is filling.')
  await old.scrollIntoViewIfNeeded()
  await reader.evaluate(() => window.scrollBy(0, 120))
  expect(await reader.evaluate(() => window.scrollY)).toBeGreaterThan(300)
  expect(await bar().count()).toBe(0)
})

const asked = (etag: string) => fetch(house.url + hub, { headers: { 'if-none-match': etag } })
let etag = ''

test('the page is the same until something changes: an ETag, and 304 for who has it', async () => {
  etag = (await asked('')).headers.get('etag') ?? ''
  expect(etag).not.toBe('')
  await expect.poll(async () => (await asked('')).headers.has('x-request-id')).toBe(false) // kept in memory
  expect((await asked(etag)).status).toBe(304)
})

test('a reporter sends an entry by a plain form; what was typed stays when something is missing', async () => {
  await reporter.goto(hub)
  await reporter.getByRole('link', { name: 'Send a live entry' }).click()
  await reporter.getByLabel('Title', { exact: true }).fill('Fog')
  await reporter.getByRole('button', { name: 'Send to the desk' }).click()
  await reporter.getByText('There is a problem').waitFor()
  expect(await reporter.title()).toMatch(/^Error: /)
  expect(await reporter.getByLabel('Title', { exact: true }).inputValue()).toBe('Fog')
  await reporter.getByLabel('What happens', { exact: true }).fill(news)
  await reporter.getByLabel('By-line', { exact: true }).selectOption('pen')
  await reporter.getByLabel('Pen name', { exact: true }).fill('Heron')
  await reporter.getByRole('button', { name: 'Send to the desk' }).click()
  await reporter.waitForURL(/done=sent/)
  expect(await reporter.getByRole('main').innerText()).toContain('Waits for the desk')
  expect(await overflowOf(reporter)).toEqual([])
})

test('before its approval the entry is in no page of readers', async () => {
  for (const path of [hub, `${hub}/events`, `${hub}/feed.xml`, '/'])
    expect(await (await fetch(house.url + path)).text(), path).not.toContain(news)
})

test('an editor approves it; the open page says so and not a line of what is read moves', async () => {
  const old = entryWith(reader, 'The square is filling.').locator('.live-words')
  const before = await old.boundingBox()
  const scrolled = await reader.evaluate(() => window.scrollY)
  await editor.goto('/desk/topics')
  await editor.getByRole('link', { name: 'Black Sea mines' }).click()
  const form = editor.getByRole('listitem').filter({ hasText: 'Heron' })
  expect(await form.getByLabel('Text as it appears').inputValue()).toBe(news)
  await form.getByRole('button', { name: 'Approve' }).click()
  await editor.waitForURL(/done=approved/)
  expect((await asked(etag)).status).toBe(200)
  await bar().waitFor()
  expect(await bar().innerText()).toBe('1 new entry')
  expect(await entryWith(reader, news).count()).toBe(0)
  expect(await old.boundingBox()).toEqual(before)
  expect(await reader.evaluate(() => window.scrollY)).toBe(scrolled)
})

test('asked for, the new entry stands at its place with its by-line, and has the focus', async () => {
  await bar().click()
  await entryWith(reader, news).waitFor()
  expect(await reader.locator('[data-entries] > li').first().innerText()).toContain(news)
  expect(await entryWith(reader, news).innerText()).toContain('By Heron')
  expect(await entryWith(reader, news).evaluate((entry) => entry === document.activeElement)).toBe(true)
  await expect.poll(() => bar().count()).toBe(0)
  const { text } = await letterTo(house, accountOf(house, 'reporterB').email, 'live-approved')
  expect(text).toContain(hub)
})

test('without script the same page has the entry after a reload', async () => {
  await plain.goto(hub)
  expect(await entryWith(plain, news).count()).toBe(1)
  expect(await plain.locator('[data-bar]').innerText()).toBe('')
  expect(await overflowOf(plain)).toEqual([])
})

test('a correction is said in the open: the old time, the note, and the open page offers it', async () => {
  const time = await entryWith(plain, news).locator('time').first().getAttribute('datetime')
  await editor.goto(desk)
  await editor.getByRole('link', { name: 'Correct or remove: Fog' }).click()
  const other = await editor.context().newPage()
  await other.goto(editor.url())
  await editor.getByLabel('Entry', { exact: true }).fill(right)
  await editor.getByLabel('What was wrong').fill('It had not turned round.')
  await editor.getByRole('button', { name: 'Correct the entry' }).click()
  await editor.waitForURL(/done=corrected/)

  // Who had the form open all the while is refused, and keeps what was typed.
  await other.getByLabel('Entry', { exact: true }).fill('The ferry is late.')
  await other.getByLabel('What was wrong').fill('It is late.')
  const answer = other.waitForResponse((response) => response.request().method() === 'POST')
  await other.getByRole('button', { name: 'Correct the entry' }).click()
  expect((await answer).status()).toBe(409)
  expect(await other.getByLabel('Entry', { exact: true }).inputValue()).toBe('The ferry is late.')
  await other.close()

  await bar().waitFor()
  expect(await bar().innerText()).toBe('Entries were corrected')
  await bar().click()
  await entryWith(reader, right).waitFor()
  expect(await entryWith(reader, right).innerText()).toMatch(/Corrected \d\d:\d\d: It had not turned round\./)
  expect(await entryWith(reader, right).locator('time').first().getAttribute('datetime')).toBe(time)
  expect(await reader.getByText(news).count()).toBe(0)
})

test('an entry has an address that begins with it, and a removed one leaves its reason there', async () => {
  const { removed } = house.seeded.live
  const page = await (await fetch(`${house.url}${hub}?entry=${removed}`)).text()
  expect(page).toContain(`id="entry-${removed}"`)
  expect(page).toContain('a flagpole fell beside the road')
  expect(page).not.toContain('A man was hit')
  expect(page).not.toContain(right)
})

test('from an entry to a story: a draft with its words and a link back', async () => {
  await editor.goto(desk)
  await editor.getByRole('button', { name: 'Begin a story from it: Fog' }).click()
  await editor.waitForURL(/\/my\/stories\/[\w-]+$/)
  await editor.getByRole('textbox', { name: 'Story', exact: true }).getByText(right).waitFor()
  const back = editor.getByRole('textbox', { name: 'Story', exact: true }).getByRole('link')
  expect(await back.getAttribute('href')).toMatch(new RegExp(`^${hub}\\?entry=\\w+#entry-\\w+$`))
})

test('closing answers first, ends with a sentence, ends the streams and opens no new one', async () => {
  await editor.goto(desk)
  await editor.getByLabel('Closing sentence for readers').fill('The fog has lifted.')
  await editor.getByRole('button', { name: 'Close the coverage' }).click()
  await editor.getByText('Entries of reporters still wait. Answer them first.').first().waitFor()
  expect(await editor.getByLabel('Closing sentence for readers').inputValue()).toBe('The fog has lifted.')
  for (let left = 2; left > 0; left--) {
    await editor.goto(desk)
    await editor.getByLabel('Reason, when it is declined').first().fill('It is over.')
    await editor.getByRole('button', { name: 'Decline' }).first().click()
    await editor.waitForURL(/done=declined/)
  }
  await editor.getByLabel('Closing sentence for readers').fill('The fog has lifted.')
  await editor.getByRole('button', { name: 'Close the coverage' }).click()
  await editor.waitForURL(/done=closed/)
  await bar().waitFor()
  await expect.poll(() => bar().innerText()).toBe('The live coverage has ended')
  await bar().click()
  await reader.getByText('The fog has lifted.').waitFor()
  expect(await reader.locator('[data-live]').count()).toBe(0)
  expect(await reader.locator('script[src]').count()).toBe(0)
  const stream = await fetch(`${house.url}${hub}/events`, { headers: { accept: 'text/event-stream' } })
  expect(stream.status).toBe(204)
})

test('no page complained', () => {
  expect(faults).toEqual([[], [], [], []])
})
