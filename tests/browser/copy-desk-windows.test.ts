// The copy desk with more than one at it: who is there, taking over, two windows, words of both kept; and without script.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyToText } from '#app/newsroom/story/copy/copy-facts.ts'
import { openBrowser, overflowOf, selectWords, signInBy, visitor } from './browser.ts'
import { accountOf, type House, letterTo, openHouse } from './house.ts'
import { inThreeScripts, openSecondProcess, type SecondProcess, type Step } from './second-process.ts'

const claimed: Step[] = [
  ['reporterA', 'submit'],
  ['editorA', 'claim'],
]

let house: House
let browser: Browser
let second: SecondProcess

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  second = await openSecondProcess(house)
})

afterAll(async () => {
  await second?.close()
  await browser?.close()
  expect(await house?.stop()).toBe(0)
})

async function at(account: string, path: string, options = {}) {
  const seen = await visitor(browser, house, options)
  await signInBy(seen.page, accountOf(house, account))
  await seen.page.goto(path)
  return seen
}

const nameOf = (account: string) => accountOf(house, account).name
const box = (page: Page) => page.getByRole('textbox', { name: 'Story', exact: true })
const tools = (page: Page) => page.getByRole('toolbar', { name: 'Desk', exact: true })
const saved = (page: Page) => page.getByRole('main').getByText('The words are saved.')

async function typeAfter(page: Page, words: string, more: string): Promise<void> {
  await selectWords(box(page), words)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type(more)
  await box(page).getByText(more.trim()).first().waitFor()
}

test('who edits is seen, is warned of, and can be taken over from: both are told, and the words of both are kept', {
  timeout: 120_000,
}, async () => {
  const { id } = await second.storyAt(inThreeScripts, claimed)
  const edit = `/desk/stories/${id}/edit`
  const holder = await at('editorA', edit)
  await tools(holder.page).waitFor()

  const chief = await at('admin', `/desk/stories/${id}`)
  const warning = 'Agree on who writes before you type'
  await chief.page.getByText(`${nameOf('editorA')} is editing`).waitFor()
  await chief.page.getByText(warning).waitFor()
  await chief.page.getByRole('button', { name: 'Take over', exact: true }).click()
  await chief.page
    .getByRole('dialog', { name: 'Take over' })
    .getByText(`${nameOf('editorA')} will get a letter`)
    .waitFor()
  await chief.page.keyboard.press('Escape')

  // Its editing page is not theirs yet, and says whose it is; the form there needs words.
  await chief.page.goto(edit)
  await chief.page.getByText(`${nameOf('editorA')} has this story.`).waitFor()
  await chief.page.getByLabel('A sentence for the desk').fill('The deadline is at noon.')
  await chief.page.getByRole('main').getByRole('button', { name: 'Take over', exact: true }).click()
  await tools(chief.page).waitFor()

  await holder.page.getByText(`${nameOf('admin')} has taken it over.`).waitFor()
  // The other came later, and is warned of all the same; both see each other edit.
  await holder.page.getByText(`${nameOf('admin')} is editing`).waitFor()
  await holder.page.getByText(warning).waitFor()
  await chief.page.getByText(`${nameOf('editorA')} is editing`).waitFor()
  await chief.page.getByText(warning).waitFor()
  const { text } = await letterTo(house, accountOf(house, 'editorA').email, 'taken-over')
  expect(text).toContain('The deadline is at noon.')

  await typeAfter(chief.page, 'Nobody was', ' badly')
  await chief.page.getByRole('button', { name: 'Save', exact: true }).click()
  await saved(chief.page).waitFor()
  await typeAfter(holder.page, 'at nine', ' sharp')
  await holder.page.getByRole('button', { name: 'Save', exact: true }).click()
  await holder.page
    .getByRole('alert')
    .getByText(`${nameOf('admin')} has this story now.`)
    .waitFor()
  expect(await box(holder.page).innerText()).toContain('at nine sharp in the morning')
  const { story, revisions } = await second.keptOf(id)
  expect(copyToText(story.copy)).toContain('Nobody was badly hurt.')
  expect(copyToText(story.copy)).not.toContain('sharp')
  const aside = revisions.filter(({ why }) => why === 'conflict').map(({ content }) => copyToText(content.copy))
  expect(aside).toEqual([expect.stringContaining('at nine sharp')])
  expect([...holder.faults, ...chief.faults]).toEqual([])
  await Promise.all([holder.context.close(), chief.context.close()])
})

