// The newsletter without script: join, the letter's link, confirm, choose again, leave; and the one press of a mail program.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, overflowOf, visitor } from './browser.ts'
import { type House, lettersIn, letterTo, openHouse } from './house.ts'

const reader = 'morning.reader@example.org'

let house: House
let browser: Browser
let street: Page
let faults: string[] = []

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  const visit = await visitor(browser, house, { javaScriptEnabled: false, viewport: { width: 360, height: 800 } })
  ;({ page: street, faults } = visit)
})

afterAll(async () => {
  await browser?.close()
  expect(await house?.stop()).toBe(0)
})

const linkIn = (text: string) => /\/newsletter\/\w+\?token=[\w.-]+/.exec(text.replace(/=\r?\n/g, ''))?.[0] ?? ''

/** What a mail program's server sends: no Origin, no cookie. */
const oneClick = (path: string, headers: Record<string, string> = {}, body = 'List-Unsubscribe=One-Click') =>
  fetch(house.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body,
    redirect: 'manual',
  })

async function ask(email: string): Promise<void> {
  await street.goto('/newsletter')
  await street.getByLabel('E-mail', { exact: true }).fill(email)
  await street.getByRole('button', { name: 'Get the newsletter' }).click()
  await street.waitForURL(/\?done=sent$/)
}

test('a reader asks from the paper’s foot; what was typed stays when something is missing', async () => {
  await street.goto('/')
  await street.getByRole('contentinfo').getByRole('link', { name: 'Newsletter' }).click()
  await street.waitForURL(/\/newsletter$/)
  await street.getByLabel('E-mail', { exact: true }).fill(reader)
  await street.getByLabel(/^Only topics I choose/).check()
  await street.getByRole('button', { name: 'Get the newsletter' }).click()
  await street.getByText('There is a problem').waitFor()
  expect(await street.getByLabel('E-mail', { exact: true }).inputValue()).toBe(reader)
  expect(await street.getByLabel(/^Only topics I choose/).isChecked()).toBe(true)
  expect(await overflowOf(street)).toEqual([])
  await street.getByLabel('Once a week').check()
  await street.getByRole('button', { name: 'Get the newsletter' }).click()
  await street.getByRole('heading', { name: 'Look into your mail' }).waitFor()
  expect(await street.context().cookies()).toEqual([])
})

test('looking at the letter’s link begins nothing, the button does; the link works once', async () => {
  const link = linkIn((await letterTo(house, reader, 'newsletter-confirm')).text)
  for (const method of ['GET', 'HEAD']) {
    const looked = await fetch(house.url + link, { method })
    expect([looked.status, looked.headers.get('cache-control')]).toEqual([200, 'no-store'])
  }
  await street.goto(link)
  await street.getByRole('button', { name: 'Yes, begin' }).click()
  await street.getByRole('heading', { name: 'The newsletter begins' }).waitFor()
  expect((await fetch(house.url + link)).status).toBe(410)
})

test('asking again looks the same from outside, and the letter leads to the choices', async () => {
  await ask(reader)
  await street.getByRole('heading', { name: 'Look into your mail' }).waitFor()
  await street.goto(linkIn((await letterTo(house, reader, 'newsletter-already')).text))
  expect(await street.getByLabel('Once a week').isChecked()).toBe(true)
  const topic = street.getByRole('checkbox').first()
  await topic.check()
  await street.getByLabel(/^Only topics I choose/).check()
  await street.getByRole('button', { name: 'Save my choice' }).click()
  await street.getByText('Your choice is saved.').waitFor()
  await street.goto(linkIn((await letterTo(house, reader, 'newsletter-already')).text))
  expect(await street.getByRole('checkbox').first().isChecked()).toBe(true)
  expect(await overflowOf(street)).toEqual([])
})

test('leaving is one press on a page that needs no account; afterwards the link opens nothing', async () => {
  await street.getByRole('link', { name: 'Leave the newsletter' }).click()
  await street.getByRole('button', { name: 'Leave', exact: true }).click()
  await street.getByRole('heading', { name: 'You have left the newsletter' }).waitFor()
  const choices = linkIn((await letterTo(house, reader, 'newsletter-already')).text)
  expect((await fetch(house.url + choices)).status).toBe(410)
})

test('a mail program leaves with one press and no page; no other address takes a form from nowhere', async () => {
  const other = 'evening.reader@example.org'
  await ask(other)
  await street.goto(linkIn((await letterTo(house, other, 'newsletter-confirm')).text))
  await street.getByRole('button', { name: 'Yes, begin' }).click()
  await street.getByRole('heading', { name: 'The newsletter begins' }).waitFor()
  await ask(other)
  const choices = linkIn((await letterTo(house, other, 'newsletter-already')).text)
  const leave = choices.replace('/choices', '/leave')
  expect((await oneClick(leave, { origin: 'https://elsewhere.example' })).status).toBe(403)
  expect((await oneClick(leave, {}, 'List-Unsubscribe=Maybe')).status).toBe(410)
  expect((await oneClick(choices)).status).toBe(403)
  expect((await oneClick('/newsletter/leave?token=made-up')).status).toBe(410)
  expect((await fetch(house.url + leave)).status).toBe(200)
  for (let i = 0; i < 2; i++) expect((await oneClick(leave)).status).toBe(200)
  expect((await fetch(house.url + leave)).status).toBe(410)
})

test('a machine that fills in what nobody sees is thanked and gets no letter', async () => {
  const body = new URLSearchParams({ email: 'machine@example.org', website: 'x' })
  const headers = { origin: house.url }
  const answer = await fetch(`${house.url}/newsletter`, { method: 'POST', headers, body, redirect: 'manual' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/newsletter?done=sent'])
  await ask('last.reader@example.org')
  await letterTo(house, 'last.reader@example.org', 'newsletter-confirm')
  expect(lettersIn(house).some(({ to }) => to.includes('machine@'))).toBe(false)
  expect(faults).toEqual([])
})
