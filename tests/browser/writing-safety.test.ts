// No word is lost in a real browser: without a network, after a kill, with a session that ends, in two windows at once.
import { mkdtempSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromium as pathOfChromium } from '../../bin/chromium.mjs'
import { openBrowser, overflowOf, quietly, signInBy, visitor } from './browser.ts'
import { accountOf, type House, openHouse, signIn } from './house.ts'

let house: House
let browser: Browser

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
})

afterAll(async () => {
  await browser?.close()
  expect(await house?.stop()).toBe(0)
})

test('200 words written without a network survive a reload and a killed browser, and arrive once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-device-'))
  const words = Array.from({ length: 200 }, (_, at) => `word${at}`)
  let context = await openDevice(folder)
  const page = await context.newPage()
  await signInBy(page, accountOf(house, 'reporterA'))
  const story = await newStory(page)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await waitForKeptPage(page)

  await context.setOffline(true)
  await box(page).click()
  await page.keyboard.type(words.slice(0, 100).join(' '))
  await sign(page, 'Saved on this device')
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await toolbar(page)
  await expectText(page, words.slice(0, 100).join(' '))

  await box(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(` ${words.slice(100).join(' ')}`)
  await sign(page, 'Saved on this device')
  const cookies = await context.cookies() // Chromium writes them to its disk twice a minute, and this test is quicker
  await kill(folder)
  await context.close().catch(() => {})

  context = await openDevice(folder, { offline: true })
  await context.addCookies(cookies)
  const again = await context.newPage()
  await again.goto(`/my/stories/${story}`)
  await toolbar(again)
  await expectText(again, words.join(' '))
  await context.setOffline(false)
  await sign(again, 'Saved')
  const { copy, saves } = await atTheDesk(story)
  for (const word of words) expect(copy.split(/\s+/).filter((one) => one === word)).toHaveLength(1)
  expect(saves).toBe(1)
  expect(await kept(again, 'draft')).toEqual([])
  await context.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a session that ends in the middle of a sentence costs no character', async () => {
  const { page, context } = await visitor(browser, house, { viewport: { width: 360, height: 740 } })
  await signInBy(page, accountOf(house, 'reporterA'))
  const story = await newStory(page)
  await box(page).click()
  await page.keyboard.type('The mayor said that ')
  await sign(page, 'Saved')
  await context.clearCookies()
  await page.keyboard.type('the bridge ')
  const asks = page.getByRole('button', { name: 'Sign in', exact: true })
  await asks.waitFor()
  await page.keyboard.type('opens on Tuesday')
  await sign(page, 'Saved on this device')
  expect(await overflowOf(page)).toEqual([])
  await asks.click()
  const dialog = page.getByRole('dialog', { name: 'Sign in and go on' })
  await dialog.getByLabel('E-mail', { exact: true }).fill(accountOf(house, 'reporterB').email)
  await dialog.getByLabel('Password', { exact: true }).fill(accountOf(house, 'reporterB').password)
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await dialog.getByText('This is another account.').waitFor()
  expect((await atTheDesk(story)).copy).not.toContain('Tuesday')
  await dialog.getByLabel('E-mail', { exact: true }).fill(accountOf(house, 'reporterA').email)
  await dialog.getByLabel('Password', { exact: true }).fill(accountOf(house, 'reporterA').password)
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await sign(page, 'Saved')
  expect((await atTheDesk(story)).copy).toContain('The mayor said that the bridge opens on Tuesday')
  await context.close()
})

test('two windows: other paragraphs come together, the same sentence is a choice, and no text is lost', async () => {
  const { page, context, faults } = await visitor(browser, house)
  await signInBy(page, accountOf(house, 'reporterA'))
  const story = await newStory(page)
  await box(page).click()
  await page.keyboard.type('First paragraph.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Second paragraph.')
  await sign(page, 'Saved')
  const other = await context.newPage()
  await other.goto(`/my/stories/${story}`)
  await toolbar(other)

  await writeAtEnd(page, 'First', ' Mine one.')
  await sign(page, 'Saved')
  await writeAtEnd(other, 'Second', ' Theirs two.')
  await sign(other, 'Saved')
  await other.getByText('Changes that were saved elsewhere are now in this text too.').waitFor()
  expect((await atTheDesk(story)).copy).toMatch(/First paragraph. Mine one.\s+Second paragraph. Theirs two./)
  await other.keyboard.type(' And on.')
  expect(await box(other).innerText()).toContain('Theirs two. And on.')
  await sign(other, 'Saved')

  await page.bringToFront()
  await writeAtEnd(page, 'Second', ' Alpha says.')
  const dialog = page.getByRole('dialog', { name: 'Two versions of this story' })
  await dialog.waitFor()
  expect(await dialog.innerText()).toContain('Alpha says.')
  expect(await dialog.innerText()).toContain('Theirs two. And on.')
  await dialog.getByRole('button', { name: 'Go on with what is written here' }).click()
  await sign(page, 'Saved')
  expect((await atTheDesk(story)).copy).toContain('Alpha says.')
  await page.keyboard.type('Beta agrees.')
  expect(await box(page).innerText()).toContain('Beta agrees.')
  expect(await page.getByRole('textbox', { name: 'The other text' }).inputValue()).toContain('Theirs two. And on.')
  expect(faults.filter((fault) => !fault.includes('409'))).toEqual([])
  await context.close()
})

