// The copy desk in a real browser: an editor suggests in five places and comments twice, the reporter answers, and what
// both read then is what the house keeps.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyToText } from '#app/newsroom/story/copy/copy-facts.ts'
import type { StoryContent } from '#app/newsroom/story/story.ts'
import { openBrowser, selectWords, signInBy, visitor } from './browser.ts'
import { accountOf, type House, letterTo, openHouse } from './house.ts'
import { inThreeScripts, openSecondProcess, type SecondProcess } from './second-process.ts'

let house: House
let browser: Browser
let second: SecondProcess
let editor: Page
let reporter: Page
let faults: string[] = []

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  second = await openSecondProcess(house)
  const [one, two] = [await visitor(browser, house), await visitor(browser, house)]
  ;[editor, reporter, faults] = [one.page, two.page, one.faults]
  await signInBy(editor, accountOf(house, 'editorA'))
  await signInBy(reporter, accountOf(house, 'reporterA'))
})

afterAll(async () => {
  expect(faults).toEqual([])
  await second?.close()
  await browser?.close()
  expect(await house?.stop()).toBe(0)
})

const box = () => editor.getByRole('textbox', { name: 'Story', exact: true })
const toolbar = () => editor.getByRole('toolbar', { name: 'Desk', exact: true })
const changes = () => editor.locator('.desk-changes > li')

/** Puts `now` in the place of the selected words, and waits until it is listed as a change. */
async function replace(words: string, now: string, count: number): Promise<void> {
  await selectWords(box(), words)
  await editor.keyboard.type(now)
  await expect.poll(() => changes().count(), { timeout: 15_000 }).toBe(count)
  await expect.poll(() => changes().locator('ins').allInnerTexts(), { timeout: 15_000 }).toContain(now)
}

async function comment(on: string, text: string, audience: string): Promise<void> {
  const form = editor.getByRole('form', { name: 'Comment', exact: true })
  await selectWords(box(), on)
  // The editor hears of a selection a moment after the browser has made it.
  await expect
    .poll(async () => {
      await toolbar().getByRole('button', { name: 'Comment', exact: true }).click()
      return form.count()
    })
    .toBe(1)
  await form.locator('blockquote', { hasText: on }).waitFor()
  await form.getByRole('textbox', { name: 'Comment', exact: true }).fill(text)
  await form.getByLabel(audience, { exact: true }).check()
  await form.getByRole('button', { name: 'Add the comment', exact: true }).click()
  await editor.locator('.threads .said', { hasText: text }).waitFor()
}

