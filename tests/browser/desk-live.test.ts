// The queue and a story’s page while they are open: keys, a selection, what is new without a reload, who is here, a take-over.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, overflowOf, signInBy, visitor } from './browser.ts'
import { accountOf, type House, openHouse, signIn, storyIn } from './house.ts'

let house: House
let browser: Browser

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
})

afterAll(async () => {
  await browser?.close()
  expect(await house?.stop()).toBe(0)
})

async function at(account: string, path: string) {
  const { page, faults, context } = await visitor(browser, house)
  await signInBy(page, accountOf(house, account))
  await page.goto(path)
  return { page, faults, context }
}

const lines = (page: Page) => page.locator('.table.queue tbody tr')
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('tr')?.querySelector('.headline')?.id ?? '')

test('j and k go from story to story, x selects, / filters, ? shows the keys, o opens', async () => {
  const { page, faults } = await at('editorA', '/desk?tab=all')
  await page.getByRole('button', { name: 'Keyboard' }).waitFor()
  const ids = await page.locator('.table.queue .headline').evaluateAll((all) => all.map(({ id }) => id))
  await page.keyboard.press('j')
  await expect.poll(() => focused(page)).toBe(ids[0])
  await page.keyboard.press('j')
  await expect.poll(() => focused(page)).toBe(ids[1])
  await page.keyboard.press('k')
  await expect.poll(() => focused(page)).toBe(ids[0])
  await page.keyboard.press('x')
  await expect.poll(() => lines(page).first().getByRole('checkbox').isChecked()).toBe(true)
  const bar = page.getByRole('form', { name: 'Selected stories' })
  await bar.waitFor()
  await page.keyboard.press('x')
  await bar.waitFor({ state: 'hidden' })
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keyboard' })
  await keys.waitFor()
  await page.keyboard.press('Escape')
  await keys.waitFor({ state: 'hidden' })
  await page.keyboard.press('/')
  const field = page.getByRole('searchbox', { name: 'Words or number' })
  await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.type('jkxo')
  await expect.poll(() => field.inputValue()).toBe('jkxo')
  await lines(page).first().getByRole('link').focus()
  await page.keyboard.press('o')
  await page.waitForURL(/\/desk\/stories\//)
  expect(await overflowOf(page)).toEqual([])
  expect(faults).toEqual([])
})

test('what others do is said in one line; the list stays as it is until it is asked for', async () => {
  const story = storyIn(house, 'submitted')
  const { page, faults } = await at('admin', '/desk')
  await page.getByRole('button', { name: 'Keyboard' }).waitFor()
  const before = await lines(page).allTextContents()
  await order('editorA', story.id, { move: 'claim', version: story.version })
  const show = page.getByRole('link', { name: 'Show' })
  await show.waitFor()
  await page.getByText('1 moved').waitFor()
  expect(await lines(page).allTextContents()).toEqual(before)
  await expect.poll(() => page.locator('[data-tab=in_review]').textContent()).toBe('2')
  await page.keyboard.press('r')
  await expect.poll(() => lines(page).count()).toBe(before.length - 1)
  expect(faults).toEqual([])
})

test('a second editor sees who is here, and the holder learns of a take-over with the typed text kept', async () => {
  const story = storyIn(house, 'in_review')
  const path = `/desk/stories/${story.id}`
  const holder = await at('editorA', path)
  const note = holder.page.getByLabel('Message', { exact: true })
  await note.fill('Half a thought')
  const second = await at('admin', path)
  await second.page.getByText(`${accountOf(house, 'editorA').name} is reading`).waitFor()
  await holder.page.getByText(`${accountOf(house, 'admin').name} is reading`).waitFor()
  const queue = await second.context.newPage()
  await queue.goto('/desk?tab=in_review')
  const mark = queue.locator(`[data-here="${story.id}"]`)
  await expect.poll(() => mark.textContent()).toBe(`${accountOf(house, 'editorA').name} is reading`)

  await second.page.bringToFront()
  const version = await second.page.locator('[data-presence]').getAttribute('data-version')
  await order('admin', story.id, { move: 'release', version: Number(version), deskNote: 'I take it from here.' })
  await holder.page.bringToFront()
  await holder.page.getByText('You no longer hold this story. Your unsaved text is kept on this page.').waitFor()
  expect(await note.inputValue()).toBe('Half a thought')
  await holder.page.getByRole('link', { name: 'Show it as it is now' }).waitFor()

  await order('admin', story.id, { move: 'claim', version: Number(version) + 1 })
  await holder.page.getByText(`${accountOf(house, 'admin').name} has taken it over.`).waitFor()
  await holder.page.goto('/desk')
  await second.page.getByText('is reading').waitFor({ state: 'hidden' })
  expect([...holder.faults, ...second.faults]).toEqual([])
})

test('a filter keeps its name, and goes again', async () => {
  const { page, faults } = await at('editorA', '/desk?tab=all&text=nothing-like-it')
  await page.getByRole('heading', { name: 'No story fits' }).waitFor()
  await page.getByLabel('Name of this filter').fill('Never there')
  await page.getByRole('button', { name: 'Save the filter' }).click()
  await page.getByRole('link', { name: 'Never there' }).waitFor()
  await page.getByRole('main').getByRole('link', { name: 'Clear the filters' }).first().click()
  await page.getByRole('link', { name: 'Never there' }).click()
  await page.waitForURL(/text=nothing-like-it/)
  await page.getByRole('button', { name: 'Delete the filter “Never there”' }).click()
  await page.getByRole('link', { name: 'Never there' }).waitFor({ state: 'detached' })
  expect(faults).toEqual([])
})

test('without script several stories are declined together, or none, and the page says which one stood in the way', async () => {
  const { page, faults } = await visitor(browser, house, { javaScriptEnabled: false })
  await signInBy(page, accountOf(house, 'admin'))
  await page.goto('/desk?tab=all')
  const boxes = page.getByRole('checkbox', { name: 'Select this story' })
  const count = await boxes.count()
  expect(count).toBeGreaterThan(3)
  for (let i = 0; i < count; i++) await boxes.nth(i).check()
  const bar = page.getByRole('form', { name: 'Selected stories' })
  await bar.getByRole('button', { name: 'Claim', exact: true }).click()
  await page.getByText('Nothing was done with any of the selected stories').waitFor()
  await page.getByRole('alert').getByText('There is a problem').waitFor()
  await page.getByRole('button', { name: 'Do it without this story' }).waitFor()
  expect(faults).toEqual([])
})

test('a stream is for editors, limited, and ends with the house’s own headers', async () => {
  const ask = async (account: string, accept = 'text/event-stream') => {
    const stop = new AbortController()
    const cookie = account ? await signIn(house, accountOf(house, account)) : ''
    const answer = await fetch(`${house.url}/desk/events?tab=new&since=999999`, {
      headers: { cookie, accept },
      signal: stop.signal,
      redirect: 'manual',
    })
    return { answer, stop }
  }
  expect((await ask('reporterB')).answer.status).toBe(403)
  expect((await ask('')).answer.status).toBe(302)
  expect(await (await ask('editorA', 'application/json')).answer.json()).toMatchObject({ news: '', counts: {} })
  const open = await Promise.all(Array.from({ length: 6 }, () => ask('editorB')))
  for (const { answer } of open) {
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/event-stream')
    expect(answer.headers.get('content-encoding')).toBeNull()
    expect(answer.headers.get('cache-control')).toContain('no-store')
  }
  const reader = open[0]?.answer.body?.getReader()
  const { value } = (await reader?.read()) ?? {}
  expect(new TextDecoder().decode(value)).toMatch(/^data: \{"news":""/)
  expect((await ask('editorB')).answer.status).toBe(429)
  for (const { stop } of open) stop.abort()
  await expect
    .poll(
      async () => {
        const { answer, stop } = await ask('editorB')
        stop.abort()
        return answer.status
      },
      { timeout: 20_000 },
    )
    .toBe(200)
})

/** A move by somebody else, as a script orders it. */
async function order(account: string, story: string, what: Record<string, unknown>) {
  const cookie = await signIn(house, accountOf(house, account))
  const answer = await fetch(`${house.url}/moves/${story}`, {
    method: 'POST',
    headers: { cookie, origin: house.url, 'content-type': 'application/json' },
    body: JSON.stringify(what),
  })
  expect([answer.status, await answer.text()]).toEqual([200, expect.any(String)])
}
