// After publication, without script: a reader reports an error, the desk corrects it, readers see what changed.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, overflowOf, signInBy, visitor } from './browser.ts'
import { accountOf, type House, lettersIn, letterTo, openHouse, type SeededStory, storyIn } from './house.ts'

const reader = 'careful.reader@example.org'
const wrong = 'The third paragraph has the wrong day: it was a Monday.'
const note = 'An earlier edition named the wrong day. It was a Monday.'
const secret = 'She was threatened.'
const corrected = 'It happened on a Monday, as the reader said.'

let house: House
let browser: Browser
let street: Page
let editor: Page
let admin: Page
let story: SeededStory
const faults: string[][] = []

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  story = storyIn(house, 'published')
  const plain = { javaScriptEnabled: false, viewport: { width: 360, height: 800 } }
  const visitors = [await visitor(browser, house, plain), await visitor(browser, house, plain)]
  const chief = await visitor(browser, house, plain)
  for (const one of [...visitors, chief]) faults.push(one.faults)
  street = visitors[0]?.page as Page
  editor = visitors[1]?.page as Page
  admin = chief.page
  await signInBy(editor, accountOf(house, 'editorA'))
  await signInBy(admin, accountOf(house, 'admin'))
})

afterAll(async () => {
  await browser?.close()
  expect(await house?.stop()).toBe(0)
})

test('a reader reports an error from the story’s page; what was typed stays when something is missing', async () => {
  await street.goto(`/stories/${story.slug}`)
  await street.getByRole('link', { name: 'Report an error' }).click()
  await street.waitForURL(/\/report$/)
  await street.getByLabel('E-mail (optional)', { exact: true }).fill(reader)
  await street.getByRole('button', { name: 'Send it to the desk' }).click()
  await street.getByText('There is a problem').waitFor()
  expect(await street.getByLabel('E-mail (optional)', { exact: true }).inputValue()).toBe(reader)
  await street.getByLabel('What is wrong', { exact: true }).fill(wrong)
  await street.getByRole('button', { name: 'Send it to the desk' }).click()
  await street.getByText('Your report is with the desk').waitFor()
  expect(await overflowOf(street)).toEqual([])
  expect(await street.context().cookies()).toEqual([])
  const receipt = await letterTo(house, reader, 'report-receipt')
  expect(receipt.text).not.toContain(wrong)
})

test('a machine that fills in what nobody sees is thanked and not heard', async () => {
  const body = new URLSearchParams({ kind: 'error', text: 'Buy now', email: 'machine@example.org', website: 'x' })
  const answer = await fetch(`${house.url}/stories/${story.slug}/report`, {
    method: 'POST',
    headers: { origin: house.url },
    body,
    redirect: 'manual',
  })
  expect([answer.status, answer.headers.get('set-cookie')]).toEqual([303, null])
  await editor.goto('/desk/corrections')
  expect(await editor.getByRole('main').innerText()).not.toContain('Buy now')
})

test('an editor begins the correction from the report and writes it; readers still have the old words', async () => {
  const ticket = editor.getByRole('listitem').filter({ hasText: wrong })
  await ticket.getByRole('link', { name: 'Begin a correction' }).click()
  await editor.getByRole('button', { name: 'Begin the next edition' }).click()
  await editor.getByText('Begun with the words that readers have.').waitFor()
  expect(await editor.getByRole('checkbox', { name: new RegExp(wrong.slice(0, 30)) }).isChecked()).toBe(true)
  const text = editor.getByLabel('Story', { exact: true })
  await text.fill(`${await text.inputValue()}\n\n${corrected}`)
  await editor.getByLabel('Public note', { exact: true }).fill(note)
  await editor.getByRole('button', { name: 'Save the next edition' }).click()
  await editor.getByText('Saved. Readers still have the old words.').waitFor()
  expect(await editor.getByRole('insertion').first().innerText()).toContain(corrected)
  expect(await overflowOf(editor)).toEqual([])
  await street.goto(`/stories/${story.slug}`)
  expect(await street.getByRole('main').innerText()).not.toContain(corrected)
})

test('another approves it, and it is published as the next edition', async () => {
  await admin.goto('/desk/corrections')
  await admin
    .getByRole('link', { name: /Being written|./ })
    .first()
    .waitFor()
  await admin.goto(`/desk/stories/${story.id}/next`)
  await admin.getByRole('button', { name: 'Approve these words' }).click()
  await admin.getByText('Your approval is kept.').waitFor()
  await admin.getByRole('button', { name: 'Publish the correction' }).click()
  await admin.waitForURL(/done=correct/)
  await street.goto(`/stories/${story.slug}`)
  const page = await street.getByRole('main').innerText()
  expect(page).toContain(corrected)
  expect(page).toContain(note)
  await letterTo(house, reader, 'error-corrected', note)
  await letterTo(house, accountOf(house, 'reporterA').email, 'corrected')
  expect(lettersIn(house).filter(({ to }) => to.includes('machine@example.org'))).toEqual([])
})

