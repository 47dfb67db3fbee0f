// A reader looks for a story: from the masthead of any page, with and without script.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenDatabase } from '#db/client.ts'
import { LOOKED_AT } from '#db/search-newest.ts'
import { copyStories } from '../newsroom/press/copied-stories.ts'
import { openBrowser, overflowOf, visitor } from './browser.ts'
import { type House, openHouse, storyIn } from './house.ts'

let house: House
let browser: Browser
beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(withManyStories), openBrowser()])
})

// More than one page of results has, and more than are looked at in one go: two words that never meet but in the oldest.
const MANY = LOOKED_AT * 2 + 60
const withManyStories = ({ db }: OpenDatabase) =>
  copyStories(
    db,
    MANY,
    (one) => ({
      headline: `Report ${one}`,
      standfirst: '',
      text:
        one === 1
          ? 'harbour council lighthouse'
          : `${one % 2 ? 'harbour' : 'council'}${one <= 25 ? ' lighthouse' : ''}`,
    }),
    new Date(Date.now() - 3_600_000),
  )

afterAll(async () => {
  await browser?.close()
  expect(await house?.stop()).toBe(0)
})

test.each([
  { name: 'with script', javaScriptEnabled: true, viewport: { width: 1280, height: 900 } },
  { name: 'without script, on a phone', javaScriptEnabled: false, viewport: { width: 360, height: 800 } },
])('$name: words into the masthead, the found words marked, filters, nothing found, a way on', async (options) => {
  const { javaScriptEnabled, viewport } = options
  const { page, context, faults } = await visitor(browser, house, { javaScriptEnabled, viewport })
  const { slug } = storyIn(house, 'published')
  await page.goto(`/stories/${slug}`)
  const headline = (await page.getByRole('heading', { level: 1 }).innerText()).trim()
  const [word = ''] = headline.match(/\p{L}{5,}/u) ?? []

  await page.getByRole('searchbox', { name: 'Search the paper' }).fill(word.toUpperCase())
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/search\?q=/)
  await page.getByText('One story', { exact: true }).waitFor()
  const found = page.getByRole('article').getByRole('link', { name: headline })
  await found.waitFor()
  expect(await found.locator('mark').first().innerText()).toBe(word)
  const field = page.getByRole('searchbox', { name: 'Words' })
  expect(await field.inputValue()).toBe(word.toUpperCase())
  expect(await overflowOf(page)).toEqual([])

  await page.getByText('Section, topic, place and date').click()
  await page.getByLabel('Up to', { exact: true }).fill('2001-01-01')
  await page.getByRole('main').getByRole('button', { name: 'Search', exact: true }).click()
  await page.getByText('No published story has all of this.').waitFor()
  expect(new URL(page.url()).searchParams.get('to')).toBe('2001-01-01')
  expect(await page.getByLabel('Up to', { exact: true }).inputValue()).toBe('2001-01-01')
  expect(await overflowOf(page)).toEqual([])
  // Where nothing was found the paper is offered instead.
  for (const name of ['Topics', 'Sections', 'Latest'])
    expect([name, await page.getByRole('main').getByRole('heading', { name, exact: true }).count()]).toEqual([name, 1])

  await page.getByLabel('Up to', { exact: true }).fill('')
  await page.getByLabel('Order').selectOption('Newest first')
  await field.fill(`"${headline}"`)
  await field.press('Enter')
  await found.click()
  await page.waitForURL(`**/stories/${slug}`)

  await page.goto('/search?q=!!!')
  await page.getByText('There is no word in this that can be looked for.').waitFor()
  expect(await page.getByText('No published story').count()).toBe(0)
  expect(faults).toEqual([])
  await context.close()
})

test('more than a page: the next one goes on where this ended, and a way leads back', async () => {
  const { page, context, faults } = await visitor(browser, house, {
    javaScriptEnabled: false,
    viewport: { width: 360, height: 800 },
  })
  await page.goto('/search?q=lighthouse&order=newest')
  await page.getByText('25 stories', { exact: true }).waitFor()
  const headlines = () => page.locator('.rows').getByRole('heading').allInnerTexts()
  const first = await headlines()
  expect(first).toEqual(Array.from({ length: 20 }, (_, at) => `Report ${25 - at}`))
  await page.getByRole('link', { name: 'More stories' }).click()
  await page.waitForURL(/after=/)
  expect(await headlines()).toEqual(Array.from({ length: 5 }, (_, at) => `Report ${5 - at}`))
  expect(await page.getByRole('link', { name: 'More stories' }).count()).toBe(0)
  expect(await overflowOf(page)).toEqual([])
  await page.getByRole('link', { name: 'Back to the first' }).click()
  await page.getByText('25 stories', { exact: true }).waitFor()
  expect(await headlines()).toEqual(first)
  expect(faults).toEqual([])
  await context.close()
})

test('words that very many stories have: the page says that the older ones were not looked at, and goes on in them', async () => {
  const { page, context, faults } = await visitor(browser, house, { javaScriptEnabled: false })
  await page.goto('/search?q=harbour+council')
  const found = page.locator('.rows').getByRole('article') // the latest stories are offered beside nothing found
  const said = page.getByText('Only the newest of them were looked at, older ones were not.')
  await said.waitFor()
  expect(await found.count()).toBe(0)
  for (let pages = 0; pages < 5 && (await found.count()) === 0; pages++)
    await page.getByRole('link', { name: 'Look in older stories' }).click()
  expect(await found.getByRole('heading').allInnerTexts()).toEqual(['Report 1'])
  expect(await said.count()).toBe(0)
  expect(faults).toEqual([])
  await context.close()
})

test('half a letter, as old programs send it, is answered in words', async () => {
  for (const typed of ['%ED%A0%80', '100%', '%ff'])
    for (const path of [`/search?q=${typed}`, `/?after=${typed}`, `/nowhere?x=${typed}`]) {
      const answer = await fetch(house.url + path)
      expect([path, answer.status]).toEqual([path, path.startsWith('/nowhere') ? 404 : 200])
      expect(await answer.text()).toContain('<main')
    }
  const { page, context } = await visitor(browser, house)
  await page.goto('/search?q=%ED%A0%80')
  await page.getByText('There is no word in this that can be looked for.').waitFor()
  await context.close()
})
