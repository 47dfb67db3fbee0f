// Letters, notices and safety mode with scripts switched off: chosen, read, veiled, and the mail that leaves or does not.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, overflowOf, signInBy, visitor } from './browser.ts'
import { accountOf, type House, lettersIn, letterTo, openHouse, signIn, storyIn } from './house.ts'

let house: House
let browser: Browser
let page: Page
let faults: string[] = []
const me = () => accountOf(house, 'reporterA')
const withoutScript = { javaScriptEnabled: false, viewport: { width: 360, height: 800 } }

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  const visiting = await visitor(browser, house, withoutScript)
  page = visiting.page
  faults = visiting.faults
  await signInBy(page, me())
})

afterAll(async () => {
  await browser?.close()
  expect(await house?.stop()).toBe(0)
})

test('choosing letters: what is off is not among the choices for a decision, and a choice is kept', async () => {
  await page.goto('/account')
  await page.getByRole('link', { name: 'Choose which letters you get' }).click()
  await page.waitForURL(/\/account\/letters$/)
  expect(await overflowOf(page)).toEqual([])
  const optionsOf = (label: string) => page.getByLabel(label, { exact: true }).locator('option').allInnerTexts()
  expect(await optionsOf('Your story has reached the desk')).toEqual(['Each one', 'Once a day', 'Off'])
  expect(await optionsOf('Your story is rejected')).toEqual(['Each one', 'Once a day'])
  expect(await page.getByLabel('A new story has come in', { exact: true }).count()).toBe(0)
  await page.getByLabel('A message on a story', { exact: true }).selectOption('Once a day')
  await page.getByLabel('Your story has reached the desk', { exact: true }).selectOption('Off')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.waitForURL(/done=saved/)
  expect(await page.getByLabel('A message on a story', { exact: true }).inputValue()).toBe('digest')
  expect(await page.getByLabel('Your story has reached the desk', { exact: true }).inputValue()).toBe('off')
})

test('a form that asks for what may not be is refused at its field', async () => {
  const cookie = await signIn(house, me())
  const send = (form: Record<string, string>) =>
    fetch(`${house.url}/account/letters`, {
      method: 'POST',
      headers: { origin: house.url, cookie, accept: 'text/html' },
      body: new URLSearchParams(form),
      redirect: 'manual',
    })
  for (const form of [
    { rejected: 'off' },
    { receipt: 'never' },
    { 'reset-password': 'off' },
    { constructor: 'each' },
  ] as Record<string, string>[]) {
    const answer = await send(form)
    expect([form, answer.status]).toEqual([form, 422])
    await answer.arrayBuffer()
  }
  const html = await (await send({ rejected: 'off' })).text()
  expect(html).toContain('There is a problem')
  expect(html).toContain('href="#field-rejected"')
})

test('a message of the desk that is to come once a day stands among the notices at once, and no mail leaves', async () => {
  await letterFromDesk('When was it?')
  await page.goto('/my/stories')
  const bell = page
    .getByRole('navigation', { name: 'Workspace' })
    .getByRole('link', { name: /^Notices \(\d+ unread\)$/ })
  const before = Number(/\d+/.exec((await bell.getAttribute('aria-label')) ?? '')?.[0])
  await bell.click()
  await page.waitForURL(/\/my\/notices$/)
  expect(await overflowOf(page)).toEqual([])
  const [newest] = await page.getByRole('main').getByRole('listitem').all()
  expect(await newest?.getByText('New', { exact: true }).count()).toBe(1)
  await newest?.getByRole('button', { name: /^A message about/ }).click()
  await page.waitForURL(/\/my\/stories\/[\w-]+\/status/)
  await page.goto('/my/notices')
  expect(await page.getByRole('main').getByRole('listitem').first().getByText('New', { exact: true }).count()).toBe(0)
  const after = before - 1
  if (after > 0) await page.getByRole('link', { name: new RegExp(`^Notices \\(${after} unread\\)$`) }).waitFor()
  expect(lettersIn(house).filter(({ kind, to }) => kind === 'message' && to.includes(me().email))).toEqual([])
})

