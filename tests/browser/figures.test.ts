// The desk's figures on the built site without script: charts with the same numbers as tables, both directions, CSV.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, overflowOf, signInBy, visitor } from './browser.ts'
import { accountOf, type House, openHouse, signIn } from './house.ts'

let house: House
let browser: Browser
let page: Page
let faults: string[] = []

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  const visiting = await visitor(browser, house, { javaScriptEnabled: false, viewport: { width: 360, height: 800 } })
  page = visiting.page
  faults = visiting.faults
  await signInBy(page, accountOf(house, 'admin'))
})

afterAll(async () => {
  await browser?.close()
  expect(await house?.stop()).toBe(0)
})

test('the clock counts what happened; each chart has a name, a description and its numbers as a table', async () => {
  const charts = page.locator('svg.plot')
  await expect
    .poll(
      async () => {
        await page.goto('/desk/figures?period=month')
        return charts.count()
      },
      { timeout: 90_000, interval: 1000 },
    )
    .toBe(3)
  expect(await overflowOf(page)).toEqual([])
  for (const chart of await charts.all()) {
    expect(await chart.getAttribute('role')).toBe('img')
    const named = ((await chart.getAttribute('aria-labelledby')) ?? '').split(' ')
    for (const id of named) expect((await page.locator(`[id="${id}"]`).textContent())?.length).toBeGreaterThan(10)
    const figure = chart.locator('xpath=ancestor::figure')
    const cells = await figure.locator('tbody td').allTextContents()
    const numbers = cells.map(Number)
    expect(numbers.every((n) => Number.isInteger(n) && n >= 0)).toBe(true)
    // One rectangle a number that is not 0.
    expect(await chart.locator('g > rect').count()).toBe(numbers.filter((n) => n > 0).length)
  }
})

test('an editor’s page has every section and no colleague; an admin’s has everybody', async () => {
  const editor = await signIn(house, accountOf(house, 'editorA'))
  const admin = await signIn(house, accountOf(house, 'admin'))
  const csv = async (cookie: string) => {
    const answer = await fetch(`${house.url}/desk/figures.csv?period=year`, { headers: { cookie } })
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="figures-year-[\d-]+\.csv"$/)
    expect(answer.headers.get('cache-control')).toContain('no-store')
    return (await answer.text()).split('\r\n')
  }
  const kindsOf = (lines: string[], kind: string) => lines.filter((line) => line.startsWith(`${kind},`))
  const [mine, all] = [await csv(editor), await csv(admin)]
  expect(kindsOf(mine, 'week')).toHaveLength(52)
  expect(kindsOf(mine, 'section')).toEqual(kindsOf(all, 'section'))
  expect(kindsOf(mine, 'editor')).toHaveLength(1)
  expect(kindsOf(all, 'editor').length).toBeGreaterThan(1)
})

test('in Arabic time runs from right to left, the newest week at the left', async () => {
  // Four weeks: a bar fills 82 hundredths of its slot, a slot a quarter, the table says which weeks have one.
  const width = 25 * 0.82
  const placesOf = async () => {
    const figure = page.locator('figure').first()
    const weeks = (await figure.locator('tbody td').allTextContents()).map(Number)
    const bars = await figure.locator('svg.plot g > rect').all()
    const is = await Promise.all(bars.map(async (bar) => Number.parseFloat((await bar.getAttribute('x')) ?? '')))
    const fromLeft = weeks.flatMap((n, at) => (n > 0 ? [25 * at + (25 - width) / 2] : []))
    return { is, fromLeft }
  }
  await page.goto('/desk/figures?period=month')
  const english = await placesOf()
  expect(english.is.length).toBeGreaterThan(0)
  for (const [at, x] of english.is.entries()) expect(x).toBeCloseTo(english.fromLeft[at] ?? 0, 2)
  const { name } = accountOf(house, 'admin')
  const cookie = await signIn(house, accountOf(house, 'admin'))
  const changed = await fetch(`${house.url}/account`, {
    method: 'POST',
    headers: { cookie, origin: house.url },
    body: new URLSearchParams({ name, language: 'ar', about: '' }),
    redirect: 'manual',
  })
  expect(changed.status).toBe(303)
  await page.goto('/desk/figures?period=month')
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  expect(await overflowOf(page)).toEqual([])
  const arabic = await placesOf()
  expect(arabic.is.length).toBeGreaterThan(0)
  for (const [at, x] of arabic.is.entries()) expect(x).toBeCloseTo(100 - width - (arabic.fromLeft[at] ?? 0), 2)
  expect(faults).toEqual([])
})
