// The copy desk in a real browser: an editor suggests and comments, the reporter answers, both read the same result.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, signInBy, visitor } from './browser.ts'
import { accountOf, type House, openHouse, storyIn } from './house.ts'

let house: House
let browser: Browser
let editor: Page
let reporter: Page
let faults: string[] = []

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  const [one, two] = [await visitor(browser, house), await visitor(browser, house)]
  ;[editor, reporter, faults] = [one.page, two.page, one.faults]
  await signInBy(editor, accountOf(house, 'editorA'))
  await signInBy(reporter, accountOf(house, 'reporterA'))
})

afterAll(async () => {
  expect(faults).toEqual([])
  await browser?.close()
  expect(await house?.stop()).toBe(0)
})

const box = () => editor.getByRole('textbox', { name: 'Story', exact: true })
const toolbar = () => editor.getByRole('toolbar', { name: 'Desk', exact: true })

/** Puts words at the end of a paragraph, by its number among the paragraphs of the story. */
async function typeAfter(paragraph: number, words: string): Promise<void> {
  await box().locator('> p:not([data-dateline], .dateline)').nth(paragraph).click()
  await editor.keyboard.press('End')
  await editor.keyboard.type(words)
}

test('an editor suggests in the headline and the words and comments twice; the reporter answers; both read the same', {
  timeout: 120_000,
}, async () => {
  const { id } = storyIn(house, 'in_review')
  await editor.goto(`/desk/stories/${id}/edit`)
  await toolbar().waitFor()
  await editor.getByRole('textbox', { name: 'Headline', exact: true }).fill('Нов мост над реката')
  await typeAfter(0, ' Мостът е отворен.')
  await editor.locator('.desk-changes > li').nth(1).waitFor()
  await expect.poll(() => box().locator('ins').allInnerTexts(), { timeout: 10_000 }).toContain(' Мостът е отворен.')

  // A comment for both, and one for the desk only, on words that are selected.
  for (const [text, audience] of [
    ['Which bridge is it?', 'Shared with the reporter'],
    ['CANARY: call the mayor', 'For the desk only'],
  ] as const) {
    await box().locator('> p:not([data-dateline], .dateline)').first().click()
    await editor.keyboard.press('Home')
    await editor.keyboard.press('Shift+Control+ArrowRight')
    const form = editor.getByRole('form', { name: 'Comment', exact: true })
    // The editor hears of a selection a moment after the browser has made it.
    await expect
      .poll(async () => {
        await toolbar().getByRole('button', { name: 'Comment', exact: true }).click()
        return form.count()
      })
      .toBe(1)
    await form.getByRole('textbox', { name: 'Comment', exact: true }).fill(text)
    await form.getByLabel(audience, { exact: true }).check()
    await form.getByRole('button', { name: 'Add the comment', exact: true }).click()
    await editor.locator('.threads .said', { hasText: text }).waitFor()
  }
  expect(await editor.locator('.thread.shared').count()).toBe(1)
  expect(await editor.locator('.thread.desk-only').count()).toBe(1)

  await editor.getByRole('button', { name: 'Done', exact: true }).click()
  await editor.waitForURL(new RegExp(`/desk/stories/${id}$`))
  await editor.getByRole('button', { name: 'Send for sign-off', exact: true }).first().click()
  await editor.getByRole('dialog').getByRole('button', { name: 'Send for sign-off', exact: true }).click()
  await editor.waitForURL(/done=sendForSignOff/)

  await reporter.goto(`/my/stories/${id}/status`)
  expect(await reporter.content()).not.toContain('CANARY')
  const changes = reporter.locator('.change')
  expect(await changes.count()).toBe(2)
  await changes.first().getByRole('button', { name: 'Reject', exact: true }).click()
  await reporter.getByText('1 of 2 answered').waitFor()
  await changes.nth(1).getByRole('button', { name: 'Accept', exact: true }).click()
  await reporter.getByText('2 of 2 answered').waitFor()
  await reporter.getByRole('button', { name: 'Send my answer', exact: true }).click()
  await reporter.getByRole('dialog').getByRole('button', { name: 'Send my answer', exact: true }).click()
  await reporter.waitForURL(/done=answerEdit/)
  const title = await reporter.getByRole('heading', { level: 1 }).innerText()
  await editor.goto(`/desk/stories/${id}`)
  expect(await editor.locator('.proof').innerText()).toContain('Мостът е отворен.')
  expect(await editor.getByRole('heading', { level: 1 }).innerText()).toBe(title)
  expect(title).not.toContain('Нов мост')
})
