// The newsletter without script: join, the letter's link, confirm, choose again, leave, the one press of a mail program;
// and an issue from its draft to its readers, to the archive and to a reader who leaves by the header of their letter.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, overflowOf, signInBy, visitor } from './browser.ts'
import { accountOf, type House, lettersIn, letterTo, openHouse, storyIn } from './house.ts'

const reader = 'morning.reader@example.org'

let house: House
let browser: Browser
let street: Page
let faults: string[] = []
let desk: Page
let deskFaults: string[] = []

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  const visit = await visitor(browser, house, { javaScriptEnabled: false, viewport: { width: 360, height: 800 } })
  ;({ page: street, faults } = visit)
  ;({ page: desk, faults: deskFaults } = await visitor(browser, house, { javaScriptEnabled: false }))
  await signInBy(desk, accountOf(house, 'admin'))
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

const subject = 'Мостът, and <what> is new'
const daily = 'daily.reader@example.org'
let draft = ''

/** The unfolded headers of the letter of this kind to somebody, as the mail server gets them. */
async function headersTo(to: string, kind: string): Promise<string> {
  await letterTo(house, to, kind)
  const folder = join(house.dataDir, 'mail')
  const named = new RegExp(`Z-${kind}-[\\w-]{8}\\.eml$`)
  const files = readdirSync(folder).filter((name) => named.test(name))
  const heads = files.map((name) => readFileSync(join(folder, name), 'latin1').split('\r\n\r\n')[0] ?? '')
  return (heads.find((head) => head.includes(to)) ?? '').replace(/\r\n[ \t]+/g, ' ')
}

test('an admin writes an issue with plain forms: what is new is in it, taken out, put back, and previewed', async () => {
  await ask(daily)
  await street.goto(linkIn((await letterTo(house, daily, 'newsletter-confirm')).text))
  await street.getByRole('button', { name: 'Yes, begin' }).click()
  await street.getByRole('heading', { name: 'The newsletter begins' }).waitFor()
  const { slug, canaries } = storyIn(house, 'published')
  await desk.goto('/admin')
  await desk.getByRole('link', { name: 'Newsletter' }).click()
  await desk.getByRole('button', { name: 'Write an issue' }).click()
  await desk.waitForURL(/\/admin\/newsletter\/\w+$/)
  draft = new URL(desk.url()).pathname
  const inIssue = desk.getByRole('listitem').filter({ hasText: canaries.headline })
  await inIssue.getByRole('button', { name: 'Take out' }).click()
  await desk.getByText('No story yet.').waitFor()
  await desk.getByText('Put in more stories').click()
  await desk.getByRole('checkbox', { name: canaries.headline }).check()
  await desk.getByLabel('Subject').fill(subject)
  await desk.getByLabel('Introduction').fill('Good morning.\n\n<b>Not bold</b>')
  await desk.getByRole('button', { name: 'Save the draft' }).click()
  await desk.getByText('The draft is saved.').waitFor()
  expect(await desk.getByLabel('Subject').inputValue()).toBe(subject)
  await inIssue.waitFor()
  const preview = desk.frameLocator('iframe')
  await preview.getByRole('heading', { name: subject }).waitFor()
  await preview.getByText('<b>Not bold</b>').waitFor()
  const story = preview.getByRole('link', { name: canaries.headline })
  expect(await story.getAttribute('href')).toBe(`${house.url}/stories/${slug}`)
  await desk.getByRole('link', { name: 'As text' }).click()
  expect(await desk.textContent('body')).toContain(`${house.url}/stories/${slug}`)
})

test('a test goes to the admin alone; Send says to how many, and two presses send one issue', async () => {
  const { email } = accountOf(house, 'admin')
  await desk.goto(draft)
  await desk.getByRole('button', { name: 'Send a test to myself' }).click()
  await desk.getByRole('status').getByText('The test is on its way to you.').waitFor()
  expect((await letterTo(house, email, 'newsletter-test')).text).toContain('Good morning.')
  expect(await headersTo(email, 'newsletter-test')).not.toMatch(/^List-Unsubscribe/im)
  await desk.goto(draft)
  await desk.getByText(`The last test was sent to ${email}.`).waitFor()
  expect(lettersIn(house).filter(({ kind }) => kind === 'newsletter')).toEqual([])
  await desk.getByRole('link', { name: 'Send…' }).click()
  await desk.getByText('1 reader will receive it.').waitFor()
  const version = await desk.locator('input[name=version]').inputValue()
  const [cookie] = await desk.context().cookies()
  const headers = { origin: house.url, cookie: `${cookie?.name}=${cookie?.value}` }
  const press = () =>
    fetch(`${house.url}${draft}/send`, {
      method: 'POST',
      headers,
      body: new URLSearchParams({ version }),
      redirect: 'manual',
    })
  const presses = await Promise.all([press(), press(), press()])
  expect(presses.map(({ status }) => status)).toEqual([303, 303, 303])
  await expect
    .poll(
      async () => {
        await desk.goto(draft)
        return desk.getByRole('link', { name: 'In the archive' }).count()
      },
      { timeout: 30_000 },
    )
    .toBe(1)
  expect(lettersIn(house).filter(({ kind }) => kind === 'newsletter')).toHaveLength(1)
  expect(deskFaults).toEqual([])
})

test('the letter leaves with the one press its header offers; the archive has the issue', async () => {
  const head = await headersTo(daily, 'newsletter')
  expect(head).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m)
  expect(head).toMatch(/^List-ID: .*<newsletter\.127\.0\.0\.1>\r?$/m)
  const [, leave = ''] = /^List-Unsubscribe: <([^>]+)>\r?$/m.exec(head) ?? []
  expect(leave.startsWith(house.url)).toBe(true)
  expect((await oneClick(leave.slice(house.url.length))).status).toBe(200)
  expect((await fetch(leave)).status).toBe(410)
  const { canaries } = storyIn(house, 'published')
  await street.goto('/newsletter')
  await street.getByRole('link', { name: 'Earlier issues' }).click()
  await street.getByRole('link', { name: subject }).click()
  await street.getByRole('heading', { name: subject, level: 1 }).waitFor()
  await street.getByRole('link', { name: canaries.headline }).waitFor()
  expect(await overflowOf(street)).toEqual([])
  const kept = await fetch(street.url())
  expect([kept.status, kept.headers.get('etag')]).toEqual([200, expect.stringMatching(/^(W\/)?"/)])
  expect((await fetch(`${house.url}/newsletter/archive/99`)).status).toBe(404)
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
