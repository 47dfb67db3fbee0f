// The same way with scripts switched off: everything a story needs works with plain forms.
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, overflowOf, signInBy, visitor } from './browser.ts'
import { accountOf, type House, letterTo, openHouse } from './house.ts'
import { expectBarePictures, photoWithPlace, pictureAddresses } from './sample-photo.ts'

const me = { name: 'Reporter without script', email: 'plain-reporter@example.org', password: 'four grey storms pass' }
const headline = 'The mill by the river turns again'
const text = [
  'The mill by the river was started on Monday by three neighbours.',
  '## How it went',
  '- The wheel was mended\n- The water was let in',
  '> We had nothing but time.',
].join('\n\n')

let house: House
let browser: Browser
let reporter: Page
let editor: Page
let faults: string[] = []
let address = ''
const withoutScript = { javaScriptEnabled: false, viewport: { width: 360, height: 800 } }

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  const [one, two] = [await visitor(browser, house, withoutScript), await visitor(browser, house, withoutScript)]
  reporter = one.page
  editor = two.page
  faults = one.faults
})

afterAll(async () => {
  await browser?.close()
  expect(await house?.stop()).toBe(0)
})

test('joining, confirming and signing in', async () => {
  await reporter.goto('/join')
  await reporter.getByLabel('Name', { exact: true }).fill(me.name)
  await reporter.getByLabel('E-mail', { exact: true }).fill(me.email)
  await reporter.getByLabel('Password', { exact: true }).fill('short')
  await reporter.getByRole('button', { name: 'Join', exact: true }).click()
  expect(await reporter.title()).toMatch(/^Error: /)
  await reporter.getByText('There is a problem').waitFor()
  expect(await reporter.getByLabel('Name', { exact: true }).inputValue()).toBe(me.name)
  await reporter.getByLabel('Password', { exact: true }).fill(me.password)
  await reporter.getByRole('button', { name: 'Join', exact: true }).click()
  const { text: letter } = await letterTo(house, me.email, 'confirm-email')
  await reporter.goto(/http:\S+\/confirm-email\?token=[\w-]+/.exec(letter)?.[0] ?? '')
  await reporter.getByRole('button', { name: 'Confirm my e-mail' }).click()
  await signInBy(reporter, me)
})

test('writing in a plain form, a photo by a file field, sending', async () => {
  await reporter.goto('/my/stories')
  await reporter.getByRole('main').getByRole('button', { name: 'Write a story' }).click()
  await reporter.waitForURL(/\/my\/stories\/[\w-]+$/)
  await reporter.getByRole('textbox', { name: 'Headline', exact: true }).fill(headline)
  await reporter.getByRole('textbox', { name: 'Standfirst', exact: true }).fill('Three neighbours mended it.')
  await reporter.getByLabel('Place', { exact: true }).fill('Koprivshtitsa')
  await reporter.getByLabel('Date', { exact: true }).fill('2026-11-23')
  await reporter.getByLabel('Section', { exact: true }).selectOption({ index: 1 })
  await reporter.getByRole('textbox', { name: 'Story', exact: true }).fill(text)
  await reporter.getByRole('button', { name: 'Save', exact: true }).click()
  await reporter.waitForURL(/done=saved/)

  const photo = reporter.locator('details', { has: reporter.getByText('Add a photo', { exact: true }) }).last()
  await photo.locator('summary').click()
  await photo.locator('input[type=file]').setInputFiles(await photoWithPlace())
  await photo.getByLabel('Caption', { exact: true }).fill('The mill on Monday')
  await photo.getByLabel('Credit', { exact: true }).fill('A neighbour')
  await photo.getByLabel('Description for people who cannot see it', { exact: true }).fill('A water mill')
  await photo.getByLabel('I took this photo or may publish it', { exact: true }).check()
  await photo.getByRole('button', { name: 'Add the photo' }).click()
  await reporter.waitForURL(/done=photo/)
  expect(await reporter.getByRole('textbox', { name: 'Story', exact: true }).inputValue()).toContain('three neighbours')
  expect(await overflowOf(reporter)).toEqual([])

  await reporter.getByRole('button', { name: 'Send to the desk' }).click()
  await reporter.waitForURL(/\/status\?done=submit/)
  expect(await overflowOf(reporter)).toEqual([])
})

test('claiming, approving and publishing', async () => {
  await signInBy(editor, accountOf(house, 'editorB'))
  await editor.goto('/desk')
  expect(await overflowOf(editor)).toEqual([])
  await editor.getByRole('row').filter({ hasText: headline }).getByRole('button', { name: 'Claim' }).click()
  await editor.waitForURL(/done=claim/)
  await editor.getByRole('link', { name: 'Open it' }).click()
  await editor.waitForURL(/\/desk\/stories\//)
  expect(await overflowOf(editor)).toEqual([])
  for (const [name, done] of [
    ['Approve', 'approve'],
    ['Publish now', 'publish'],
  ] as const) {
    const dialog = await order(editor, name)
    await dialog.getByRole('button', { name }).click()
    await editor.waitForURL(new RegExp(`done=${done}`))
  }
  address = (await editor.getByRole('link', { name: 'See it on the site' }).getAttribute('href')) ?? ''
  await letterTo(house, me.email, 'published', headline)
})

test('reading', async () => {
  await reporter.goto(address)
  const article = reporter.getByRole('article').first()
  expect(await article.getByRole('heading', { level: 1 }).innerText()).toBe(headline)
  expect(await article.innerText()).toContain('started on Monday by three neighbours.')
  expect(await article.getByRole('heading', { level: 2, name: 'How it went' }).count()).toBe(1)
  expect(
    await article
      .locator('ul > li')
      .filter({ hasText: /wheel|water/ })
      .count(),
  ).toBe(2)
  expect(await article.locator('blockquote').innerText()).toContain('nothing but time')
  expect(await article.locator('figcaption').filter({ hasText: 'The mill on Monday' }).innerText()).toContain(
    'A neighbour',
  )
  await expectBarePictures(house, pictureAddresses(await reporter.content()))
  expect(faults).toEqual([])
  expect(house.log()).not.toMatch(/"level":(50|60)/)
})

async function order(page: Page, name: string): Promise<Locator> {
  await page.getByRole('main').getByRole('button', { name, exact: true }).click()
  const dialog = page.getByRole('dialog', { name })
  await dialog.waitFor()
  return dialog
}
