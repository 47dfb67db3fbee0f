// A reader looks for a story: from the masthead of any page, with and without script.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, overflowOf, visitor } from './browser.ts'
import { type House, openHouse, storyIn } from './house.ts'

let house: House
let browser: Browser
beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
})

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
