// A protected reporter on the built site: no byte that the desk can ask for, and no letter, names who it is; and the door.
import type { RouteConfigEntry } from '@remix-run/route-config'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import routes from '#app/routes.ts'
import { openBrowser, overflowOf, signInBy, visitor } from './browser.ts'
import { accountOf, type House, lettersIn, letterTo, openHouse, signIn, storyIn } from './house.ts'
import { rooms } from './routes-by-hand.ts'

const NAME = 'Kanarina Zhultova'
const REASON = 'A court has ordered us to name the source.'

let house: House
let browser: Browser
const cookies: Record<string, string> = {}

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  for (const who of ['reporterA', 'editorA', 'admin']) cookies[who] = await signIn(house, accountOf(house, who))
  await send('reporterA', '/account', { name: NAME, language: 'en', about: '' })
})

afterAll(async () => {
  await browser?.close()
  expect(await house?.stop()).toBe(0)
})

test('without script: the reporter reads what it means and is protected at one press', async () => {
  const { page, context, faults } = await visitor(browser, house, {
    javaScriptEnabled: false,
    viewport: { width: 360, height: 800 },
  })
  await signInBy(page, accountOf(house, 'reporterA'))
  await page.goto('/account/safety')
  expect(await overflowOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Protect my identity' }).click()
  await page.waitForURL(/done=protected/)
  await page.getByText('Your identity is protected.', { exact: true }).waitFor()
  expect(faults).toEqual([])
  await context.close()
})

test('no page, data, stream, file, log or refusal of the desk names a protected reporter', async () => {
  // What a reporter does leaves traces at the desk too.
  await send('reporterA', `/notes/${storyIn(house, 'in_review').id}`, { text: 'At your service.', for: 'shared' })
  const told: string[] = []
  let asked = 0
  for (const who of ['editorA', 'admin'])
    for (const url of [...addresses(), '/my/notices']) {
      const isAccount = url.startsWith('/admin/contributors')
      if (isAccount && who === 'admin') continue
      const answer = await ask(who, url)
      asked++
      if (answer.status >= 500) told.push(`${who} ${url}: ${answer.status}`)
      const text = url.startsWith('/admin/log') ? besideStories(answer.text) : answer.text
      told.push(...tellsOf(text).map((secret) => `${who} ${url} tells ${secret}`))
    }
  for (const story of Object.values(house.seeded.stories)) {
    const refused = await send('editorA', `/moves/${story.id}`, { move: 'claim', version: '1', next: '/desk' })
    told.push(...tellsOf(refused.text).map((secret) => `a refused claim tells ${secret}`))
  }
  expect(asked).toBeGreaterThan(80)
  expect(told).toEqual([])
  for (const text of ['Zhultova', 'Kanarina']) {
    const found = await ask('editorA', `/desk?tab=all&text=${text}`)
    expect([text, /href="\/desk\/stories\/[\w-]{8,}"/.test(found.text)]).toEqual([text, false])
  }
})

test('admins see the account, without its stories', async () => {
  const { id, email } = accountOf(house, 'reporterA')
  const { text } = await ask('admin', `/admin/contributors/${id}`)
  expect(text).toContain(NAME)
  expect(text).toContain(email)
  for (const story of Object.values(house.seeded.stories)) {
    expect(text).not.toContain(story.id)
    expect(text).not.toContain(story.canaries.headline)
  }
})

test('letters to the desk say what a protected reporter did, and not who it is', async () => {
  const before = lettersIn(house).length
  const { id } = storyIn(house, 'submitted')
  const status = await fetch(`${house.url}/my/stories/${id}/status?_data=routes%2Fcontributor%2Fstatus`, {
    headers: { cookie: cookies.reporterA ?? '' },
  })
  const { story } = (await status.json()) as { story: { version: number } }
  await send('reporterA', `/moves/${id}`, {
    move: 'withdraw',
    version: String(story.version),
    next: '/my/stories',
  })
  const letter = await letterTo(house, accountOf(house, 'editorA').email, 'withdrawn')
  expect(tellsOf(JSON.stringify(letter))).toEqual([])
  const fresh = lettersIn(house).slice(before)
  expect(
    fresh
      .filter(({ to }) => !to.includes(accountOf(house, 'reporterA').email))
      .flatMap((one) => tellsOf(JSON.stringify(one))),
  ).toEqual([])
})

test('who has no right finds no door; who has it opens it once, for a reason the reporter reads', async () => {
  const { id } = storyIn(house, 'in_review')
  const door = `/desk/stories/${id}/identity`
  for (const who of ['editorA', 'admin']) {
    expect((await ask(who, door)).status).toBe(403)
    const refused = await send(who, door, { reason: REASON, proof: accountOf(house, who).password })
    expect([refused.status, tellsOf(refused.text)]).toEqual([403, []])
  }
  const rights = `/admin/contributors/${accountOf(house, 'editorA').id}/rights`
  expect((await send('admin', rights, { act: 'allow-identity' })).status).toBe(303)
  const { page, context } = await visitor(browser, house, { javaScriptEnabled: false })
  await signInBy(page, accountOf(house, 'editorA'))
  await page.goto(`/desk/stories/${id}`)
  await page.getByRole('heading', { name: 'The reporter', exact: true }).click()
  await page.getByRole('link', { name: 'Open who it is' }).click()
  await page.getByLabel('Reason', { exact: true }).fill('Short')
  await page.getByRole('button', { name: 'Open the identity' }).click()
  await page.getByText('There is a problem').waitFor()
  expect(await page.getByLabel('Reason', { exact: true }).inputValue()).toBe('Short')
  expect(tellsOf(await page.content())).toEqual([])
  await page.getByLabel('Reason', { exact: true }).fill(REASON)
  await page.getByLabel('Your password', { exact: true }).fill(accountOf(house, 'editorA').password)
  await page.getByRole('button', { name: 'Open the identity' }).click()
  await page.getByText(NAME, { exact: true }).waitFor()
  await page.getByText(accountOf(house, 'reporterA').email, { exact: true }).waitFor()
  // Once: neither the door nor the story shows it again.
  await page.goto(door)
  expect(tellsOf(await page.content())).toEqual([])
  await page.goto(`/desk/stories/${id}`)
  expect(tellsOf(await page.content())).toEqual([])
  await context.close()
  const letter = await letterTo(house, accountOf(house, 'reporterA').email, 'identity-opened')
  expect(letter.text).toContain(REASON)
  expect((await ask('reporterA', '/account/safety')).text).toContain(REASON)
  const log = (await ask('admin', '/admin/log')).text
  expect(log).toContain(REASON)
  expect((await ask('editorA', door)).text).not.toContain(NAME)
})

type Answer = { status: number; text: string; cache: string }

async function ask(who: string, url: string): Promise<Answer> {
  const headers = { cookie: cookies[who] ?? '', accept: 'text/html,*/*' }
  const answer = await fetch(house.url + url, { headers, redirect: 'manual' })
  const told = JSON.stringify([...answer.headers])
  return {
    status: answer.status,
    text: told + Buffer.from(await answer.arrayBuffer()).toString(),
    cache: answer.headers.get('cache-control') ?? '',
  }
}

async function send(who: string, url: string, form: Record<string, string>): Promise<Answer> {
  const answer = await fetch(house.url + url, {
    method: 'POST',
    headers: { cookie: cookies[who] ?? '', origin: house.url, accept: 'text/html' },
    body: new URLSearchParams(form),
    redirect: 'manual',
  })
  return { status: answer.status, text: await answer.text(), cache: answer.headers.get('cache-control') ?? '' }
}

function tellsOf(text: string): string[] {
  const { id, email } = accountOf(house, 'reporterA')
  return [NAME, 'Zhultova', email, id].filter((secret) => text.includes(secret))
}

/** Every address that only the desk or the admins may look at, as a page and as the data of its loader, for each story. */
function addresses(): string[] {
  const table = routes as RouteConfigEntry[]
  return table.flatMap(({ path = '', file }) => {
    const right = rooms[path]?.looks
    if (right !== 'desk' && right !== 'admin' && path !== 'moves/:storyId' && path !== 'notes/:storyId') return []
    const data = `_data=${encodeURIComponent(file.replace(/\.tsx?$/, ''))}`
    return filled(path).flatMap((url) => [url, `${url}${url.includes('?') ? '&' : '?'}${data}`])
  })
}

function filled(path: string): string[] {
  const perStory = Object.values(house.seeded.stories).map(({ id }) => `/${path.replace(/:id|:storyId/, id)}`)
  if (/^desk\/stories\/|^moves\/|^notes\//.test(path)) return perStory.map((url) => url.replace(/:\w+/, 'x'))
  if (path === 'desk') return ['/desk', '/desk?tab=all', '/desk?tab=in_review', '/desk?tab=waiting']
  if (path.startsWith('admin/contributors/:id')) return []
  return [`/${path.replace(':slug', 'forces').replace(/:\w+/, 'x')}`]
}

/** What an admin's log says beside a story: the rows about accounts name accounts, and no story. */
function besideStories(page: string): string {
  const rows = [...page.matchAll(/<tr>.*?<\/tr>/gs)].map(([row]) => row)
  const data = [...page.matchAll(/\{[^{}]*"about":"story"[^{}]*\}/g)].map(([row]) => row)
  return [...rows.filter((row) => row.includes('/desk/stories/')), ...data].join('\n')
}