test('signing out leaves no word on the device', async () => {
  const { page, context } = await visitor(browser, house)
  await signInBy(page, accountOf(house, 'reporterA'))
  await newStory(page)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await waitForKeptPage(page)
  await box(page).click()
  await page.keyboard.type('Nobody should find this')
  await sign(page, 'Saved')
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/sign-in/)
  const left = await page.evaluate(async () => ({
    stores: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }))
  expect(left).toEqual({ stores: [], caches: [], workers: 0 })
  await context.close()
})

test('another person on the same device sees nothing, and the words wait for their writer', async () => {
  const { page, context } = await visitor(browser, house)
  await signInBy(page, accountOf(house, 'reporterA'))
  const story = await newStory(page)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await waitForKeptPage(page)
  await context.setOffline(true)
  await page.getByRole('textbox', { name: 'Headline', exact: true }).fill('A secret headline')
  await box(page).click()
  await page.keyboard.type('A secret text')
  await sign(page, 'Saved on this device')
  await page.close({ runBeforeUnload: false })
  await context.setOffline(false)
  await context.clearCookies()

  const second = await context.newPage()
  await signInBy(second, accountOf(house, 'reporterB'))
  await second.goto(`/my/stories/${story}`)
  expect(await second.content()).not.toContain('secret')
  await newStory(second)
  expect(await second.content()).not.toContain('secret')
  await context.setOffline(true)
  await second.goto(`/my/stories/${story}`)
  await second.getByRole('heading', { name: 'No connection' }).waitFor()
  expect(await second.content()).not.toContain('secret')
  await context.setOffline(false)
  await context.clearCookies()

  await signInBy(second, accountOf(house, 'reporterA'))
  await second.goto(`/my/stories/${story}`)
  await toolbar(second)
  await expectText(second, 'A secret text')
  await sign(second, 'Saved')
  expect((await atTheDesk(story)).copy).toContain('A secret text')
  await context.close()
})

function openDevice(folder: string, { offline = false } = {}): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath: pathOfChromium(),
    args: quietly,
    baseURL: house.url,
    offline,
  })
}

/** Ends every process of the browser at once, as a dying phone does. */
async function kill(folder: string) {
  const pid = Number(readlinkSync(join(folder, 'SingletonLock')).split('-').at(-1))
  process.kill(pid, 'SIGKILL')
  await new Promise((resolve) => setTimeout(resolve, 500))
  for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket'])
    rmSync(join(folder, name), { force: true })
}

async function newStory(page: Page): Promise<string> {
  await page.goto('/my/stories/new')
  await page.getByRole('main').getByRole('button', { name: 'Write a story' }).click()
  await page.waitForURL(/\/my\/stories\/(?!new)[\w-]+$/)
  await toolbar(page)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

const box = (page: Page) => page.getByRole('textbox', { name: 'Story', exact: true })
const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'Formatting' }).waitFor()
const sign = (page: Page, said: string) => page.locator('.save-sign').getByText(said, { exact: true }).waitFor()

async function expectText(page: Page, text: string) {
  await expect.poll(() => box(page).innerText(), { timeout: 20_000 }).toContain(text)
}

async function writeAtEnd(page: Page, paragraph: string, words: string) {
  await box(page).getByText(paragraph).click()
  await page.keyboard.press('End')
  await page.keyboard.type(words)
}

/** The page is in the worker's cache: it is put there after everything that it needs. */
async function waitForKeptPage(page: Page) {
  const isKept = () =>
    page.evaluate(async () => {
      const all = await Promise.all((await caches.keys()).map((name) => caches.open(name)))
      const kept = await Promise.all(all.map((cache) => cache.match(location.pathname)))
      return kept.some((answer) => answer !== undefined)
    })
  await expect.poll(isKept, { timeout: 30_000 }).toBe(true)
}

/** Keys of this kind in the device's store. */
function kept(page: Page, kind: string): Promise<unknown[]> {
  return page.evaluate(
    (wanted) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('copydesk', 1)
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const keys = opening.result.transaction('drafts').objectStore('drafts').getAllKeys()
          keys.onsuccess = () => resolve(keys.result.filter((key) => Array.isArray(key) && key[0] === wanted))
        }
      }),
    kind,
  )
}

/** The text that the server has, and how many saves it took after the draft was made. */
async function atTheDesk(story: string): Promise<{ copy: string; saves: number }> {
  const cookie = await signIn(house, accountOf(house, 'reporterA'))
  const answer = await fetch(`${house.url}/my/stories/${story}`, { headers: { cookie } })
  const html = await answer.text()
  const version = Number(/name="version" value="(\d+)"/.exec(html)?.[1])
  const copy = /<textarea[^>]*name="story"[^>]*>([^<]*)</.exec(html)?.[1] ?? ''
  return { copy: copy.replaceAll('&#x27;', '’'), saves: version - 1 }
}