test('all are marked as read', async () => {
  await letterFromDesk('And where?')
  await page.goto('/my/notices')
  await page.getByRole('button', { name: 'Mark all as read' }).click()
  await page.waitForURL(/done=all-seen/)
  expect(await page.getByRole('main').getByText('New', { exact: true }).count()).toBe(0)
  expect(await page.getByRole('link', { name: 'Notices', exact: true }).count()).toBe(1)
})

test('safety mode: pages and letters fall silent, other sessions end, the device is wiped', async () => {
  const elsewhere = await signIn(house, me())
  expect(await statusOf('/my/stories', elsewhere)).toBe(200)
  await page.goto('/account/letters')
  await page.getByLabel('A message on a story', { exact: true }).selectOption('Each one')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.waitForURL(/done=saved/)
  await page.goto('/account')
  await page.getByRole('link', { name: 'What it does, and the switch' }).click()
  expect(await overflowOf(page)).toEqual([])
  const posted = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await page.getByRole('button', { name: 'Turn safety mode on' }).click()
  expect((await (await posted).allHeaders())['clear-site-data']).toBe('"cache", "storage"')
  await page.waitForURL(/done=safety-on/)
  expect(await statusOf('/my/stories', elsewhere)).toBe(302)
  for (const path of [
    '/my/stories',
    '/my/notices',
    '/account',
    `/my/stories/${storyIn(house, 'draft').id}`,
    `/my/stories/${storyIn(house, 'submitted').id}/status`,
  ]) {
    await page.goto(path)
    expect([path, await page.title()]).toEqual([path, 'Page'])
  }
  await letterFromDesk('Qcanary?')
  const letter = await letterTo(house, me().email, 'message')
  expect(letter.subject).toBe('A message is waiting')
  expect(letter.text).toContain('There is news for you. Sign in to read it.')
  expect(letter.text).toContain('/sign-in?next=%2Fmy%2Fnotices')
  expect(letter.subject + letter.text).not.toContain(storyIn(house, 'in_review').canaries.headline)
})

test('the link of a veiled letter leads through signing in to the notices', async () => {
  const fresh = await visitor(browser, house, withoutScript)
  await fresh.page.goto('/sign-in?next=%2Fmy%2Fnotices')
  await fresh.page.getByLabel('E-mail', { exact: true }).fill(me().email)
  await fresh.page.getByLabel('Password', { exact: true }).fill(me().password)
  await fresh.page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
  await fresh.page.waitForURL(/\/my\/notices$/)
  await fresh.page
    .getByText(/^A message about/)
    .first()
    .waitFor()
  await fresh.context.close()
})

test('turning it off asks for the password', async () => {
  await page.goto('/account/safety')
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Turn safety mode off' }).click()
  await page.getByText('There is a problem').waitFor()
  await page.getByLabel('Password', { exact: true }).fill(me().password)
  await page.getByRole('button', { name: 'Turn safety mode off' }).click()
  await page.waitForURL(/done=safety-off/)
  expect(await page.title()).toMatch(/^Safety mode – /)
  await letterTo(house, me().email, 'safety-off')
  expect(faults).toEqual([])
  expect(house.log()).not.toMatch(/"level":(50|60)/)
})

async function letterFromDesk(text: string): Promise<void> {
  const cookie = await signIn(house, accountOf(house, 'editorA'))
  const answer = await fetch(`${house.url}/notes/${storyIn(house, 'in_review').id}`, {
    method: 'POST',
    headers: { origin: house.url, cookie, accept: 'text/html' },
    body: new URLSearchParams({ text, for: 'shared', next: '/desk' }),
    redirect: 'manual',
  })
  await answer.arrayBuffer()
  expect(answer.status).toBe(303)
}

async function statusOf(path: string, cookie: string): Promise<number> {
  const answer = await fetch(house.url + path, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' })
  await answer.arrayBuffer()
  return answer.status
}