test('of two windows the slower is shown both texts, and neither is lost', { timeout: 120_000 }, async () => {
  const { id } = await second.storyAt(inThreeScripts, claimed)
  const { page, context, faults } = await at('editorA', `/desk/stories/${id}/edit`)
  await tools(page).waitFor()
  const other = await context.newPage()
  await other.goto(`/desk/stories/${id}/edit`)
  await tools(other).waitFor()

  await page.bringToFront()
  await typeAfter(page, 'Мостът', ' вече')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await saved(page).waitFor()

  await other.bringToFront()
  await typeAfter(other, 'Nobody was', ' badly')
  await other.getByRole('button', { name: 'Save', exact: true }).click()
  const dialog = other.getByRole('dialog', { name: 'Two versions of this story' })
  await dialog.waitFor()
  for (const words of ['Мостът вече над', 'Nobody was badly hurt.']) expect(await dialog.innerText()).toContain(words)
  await dialog.getByRole('button', { name: 'Go on with what is written here' }).click()
  await expect.poll(async () => copyToText((await second.keptOf(id)).story.copy)).toContain('Nobody was badly hurt.')
  expect(await other.getByRole('textbox', { name: 'The other text' }).inputValue()).toContain('Мостът вече над')
  const texts = (await second.keptOf(id)).revisions.map(({ content }) => copyToText(content.copy))
  expect(texts).toContainEqual(expect.stringContaining('Мостът вече над'))
  expect(faults).toEqual([])
  await context.close()
})

test('the desk’s notes in the words outlive what the reporter writes around them', { timeout: 120_000 }, async () => {
  const { id } = await second.storyAt(inThreeScripts, claimed)
  const desk = await at('editorA', `/desk/stories/${id}/edit`)
  await tools(desk.page).waitFor()
  await desk.page.getByRole('radio', { name: 'Edit directly' }).click()
  await desk.page.locator('.edit-mode.direct').waitFor()
  await selectWords(box(desk.page), 'ribbon')
  const sic = tools(desk.page).getByRole('button', { name: 'Mark as [sic]' })
  await expect
    .poll(async () => {
      if ((await sic.getAttribute('aria-pressed')) !== 'true') await sic.click()
      return sic.getAttribute('aria-pressed')
    })
    .toBe('true')
  await desk.page.getByRole('button', { name: 'Save', exact: true }).click()
  await saved(desk.page).waitFor()
  const notes = async () => {
    const found = JSON.stringify((await second.keptOf(id)).story.copy).match(/\{"type":"editorNote"[^}]*\}\}/g)
    return found ?? []
  }
  await expect.poll(notes).toHaveLength(1)
  const before = await notes()
  await second.moved(id, [['editorA', 'requestChanges', { points: ['Say who was there.'] }]])

  const reporter = await at('reporterA', `/my/stories/${id}`)
  await reporter.page.getByRole('toolbar', { name: 'Formatting' }).waitFor()
  expect(await reporter.page.getByRole('toolbar', { name: 'Desk', exact: true }).count()).toBe(0)
  await typeAfter(reporter.page, 'cut the', ' red')
  await typeAfter(reporter.page, 'Nobody was hurt', ' at all')
  await expect
    .poll(async () => copyToText((await second.keptOf(id)).story.copy), { timeout: 40_000 })
    .toContain('Nobody was hurt at all.')
  expect(copyToText((await second.keptOf(id)).story.copy)).toContain('cut the red ribbon')
  expect(await notes()).toEqual(before)
  expect([...desk.faults, ...reporter.faults]).toEqual([])
  await Promise.all([desk.context.close(), reporter.context.close()])
})

