// A reporter who reads Bulgarian: every screen and every title in it, no sentence of the English book, nothing too wide.
import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wordsFor } from '#app/words/words.ts'
import { openBrowser, overflowOf, signInBy, visitor } from './browser.ts'
import { accountOf, type House, letterTo, openHouse } from './house.ts'

const me = { name: 'Мария Петрова', email: 'maria@example.org', password: 'четири сиви бури минават' }
const words = wordsFor('bg')
const english = sentencesOf(wordsFor('en'))
/** The credit of a photo in the test outlet, which happens to be a text of ours too. */
const writtenByPeople = ['The reporter']
const pictures = process.env.PICTURES // a folder for pictures of the screens, for who wants to look at them

let house: House
let browser: Browser
let page: Page
let faults: string[] = []

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  const reporter = await visitor(browser, house, { locale: 'bg-BG' })
  page = reporter.page
  faults = reporter.faults
})

afterAll(async () => {
  await browser?.close()
  expect(await house?.stop()).toBe(0)
})

test('a browser that asks for Bulgarian gets the account’s pages in it, faults and their title too', async () => {
  await page.goto('/join')
  await expectBulgarian('join')
  await page.getByLabel(words.account.fields.name, { exact: true }).fill('М')
  await page.getByRole('button', { name: words.account.join.button, exact: true }).click()
  await page.getByText(words.errors.problem).waitFor()
  expect(await page.title()).toMatch(/^Грешка: /)
  await expectBulgarian('join with faults')
  for (const path of ['/sign-in', '/forgot-password', '/reset-password?token=x', '/confirm-email?token=x']) {
    await page.goto(path)
    await expectBulgarian(path)
  }
})

test('who joins in Bulgarian stays in it: the letter, and the pages behind the sign-in, whatever the browser asks', async () => {
  await page.goto('/join')
  await page.getByLabel(words.account.fields.name, { exact: true }).fill(me.name)
  await page.getByLabel(words.account.fields.email, { exact: true }).fill(me.email)
  await page.getByLabel(words.account.fields.password, { exact: true }).fill(me.password)
  await page.getByRole('button', { name: words.account.join.button, exact: true }).click()
  await page.getByText(words.account.checkEmail.lead).waitFor()
  await expectBulgarian('check the mail')
  const { text } = await letterTo(house, me.email, 'confirm-email')
  expect(text).toContain('Регистрирахте се като репортер.')
  await page.goto(/http:\S+\/confirm-email\?token=[\w-]+/.exec(text)?.[0] ?? '')
  await expectBulgarian('confirm')
  await page.getByRole('button', { name: words.account.confirm.button }).click()
  await page.getByText(words.account.done['confirmed-sign-in']).waitFor()
  // Another browser of theirs, which asks for English.
  const other = await visitor(browser, house, { locale: 'en-GB' })
  page = other.page
  faults = other.faults
  await signInBy(page, me)
  await page.waitForURL('/my/stories')
  await expectBulgarian('my stories')
  for (const path of [
    '/my/stories/new',
    '/account',
    '/account/security',
    '/account/letters',
    '/account/safety',
    '/my/notices',
  ]) {
    await page.goto(path)
    await expectBulgarian(path)
  }
})

test('the writing page wakes up in Bulgarian, and sends', async () => {
  await page.goto('/my/stories/new')
  await page.getByRole('main').getByRole('button', { name: words.contributor.start.button }).click()
  await page.waitForURL(/\/my\/stories\/[\w-]{8,}$/)
  await page.getByRole('toolbar', { name: words.contributor.toolbar.name }).waitFor()
  await expectBulgarian('writing')
  const { writing } = words.contributor
  await page.getByRole('textbox', { name: writing.headline, exact: true }).fill('Мостът над Тополница е отворен')
  await page.getByRole('textbox', { name: writing.story, exact: true }).click()
  await page.keyboard.type('Мостът беше затворен две години след наводнението. ')
  await page.getByLabel(writing.section, { exact: true }).selectOption({ index: 1 })
  await page.getByText(writing.saved, { exact: true }).first().waitFor()
  await expectBulgarian('writing, saved')
  await page.getByRole('button', { name: writing.send, exact: true }).click()
  await page.waitForURL(/\/status/)
  await expectBulgarian('status')
})

test('desk and admin in Bulgarian are as wide as their windows', async () => {
  const { context, page: desk } = await visitor(browser, house, { locale: 'bg-BG' })
  await signIn(desk, accountOf(house, 'admin'))
  await desk.goto('/account')
  await desk.locator('select[name=language]').selectOption('bg')
  await desk.locator('form[action="/account"] button[type=submit]').click()
  await desk.getByText(words.account.done.saved).waitFor()
  const stories = Object.values(house.seeded.stories)
  const sent = stories.find(({ state }) => state === 'submitted') ?? stories[0]
  for (const path of [
    '/desk',
    '/desk?tab=all',
    `/desk/stories/${sent?.id}`,
    '/admin',
    '/admin/contributors',
    '/admin/log',
  ]) {
    await desk.goto(path)
    expect(await desk.locator('html').getAttribute('lang'), path).toBe('bg')
    expect(await englishIn(desk), path).toEqual([])
    await expectToFit(desk, path)
  }
  await context.close()
  expect(faults).toEqual([])
})

async function signIn(somebody: Page, { email, password }: { email: string; password: string }) {
  await somebody.goto('/sign-in')
  await somebody.getByLabel(words.account.fields.email, { exact: true }).fill(email)
  await somebody.getByLabel(words.account.fields.password, { exact: true }).fill(password)
  await somebody.getByRole('button', { name: words.account.signIn.button, exact: true }).click()
}

async function expectBulgarian(what: string) {
  expect(await page.locator('html').getAttribute('lang'), what).toBe('bg')
  expect(await page.title(), what).toMatch(/\p{Script=Cyrillic}/u)
  expect(await englishIn(page), what).toEqual([])
  await expectToFit(page, what)
}

async function expectToFit(somebody: Page, what: string) {
  for (const width of [360, 1280]) {
    await somebody.setViewportSize({ width, height: 900 })
    // The page is measured once it is drawn at its new width.
    await somebody.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 50))))
    expect(await overflowOf(somebody), `${what} at ${width}`).toEqual([])
    if (!pictures) continue
    mkdirSync(pictures, { recursive: true })
    const name = what.replace(/\W+/g, '-').replace(/^-|-$/g, '')
    await somebody.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true })
  }
}

/** What stands on the page, in its title, in names and hints, that is a text of the English book. */
async function englishIn(somebody: Page): Promise<string[]> {
  const said = await somebody.evaluate(() => {
    const texts = [document.title.split(' – ')[0] ?? '']
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest('script, style, [lang]:not(html)')) texts.push(node.textContent ?? '')
    for (const element of document.querySelectorAll('*'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'data-placeholder', 'data-label'])
        if (!element.closest('[lang]:not(html)')) texts.push(element.getAttribute(name) ?? '')
    return texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean)
  })
  return [...new Set(said.filter((text) => english.has(text) && !writtenByPeople.includes(text)))]
}

function sentencesOf(book: unknown): Set<string> {
  const same = new Set(allTexts(words))
  return new Set(allTexts(book).filter((text) => /\p{L}{2}/u.test(text) && !same.has(text)))
}

function allTexts(book: unknown): string[] {
  if (typeof book === 'string') return [book.trim()]
  if (typeof book !== 'object' || book === null) return []
  return Object.values(book).flatMap(allTexts)
}
