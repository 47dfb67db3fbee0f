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