test('words selected in the proof get a button, by keyboard too, and the comment hangs on exactly these words', async () => {
  const { id } = await second.storyAt(inThreeScripts, claimed)
  const { page, context, faults } = await at('editorA', `/desk/stories/${id}`)
  for (const [words, text] of [
    ['the ribbon', 'Which ribbon?'],
    ['فوق النهر', 'Which river?'],
  ] as const) {
    await page.locator('form[data-on-selection]').waitFor({ state: 'attached' })
    const button = page.getByRole('button', { name: 'Comment on this', exact: true })
    await expect
      .poll(async () => {
        await selectWords(page.locator('.proof .copy'), words)
        return button.count()
      })
      .toBe(1)
    await button.focus()
    await page.keyboard.press('Enter')
    const field = page.getByLabel('Comment', { exact: true })
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.locator('[data-quote]', { hasText: words }).waitFor()
    await page.keyboard.type(text)
    await page.getByRole('button', { name: 'Add the comment' }).click()
    const thread = page.locator('.thread', { hasText: text })
    await thread.waitFor()
    expect(await thread.locator('blockquote').innerText()).toContain(words)
    expect(await thread.locator('blockquote').innerText()).not.toContain('.')
  }
  expect(await overflowOf(page)).toEqual([])
  expect(faults).toEqual([])
  await context.close()
})

test('without script: the edit is a form, a comment hangs on a paragraph, and the reporter accepts and rejects', {
  timeout: 120_000,
}, async () => {
  const plain = { javaScriptEnabled: false, viewport: { width: 360, height: 800 } }
  const { id } = await second.storyAt(inThreeScripts, claimed)
  const { page: desk, context, faults } = await at('editorA', `/desk/stories/${id}/edit`, plain)
  expect(await overflowOf(desk)).toEqual([])
  await desk.getByRole('textbox', { name: 'Headline', exact: true }).fill('A new bridge over the Vit')
  const area = box(desk)
  await area.fill((await area.inputValue()).replace('النهر', 'الوادي').replace('коли', 'пешеходци'))
  await desk.getByRole('button', { name: 'Save', exact: true }).click()
  await saved(desk).waitFor()
  expect(await desk.locator('.desk-changes > li').count()).toBe(3)
  const comment = desk
    .locator('form[action^="/comments/"]')
    .filter({ has: desk.getByLabel('Paragraph', { exact: true }) })
  await desk.getByText('Comment on a paragraph').click()
  await comment.getByLabel('Paragraph', { exact: true }).selectOption({ index: 2 })
  await comment.getByLabel('Comment', { exact: true }).fill('Which valley?')
  await comment.getByRole('button', { name: 'Add the comment' }).click()
  await desk.getByText('Which valley?').waitFor()
  await desk.getByRole('button', { name: 'Done', exact: true }).click()
  await desk.waitForURL(new RegExp(`/desk/stories/${id}$`))
  await second.moved(id, [['editorA', 'sendForSignOff', { days: 3 }]])

  const { page: reporter, context: theirs, faults: more } = await at('reporterA', `/my/stories/${id}/status`, plain)
  await reporter.getByText('Which valley?').waitFor()
  const asked = reporter.locator('.change')
  expect(await asked.count()).toBe(3)
  for (const [n, answer] of (['Reject', 'Accept', 'Accept'] as const).entries()) {
    await asked.nth(n).getByRole('button', { name: answer, exact: true }).click()
    await reporter.getByText(`${n + 1} of 3 answered`).waitFor()
  }
  expect(await overflowOf(reporter)).toEqual([])
  await reporter.getByRole('button', { name: 'Send my answer', exact: true }).click()
  await reporter.getByRole('dialog').getByRole('button', { name: 'Send my answer', exact: true }).click()
  await reporter.waitForURL(/done=answerEdit/)
  const { story } = await second.keptOf(id)
  expect(story.headline).toBe('Bridge over the Vit')
  expect(copyToText(story.copy)).toMatch(/отворен за пешеходци[\s\S]*فوق الوادي/)
  expect([...faults, ...more]).toEqual([])
  await Promise.all([context.close(), theirs.close()])
})
