// Where is my story, without script: the edit is answered by keyboard, both sides read the same; points, versions, requests.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, overflowOf, signInBy, visitor } from './browser.ts'
import { accountOf, type House, letterTo, openHouse, storyIn } from './house.ts'

const plain = { javaScriptEnabled: false, viewport: { width: 360, height: 800 } }

let house: House
let browser: Browser
let reporter: Page
let editor: Page
let faults: string[] = []

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  const [one, two] = [await visitor(browser, house, plain), await visitor(browser, house, plain)]
  ;[reporter, editor, faults] = [one.page, two.page, one.faults]
  await signInBy(reporter, accountOf(house, 'reporterA'))
  await signInBy(editor, accountOf(house, 'editorA'))
})

afterAll(async () => {
  expect(faults).toEqual([])
  await browser?.close()
  expect(await house?.stop()).toBe(0)
})

const status = (state: string) => `/my/stories/${storyIn(house, state).id}/status`

/** Goes on by Tab until the button with this name has the focus, and presses it. */
async function pressByKeyboard(page: Page, name: string): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => document.activeElement?.textContent)
    if (focused !== name) continue
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
    return
  }
  throw new Error(`no button ${name} was reached by Tab`)
}

test('five changes in three scripts: three are accepted and two rejected by keyboard, and both read the same', async () => {
  const story = storyIn(house, 'awaiting_sign_off')
  await reporter.goto(status('awaiting_sign_off'))
  const changes = reporter.locator('.change')
  expect(await changes.count()).toBe(5)
  expect(await changes.locator('ins').allInnerTexts()).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/пешеходци/),
      expect.stringMatching(/أمس/),
      expect.stringMatching(/a bench/),
    ]),
  )

  // Headline yes, ribbon no, Cyrillic yes, Arabic no, list yes. After each answer the next change is where Tab goes on.
  await reporter.goto(`${status('awaiting_sign_off')}#suggestions`)
  for (const answer of ['Accept', 'Reject', 'Accept', 'Reject', 'Accept']) await pressByKeyboard(reporter, answer)
  await reporter.getByText('5 of 5 answered').waitFor()
  expect(await reporter.locator('.change .answer-mark').allInnerTexts()).toEqual(
    ['Accepted', 'Rejected', 'Accepted', 'Rejected', 'Accepted'].map((said) => expect.stringMatching(said)),
  )
  expect(await reporter.getByRole('button', { name: 'Agree', exact: true }).count()).toBe(0)
  expect(await overflowOf(reporter)).toEqual([])

  await reporter.getByRole('button', { name: 'Send my answer', exact: true }).click()
  await reporter.getByRole('dialog').getByRole('button', { name: 'Send my answer', exact: true }).click()
  await reporter.waitForURL(/done=answerEdit/)

  await editor.goto(`/desk/stories/${story.id}`)
  const proof = await editor.locator('.proof').innerText()
  await reporter.goto(`/my/stories/${story.id}/compare`)
  // The version beside itself: its plain words, without what went and came.
  const newest = await reporter.getByLabel('Later version').inputValue()
  await reporter.goto(`/my/stories/${story.id}/compare?from=${newest}&to=${newest}`)
  for (const details of await reporter.locator('.same-lines').all()) await details.locator('summary').click()
  const mine = await reporter.locator('.compared').innerText()
  for (const words of ['at nine in the morning.', 'отворен за пешеходци.', 'فوق النهر اليوم.', 'a bench']) {
    expect(proof).toContain(words)
    expect(mine.replace(/\s+/g, ' ')).toContain(words)
  }
  expect(proof).not.toContain('أمس')
  expect(await editor.getByRole('heading', { level: 1 }).innerText()).toMatch(/^The bridge over the river/)
  const letter = await letterTo(house, accountOf(house, 'editorA').email, 'edit-answered')
  expect(letter.text).toContain('✗')
})

test('ticks and answers are saved without sending; what is open is named when the story is sent, and one form sends all', async () => {
  await reporter.goto(status('changes_requested'))
  await reporter.getByText('0 of 1 done').waitFor()
  const points = reporter.locator('.asked-points')
  await points.getByRole('checkbox', { name: 'Done', exact: true }).check()
  await points.getByRole('button', { name: 'Save without sending' }).click()
  await reporter.getByText('1 of 1 done').waitFor()
  await points.getByRole('checkbox', { name: 'Done', exact: true }).uncheck()
  await points.getByRole('button', { name: 'Send again', exact: true }).click()

  // Refused, with the point named; its link leads to the answer.
  await reporter.getByRole('link', { name: 'Point 1 is open: tick it or answer it.' }).click()
  const answer = reporter.getByRole('textbox', { name: 'Answer', exact: true })
  expect(await answer.getAttribute('id')).toBe(new URL(reporter.url()).hash.slice(1))
  expect(await reporter.title()).toMatch(/^Error:/)
  expect(await overflowOf(reporter)).toEqual([])
  await answer.fill('The mayor told me.')
  await reporter.getByRole('button', { name: 'Send again', exact: true }).click()
  await reporter.waitForURL(/done=resubmit/)
  await reporter.getByText('The mayor told me.').waitFor()
})

test('a correction is asked for and answered; an empty request comes back with what is wrong', async () => {
  await reporter.goto(status('published'))
  await reporter.getByRole('link', { name: 'Ask for a correction' }).click()
  await reporter.getByRole('button', { name: 'Send it to the desk' }).click()
  await reporter.getByText('There is a problem').waitFor()
  await reporter.getByLabel('What is wrong, and what is right').fill('It was Wednesday.')
  await reporter.getByRole('button', { name: 'Send it to the desk' }).click()
  await reporter.waitForURL(/done=asked/)
  expect(await reporter.getByRole('link', { name: 'Ask for a correction' }).count()).toBe(0)
  expect(await reporter.getByRole('link', { name: 'Ask for a takedown' }).count()).toBe(1)

  await editor.goto(`/desk/stories/${storyIn(house, 'published').id}`)
  await editor.getByRole('link', { name: 'Read it and answer' }).click()
  await editor.locator('details.answer summary').click()
  await editor.getByRole('main').getByRole('button', { name: 'Done', exact: true }).click()
  await editor.getByText('There is a problem').waitFor()
  await editor.getByLabel('Answer to the reporter').fill('Thank you, it is right now.')
  await editor.getByRole('main').getByRole('button', { name: 'Done', exact: true }).click()
  await editor.getByText('Nobody asks for anything').waitFor()
  const letter = await letterTo(house, accountOf(house, 'reporterA').email, 'ticket-answered')
  expect(letter.text).toContain('Thank you, it is right now.')
  await reporter.goto(status('published'))
  await reporter.getByText('Thank you, it is right now.').waitFor()
})

test('an own version is looked at and taken back into the draft', async () => {
  await reporter.goto(status('declined'))
  await reporter.getByRole('button', { name: 'Work on it again', exact: true }).click()
  await reporter.getByRole('dialog').getByRole('button', { name: 'Work on it again', exact: true }).click()
  await reporter.waitForURL(/done=revise/)
  await reporter.getByRole('link', { name: 'Compare versions' }).click()
  await reporter.getByLabel('Earlier version').selectOption({ index: 1 })
  await reporter.getByLabel('Later version').selectOption({ index: 0 })
  await reporter.getByRole('button', { name: 'Compare', exact: true }).click()
  await reporter.getByText('These two versions are the same.').waitFor()
  expect(await overflowOf(reporter)).toEqual([])
  await reporter.getByRole('button', { name: 'Take the earlier version back' }).click()
  await reporter.waitForURL(/done=restored/)
})
