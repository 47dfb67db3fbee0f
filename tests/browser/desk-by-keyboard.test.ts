// An editor’s whole way by keyboard alone, from the queue to a decision: by the queue’s keys, and by Tab and Enter only.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '#db/client.ts'
import { sections } from '#db/schema/outlet.ts'
import { stories } from '#db/schema/story.ts'
import { openBrowser, visitor } from './browser.ts'
import { accountOf, type House, letterTo, openHouse, type SeededStory, storyIn } from './house.ts'
import { reachByTab } from './keys.ts'

let house: House
let browser: Browser
let page: Page
let faults: string[] = []
let sent: SeededStory
let held: SeededStory

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  ;[sent, held] = [storyIn(house, 'submitted'), storyIn(house, 'in_review')]
  await sectionAsksFor(['source'])
  const editor = await visitor(browser, house)
  page = editor.page
  faults = editor.faults
  await page.goto('/sign-in') // the only address that is ever typed
})

afterAll(async () => {
  await browser?.close()
  expect(await house?.stop()).toBe(0)
})

test('signing in and going to the desk', async () => {
  const { email, password } = accountOf(house, 'editorA')
  await type(page.getByLabel('E-mail', { exact: true }), email)
  await type(page.getByLabel('Password', { exact: true }), password)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  await press(page.getByRole('link', { name: 'Desk', exact: true }).first())
  await page.waitForURL(/\/desk(\?|$)/)
})

test('j and k go from line to line, c claims the line, and its page is one Tab and Enter away', async () => {
  await press(page.getByRole('link', { name: /^New / }))
  await page.waitForURL(/tab=new/)
  await lineOf(sent).waitFor()
  await expect.poll(() => stepTo(sent)).toBe(true)
  const headline = lineOf(sent).locator('.headline')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await expect.poll(() => hasFocus(headline)).toBe(true)
  await page.keyboard.press('c')
  await page.waitForURL(/done=claim/)
  await page.getByText('You hold this story now.').first().waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('notice done')
  await page.keyboard.press('Tab')
  await expect.poll(() => hasFocus(page.getByRole('link', { name: 'Open it' }))).toBe(true)
  await press(page.getByRole('link', { name: /^Mine / }))
  await page.waitForURL(/tab=mine/)
  await expect.poll(() => stepTo(sent)).toBe(true)
  await page.keyboard.press('o')
  await page.waitForURL(new RegExp(`/desk/stories/${sent.id}`))
})

test('the verification is answered and the story approved; a refusal takes the focus to what is wrong', async () => {
  const panel = page.locator('#verification')
  await decide('Approve')
  await page.waitForURL(/\/moves\//)
  await focusIsOnProblems()
  await press(page.getByRole('link', { name: 'Back to where you were' }))
  await page.waitForURL(/\/desk\/stories\//)
  await openIfClosed(panel.locator('.check-form').first())
  await type(panel.getByLabel('How do you know?').first(), 'Rang the harbour; the captain was there.')
  await press(panel.getByRole('button', { name: 'Save “Source”' }))
  await page.waitForURL(/verified=check/)
  await page.getByText('The check is recorded.').waitFor()
  await decide('Approve')
  await page.waitForURL(/done=approve/)
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('notice done')
})

test('by Tab and Enter only: let go, claim again, decline; a missing reason takes the focus to what is wrong', async () => {
  await press(page.getByRole('link', { name: 'Desk', exact: true }).first())
  await page.waitForURL(/\/desk(\?|$)/)
  await press(page.getByRole('link', { name: /^Mine / }))
  await page.waitForURL(/tab=mine/)
  await press(lineOf(held).locator('.headline'))
  await page.waitForURL(new RegExp(`/desk/stories/${held.id}`))
  await decide('Release')
  await page.waitForURL(/done=release/)
  await press(page.getByRole('main').getByRole('button', { name: 'Claim', exact: true }))
  await page.waitForURL(/done=claim/)

  await decide('Decline')
  await page.waitForURL(/\/moves\//)
  await focusIsOnProblems()
  await press(page.locator('.problems a').first()) // leads to the first reason
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('reasons')
  await page.keyboard.press('Space')
  await type(page.locator('textarea[name=note]'), 'Please tell us who counted the barges.')
  await press(page.getByRole('main').getByRole('button', { name: 'Decline', exact: true }))
  await page.waitForURL(/done=decline/)
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('notice done')
})

test('both decisions were made, their letter waits, and no page complained', async () => {
  expect(await stateOf(sent)).toBe('approved')
  expect(await stateOf(held)).toBe('declined')
  expect((await letterTo(house, accountOf(house, 'reporterA').email, 'approved')).kind).toBe('approved')
  expect(faults).toEqual([])
})

const lineOf = (story: SeededStory) => page.locator('tbody tr').filter({ has: page.locator(`[href*="${story.id}"]`) })

function hasFocus(element: Locator): Promise<boolean> {
  return element.evaluate((one) => one === document.activeElement)
}

/** One step down with j; true once the line of this story has the focus. */
async function stepTo(story: SeededStory): Promise<boolean> {
  const headline = lineOf(story).locator('.headline')
  if (await hasFocus(headline)) return true
  await page.keyboard.press('j')
  return hasFocus(headline)
}

/** Opens the dialog of a move, goes to its button and orders it. */
async function decide(move: string): Promise<void> {
  await press(page.getByRole('main').getByRole('button', { name: move, exact: true }))
  const dialog = page.getByRole('dialog', { name: move, exact: true })
  await dialog.waitFor()
  await press(dialog.getByRole('button', { name: move, exact: true }))
}

async function focusIsOnProblems(): Promise<void> {
  await page.locator('.problems').waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('problems')
}

async function openIfClosed(details: Locator): Promise<void> {
  if (await details.evaluate((element) => (element as HTMLDetailsElement).open)) return
  await press(details.locator('> summary'))
}

async function press(target: Locator): Promise<void> {
  await reachByTab(page, target)
  await page.keyboard.press('Enter')
}

async function type(field: Locator, words: string): Promise<void> {
  await reachByTab(page, field)
  await page.keyboard.type(words)
}

async function stateOf(story: SeededStory): Promise<string | undefined> {
  const database = await openTheDatabase()
  const [row] = await database.db.select({ state: stories.state }).from(stories).where(eq(stories.publicId, story.id))
  await database.close()
  return row?.state
}

/** What no screen of this test sets: the checks that the story's section asks for. */
async function sectionAsksFor(checklist: string[]) {
  const database = await openTheDatabase()
  const [row] = await database.db.select().from(stories).where(eq(stories.publicId, sent.id))
  await database.db.transaction((tx) =>
    tx
      .update(sections)
      .set({ checklist })
      .where(eq(sections.id, row?.sectionId ?? 0))
      .returning({ id: sections.id }),
  )
  await database.close()
}

function openTheDatabase() {
  const name = readdirSync(house.dataDir).find((file) => file.endsWith('.db')) ?? ''
  return openDatabase(`file:${join(house.dataDir, name)}`)
}