/** A text without what only its lay-out adds. */
function bare(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

test('five suggestions in three scripts, two comments; three are accepted, two rejected, and all read the same', {
  timeout: 180_000,
}, async () => {
  const { id } = await second.storyAt(inThreeScripts, [
    ['reporterA', 'submit'],
    ['editorA', 'claim'],
  ])
  await editor.goto(`/desk/stories/${id}/edit`)
  await toolbar().waitFor()
  await editor.getByRole('textbox', { name: 'Headline', exact: true }).fill('A new bridge over the Vit')
  await expect.poll(() => changes().count()).toBe(1)
  await replace('morning', 'evening', 2)
  await replace('коли', 'пешеходци', 3)
  await replace('اليوم', 'أمس', 4)
  await replace('hurt', 'injured', 5)

  await comment('над реката', 'CANARY: call the mayor', 'For the desk only')
  await comment('فوق النهر', 'Which river is it?', 'Shared with the reporter')
  expect(await editor.locator('.thread.shared').count()).toBe(1)
  expect(await editor.locator('.thread.desk-only').count()).toBe(1)

  await editor.getByRole('button', { name: 'Done', exact: true }).click()
  await editor.waitForURL(new RegExp(`/desk/stories/${id}$`))
  await editor.getByRole('button', { name: 'Send for sign-off', exact: true }).first().click()
  await editor.getByRole('dialog').getByRole('button', { name: 'Send for sign-off', exact: true }).click()
  await editor.waitForURL(/done=sendForSignOff/)

  await reporter.goto(`/my/stories/${id}/status`)
  expect(await reporter.content()).not.toContain('CANARY')
  await reporter.getByText('Which river is it?').waitFor()
  const asked = reporter.locator('.change')
  expect(await asked.locator('ins').allInnerTexts()).toEqual(
    ['A new', 'evening', 'пешеходци', 'أمس', 'injured'].map((words) => expect.stringContaining(words)),
  )
  for (const [at, answer] of (['Accept', 'Reject', 'Reject', 'Accept', 'Accept'] as const).entries()) {
    await asked.nth(at).getByRole('button', { name: answer, exact: true }).click()
    await reporter.getByText(`${at + 1} of 5 answered`).waitFor()
  }
  await reporter.getByRole('button', { name: 'Send my answer', exact: true }).click()
  await reporter.getByRole('dialog').getByRole('button', { name: 'Send my answer', exact: true }).click()
  await reporter.waitForURL(/done=answerEdit/)

  const settled = [
    'The mayor cut the ribbon at nine in the morning.',
    'Мостът над реката е отворен за коли от днес.',
    'افتتح الجسر فوق النهر أمس في الصباح.',
    'Nobody was injured.',
  ]
  // The house keeps it …
  const { story, revisions } = await second.keptOf(id)
  const kept = revisions.at(-1)?.content as StoryContent
  expect([kept.headline, story.headline]).toEqual(['A new bridge over the Vit', 'A new bridge over the Vit'])
  expect(bare(copyToText(kept.copy))).toBe(bare(['PLEVEN, (BDC) –', ...settled].join(' ')))
  expect(story.copy).toEqual(kept.copy)
  // … the desk's proof shows it …
  await editor.goto(`/desk/stories/${id}`)
  expect(await editor.getByRole('heading', { level: 1 }).innerText()).toBe(kept.headline)
  expect(bare(await editor.locator('.proof .copy').innerText())).toBe(bare(copyToText(kept.copy)))
  // … and the reporter reads it: the newest version beside itself is its plain words.
  await reporter.goto(`/my/stories/${id}/compare`)
  const number = await reporter.getByLabel('Later version').inputValue()
  await reporter.goto(`/my/stories/${id}/compare?from=${number}&to=${number}`)
  const lines = reporter.locator('.same-lines')
  await lines.locator('summary').click()
  const read = (await lines.locator('> :not(summary)').allInnerTexts()).join(' ')
  expect(bare(read)).toBe(`Dateline ${bare(copyToText(kept.copy))}`)
  expect(await reporter.content()).not.toContain('CANARY')
  const { text } = await letterTo(house, accountOf(house, 'editorA').email, 'edit-answered')
  expect(text.match(/✓/g)).toHaveLength(3)
  expect(text.match(/✗/g)).toHaveLength(2)
})

test('the desk compares what it was sent with what it made of it, and takes the earlier words up again', async () => {
  const { id } = await second.storyAt(inThreeScripts, [
    ['reporterA', 'submit'],
    ['editorA', 'claim'],
  ])
  await editor.goto(`/desk/stories/${id}/edit`)
  await toolbar().waitFor()
  await replace('morning', 'evening', 1)
  await editor.getByRole('button', { name: 'Done', exact: true }).click()
  await editor.waitForURL(new RegExp(`/desk/stories/${id}$`))

  await editor.getByRole('link', { name: 'Compare and restore versions', exact: true }).click()
  await editor.getByText('One change', { exact: true }).waitFor()
  expect(await editor.locator('.compared del:visible').allInnerTexts()).toEqual([expect.stringContaining('morning')])
  expect(await editor.locator('.compared ins:visible').allInnerTexts()).toEqual([expect.stringContaining('evening')])
  await editor.getByRole('button', { name: 'Restore the earlier of the two', exact: true }).click()
  await editor.waitForURL(/done=restored/)
  await editor.getByRole('status').getByText('The earlier words are back.').waitFor()

  const { story, revisions } = await second.keptOf(id)
  expect(copyToText(story.copy)).toContain('at nine in the morning')
  expect(revisions.map(({ why }) => why)).toEqual(['autosave', 'submit', 'desk', 'restore'])
})
