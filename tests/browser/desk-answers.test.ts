// What the desk answers its reporters: the letter is seen before it goes; two reports of one event become one story.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, overflowOf, signInBy, visitor } from './browser.ts'
import { accountOf, type House, letterTo, openHouse, storyIn } from './house.ts'

const words = 'Please ask the harbour master, too.'

let house: House
let browser: Browser
let editor: Page
let plainEditor: Page
const faults: string[][] = []

async function signedIn(account: string, options: object = {}): Promise<Page> {
  const { page, faults: own } = await visitor(browser, house, { viewport: { width: 360, height: 800 }, ...options })
  faults.push(own)
  await signInBy(page, accountOf(house, account))
  return page
}

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  editor = await signedIn('editorA', { viewport: { width: 1280, height: 900 } })
  plainEditor = await signedIn('editorA', { javaScriptEnabled: false })
})

afterAll(async () => {
  for (const own of faults) expect(own).toEqual([])
  await browser?.close()
  expect(await house?.stop()).toBe(0)
})

test('the letter of a decision stands in its dialog, in words and reasons as they were chosen', async () => {
  const story = storyIn(house, 'in_review')
  await editor.goto(`/desk/stories/${story.id}`)
  await editor.getByRole('button', { name: 'Decline', exact: true }).click()
  const dialog = editor.getByRole('dialog', { name: 'Decline' })
  await dialog.getByRole('button', { name: 'Preview the letter' }).click()
  await dialog.getByText('Choose at least one reason.').waitFor()
  await dialog.getByRole('checkbox').first().check()
  await dialog.getByRole('textbox').first().fill(words)
  await dialog.getByRole('button', { name: 'Preview the letter' }).click()
  const letter = dialog.getByRole('region', { name: 'The letter that will go' })
  await letter.getByText(words).waitFor()
  expect(await letter.innerText()).toContain(`#${story.number}`)
  expect(await dialog.getByRole('textbox').first().inputValue()).toBe(words)
})

test('without script the letter is a page with everything that was typed, and the decision is made from there', async () => {
  const story = storyIn(house, 'in_review')
  await plainEditor.goto(`/desk/stories/${story.id}`)
  await plainEditor.getByRole('button', { name: 'Decline', exact: true }).click()
  const dialog = plainEditor.getByRole('dialog', { name: 'Decline' })
  await dialog.getByRole('checkbox').first().check()
  await dialog.getByRole('textbox').first().fill(words)
  await dialog.getByRole('button', { name: 'Preview the letter' }).click()
  await plainEditor.getByRole('heading', { level: 1, name: 'The letter that will go' }).waitFor()
  const shown = await plainEditor.locator('.letter-text').innerText()
  expect(shown).toContain(words)
  expect(await overflowOf(plainEditor)).toEqual([])
  const main = plainEditor.getByRole('main')
  expect(await main.getByRole('textbox').first().inputValue()).toBe(words)
  expect(await main.getByRole('checkbox').first().isChecked()).toBe(true)
  await main.getByRole('button', { name: 'Decline', exact: true }).click()
  await plainEditor.waitForURL(/done=decline/)
  // Undone before the letter left, the story is back in the same hands.
  await plainEditor.getByRole('main').getByRole('button', { name: 'Undo', exact: true }).click()
  await plainEditor.waitForURL(/done=undoDecision/)
})

test('two reports of one event become one story: both reporters are told, both sign it, everywhere', async () => {
  const own = storyIn(house, 'in_review')
  const [first, second] = [accountOf(house, 'reporterA'), accountOf(house, 'reporterB')]
  const other = await reportBy('reporterB')
  await editor.goto(`/desk/stories/${own.id}`)
  await editor.getByRole('link', { name: 'Join with another report' }).click()
  await editor.getByLabel('Number of the other story').fill(String(other.number))
  await editor.getByRole('button', { name: 'Show both' }).click()
  await editor.getByRole('checkbox', { name: other.words }).check()
  await editor.getByRole('button', { name: 'Join them' }).click()
  await editor.getByText('The two reports are one story now.').waitFor()

  // Both hear of it, by letter and on their pages.
  await letterTo(house, first.email, 'joined', second.name)
  await letterTo(house, second.email, 'joined', first.name)
  await other.page.goto(`/my/stories/${other.id}/status`)
  await other.page.getByText('one story, both by-lines').waitFor()
  expect(await overflowOf(other.page)).toEqual([])

  await editor.goto(`/desk/stories/${own.id}`)
  for (const move of ['Approve', 'Publish now']) {
    await editor.getByRole('main').getByRole('button', { name: move, exact: true }).click()
    await editor.getByRole('dialog', { name: move }).getByRole('button', { name: move, exact: true }).click()
    await editor.waitForURL(move === 'Approve' ? /done=approve/ : /done=publish/)
  }
  const address = (await editor.getByRole('link', { name: 'See it on the site' }).getAttribute('href')) ?? ''
  await letterTo(house, first.email, 'published', address)
  await letterTo(house, second.email, 'published', address)

  await plainEditor.goto(address)
  const page = await plainEditor.getByRole('main').innerText()
  for (const said of [first.name, second.name, other.words]) expect(page).toContain(said)
  const data = (await plainEditor.locator('script[type="application/ld+json"]').allInnerTexts()).join()
  const feeds = await Promise.all(
    ['/feed.xml', '/atom.xml', '/feed.json'].map(async (path) => (await fetch(house.url + path)).text()),
  )
  for (const text of [data, ...feeds]) for (const { name } of [first, second]) expect(text).toContain(name)
})

/** Another reporter sends a report of their own, without script. */
async function reportBy(account: string) {
  const page = await signedIn(account, { javaScriptEnabled: false })
  const words = 'I saw it from the other bank, with my own eyes.'
  await page.goto('/my/stories')
  await page.getByRole('main').getByRole('button', { name: 'Write a story' }).click()
  await page.waitForURL(/\/my\/stories\/[\w-]+$/)
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await page.getByRole('textbox', { name: 'Headline', exact: true }).fill('Seen from the other bank')
  await page.getByRole('textbox', { name: 'Standfirst', exact: true }).fill('People danced until noon.')
  await page.getByLabel('Place', { exact: true }).fill('Ruse')
  await page.getByLabel('Date', { exact: true }).fill('2026-11-23')
  await page.getByLabel('Section', { exact: true }).selectOption({ index: 1 })
  await page.getByRole('textbox', { name: 'Story', exact: true }).fill(words)
  await page.getByRole('button', { name: 'Send to the desk' }).click()
  await page.waitForURL(/done=submit/)
  const number = Number(/\d+/.exec(await page.locator('.story-number').innerText())?.[0])
  return { page, id, number, words }
}