test('the editions are compared for readers, and the note stands among the corrections', async () => {
  await street.getByRole('link', { name: 'Compare the editions' }).click()
  await street.waitForURL(/\/changes$/)
  expect(await street.getByRole('insertion').allInnerTexts()).toEqual([expect.stringContaining(corrected)])
  expect(await overflowOf(street)).toEqual([])
  await street.getByRole('link', { name: 'Corrections' }).click()
  await street.getByRole('heading', { level: 1, name: 'Corrections' }).waitFor()
  expect(await street.getByRole('main').innerText()).toContain(note)
  expect(await overflowOf(street)).toEqual([])
})

test('words that endanger somebody are taken out: no page and no feed shows them, the history says that some went', async () => {
  await editor.goto(`/desk/stories/${story.id}/next`)
  await editor.getByRole('button', { name: 'Begin the next edition' }).click()
  const text = editor.getByLabel('Story', { exact: true })
  await text.fill((await text.inputValue()).replace(corrected, ''))
  await editor.getByLabel('Public note', { exact: true }).fill('We took a sentence out.')
  await editor.getByRole('checkbox', { name: 'Do not show the old words to readers' }).check()
  await editor.getByRole('button', { name: 'Save the next edition' }).click()
  // Without a reason it is not kept, and nothing that was typed is lost.
  await editor.getByRole('link', { name: 'Say why the old words are not shown.' }).waitFor()
  expect(await editor.getByRole('checkbox', { name: 'Do not show the old words to readers' }).isChecked()).toBe(true)
  await editor.getByLabel('Why they are not shown', { exact: true }).first().fill(secret)
  await editor.getByRole('button', { name: 'Save the next edition' }).click()
  await editor.getByText('Saved. Readers still have the old words.').waitFor()
  await admin.goto(`/desk/stories/${story.id}/next`)
  await admin.getByRole('button', { name: 'Approve these words' }).click()
  await admin.getByText('Your approval is kept.').waitFor()
  await admin.getByRole('button', { name: 'Publish the correction' }).click()
  await admin.waitForURL(/done=correct/)

  await street.goto(`/stories/${story.slug}/changes`)
  await street.getByText('Words were taken out here.').waitFor()
  expect(await overflowOf(street)).toEqual([])
  const own = ['', '/changes', '/report', '/data.json'].map((part) => `/stories/${story.slug}${part}`)
  const wire = ['/feed.xml', '/atom.xml', '/feed.json', '/corrections/feed.xml', '/sitemap.xml', '/news-sitemap.xml']
  const parts = ['/sitemaps/pages.xml', '/sitemaps/stories-1.xml', `/search?q=${encodeURIComponent(corrected)}`]
  const data = `/stories/${story.slug}/changes?_data=routes/reader/changes`
  for (const path of ['/', '/corrections', data, ...own, ...wire, ...parts]) {
    const answer = await (await fetch(house.url + path)).text()
    for (const gone of [corrected, secret]) {
      // A search says again what was asked.
      const said = path.startsWith('/search') ? answer.replaceAll(corrected, '') : answer
      expect([path, said.includes(gone)]).toEqual([path, false])
    }
  }
})

test('taken down, the address answers 410 with the notice, and so does its history; nothing lists it', async () => {
  await admin.goto(`/desk/stories/${story.id}`)
  await admin.getByRole('main').getByRole('button', { name: 'Retract', exact: true }).click()
  const dialog = admin.getByRole('dialog', { name: 'Retract' })
  await dialog.locator('[name=note]').fill('We no longer stand behind this story.')
  await dialog.locator('[name=safety]').check()
  await dialog.locator('[name=deskNote]').fill('The reporter may be found by it.')
  await dialog.getByRole('button', { name: 'Retract', exact: true }).click()
  await admin.waitForURL(/done=retract/)
  for (const path of ['', '/changes', '/report']) {
    const answer = await street.goto(`/stories/${story.slug}${path}`)
    expect([path, answer?.status()]).toEqual([path, 410])
    const page = await street.getByRole('main').innerText()
    expect(page).toContain('We no longer stand behind this story.')
    expect(page).not.toContain(corrected)
  }
  for (const path of ['/', '/feed.xml', '/sitemap.xml']) {
    const answer = await fetch(house.url + path)
    expect([path, (await answer.text()).includes(`/stories/${story.slug}`)]).toEqual([path, false])
  }
  expect(faults.flat()).toEqual([])
})
