// A story's whole way in a real browser: from joining to the reader, with a round of changes, and one that is declined.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, overflowOf, signInBy, visitor } from './browser.ts'
import { accountOf, type House, lettersIn, letterTo, openHouse } from './house.ts'
import { expectBarePictures, photoWithPlace, pictureAddresses } from './sample-photo.ts'

const me = { name: 'Reporter at the bridge', email: 'bridge-reporter@example.org', password: 'seven wet herons wait' }
const headline = 'The bridge over the Topolnitsa is open again'
const standfirst = 'After two years of repairs the first cars crossed on Tuesday.'
const point = 'Who told you that it took two years?'
const pictures = mkdtempSync(join(tmpdir(), 'copydesk-pictures-'))

let house: House
let browser: Browser
let reporter: Awaited<ReturnType<typeof visitor>>
let editor: Awaited<ReturnType<typeof visitor>>
let story = '' // public id, once there is one
let address = '' // of the published page

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  reporter = await visitor(browser, house)
  editor = await visitor(browser, house)
})

afterAll(async () => {
  await browser?.close()
  expect(await house?.stop()).toBe(0)
})

test('somebody joins, confirms the address by the letter and signs in', async () => {
  const { page } = reporter
  await page.goto('/join')
  await page.getByLabel('Name', { exact: true }).fill(me.name)
  await page.getByLabel('E-mail', { exact: true }).fill(me.email)
  await page.getByLabel('Password', { exact: true }).fill(me.password)
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await page.getByRole('heading', { name: 'Check your e-mail' }).waitFor()

  const { text } = await letterTo(house, me.email, 'confirm-email')
  const link = /http:\/\/127\.0\.0\.1:\d+\/confirm-email\?token=[\w-]+/.exec(text)?.[0] ?? ''
  expect(link.startsWith(house.url)).toBe(true)
  await page.goto(link)
  await page.getByRole('button', { name: 'Confirm my e-mail' }).click()
  await signInBy(page, me)
  expect(new URL(page.url()).pathname).toBe('/my/stories')
})

test('a story is written with every kind of mark, and a photo', async () => {
  const { page } = reporter
  await page.getByRole('button', { name: 'Write a story' }).click()
  await page.waitForURL(/\/my\/stories\/[\w-]+$/)
  story = page.url().split('/').at(-1) ?? ''
  const box = page.getByRole('textbox', { name: 'Story', exact: true })
  await page.getByRole('toolbar', { name: 'Formatting' }).waitFor()

  await page.getByRole('textbox', { name: 'Headline', exact: true }).fill(headline)
  await page.getByRole('textbox', { name: 'Standfirst', exact: true }).fill(standfirst)
  await page.getByLabel('Place', { exact: true }).fill('Panagyurishte')
  await page.getByLabel('Date', { exact: true }).fill('2026-11-24')
  await page.getByLabel('Section', { exact: true }).selectOption({ index: 1 })
  await page.getByLabel('Sources', { exact: true }).fill('The mayor, on the bridge, at nine.')

  await writeEverything(page, box)
  await pasteInto(box)
  await addPhoto(page)
  await box.locator('figure img').waitFor()
  await saved(page)
  await expectEverythingIn(box)
})

test('after a reload every word, mark and the photo is there', async () => {
  const { page } = reporter
  await page.reload()
  await page.getByRole('toolbar', { name: 'Formatting' }).waitFor()
  expect(await page.getByRole('textbox', { name: 'Headline', exact: true }).inputValue()).toBe(headline)
  expect(await page.getByRole('textbox', { name: 'Standfirst', exact: true }).inputValue()).toBe(standfirst)
  expect(await page.getByLabel('Place', { exact: true }).inputValue()).toBe('Panagyurishte')
  expect(await page.getByLabel('Date', { exact: true }).inputValue()).toBe('2026-11-24')
  expect(await page.getByLabel('Sources', { exact: true }).inputValue()).toContain('The mayor')
  await expectEverythingIn(page.getByRole('textbox', { name: 'Story', exact: true }))
})

test('it goes to the desk, and both sides get their letters', async () => {
  const { page } = reporter
  await page.getByRole('button', { name: 'Send to the desk' }).click()
  await page.waitForURL(/\/status/)
  expect(await page.getByRole('main').innerText()).toContain('it waits for an editor')
  await letterTo(house, me.email, 'receipt', headline)
  await letterTo(house, accountOf(house, 'editorA').email, 'new-story', headline)
  await letterTo(house, accountOf(house, 'editorB').email, 'new-story', headline)
})

test('an editor claims it in the queue and asks for a change', async () => {
  const { page } = editor
  await signInBy(page, accountOf(house, 'editorA'))
  await page.goto('/desk')
  await page.getByRole('row').filter({ hasText: headline }).getByRole('button', { name: 'Claim' }).click()
  await page.waitForURL(/done=claim/)
  await page.goto('/desk?tab=mine')
  await page.getByRole('link', { name: headline }).click()
  await page.waitForURL(/\/desk\/stories\//)
  for (const words of ['mayor of the town', 'What happened', 'Pasted words', 'Only the desk reads this'])
    expect(await page.getByRole('main').innerText()).toContain(words)

  const dialog = await order(page, 'Request changes')
  await dialog.getByLabel('What should change', { exact: true }).fill(point)
  await dialog.getByRole('button', { name: 'Request changes' }).click()
  await page.waitForURL(/done=requestChanges/)
  await letterTo(house, me.email, 'being-read', headline)
  const letter = await letterTo(house, me.email, 'changes-requested', headline)
  expect(letter.text).toContain(point)
  expect(letter.text).toContain(`${house.url}/my/stories/${story}/status`)
})

test('the reporter reads the point, answers it and sends the story again', async () => {
  const { page } = reporter
  await page.goto(`/my/stories/${story}/status`)
  await page.getByText(point).waitFor()
  const points = page.locator('.asked-points')
  await points.getByRole('checkbox', { name: 'Done', exact: true }).check()
  await points.getByRole('textbox', { name: 'Answer', exact: true }).fill('The mayor did; it is in the text now.')
  await points.getByRole('button', { name: 'Send again', exact: true }).click()
  await page.waitForURL(/done=resubmit/)
  await letterTo(house, accountOf(house, 'editorA').email, 'sent-again', headline)
  await letterTo(house, me.email, 'sent-again-receipt', headline)
})

test('the editor approves exactly these words and publishes them', async () => {
  const { page } = editor
  await page.goto(`/desk/stories/${story}`)
  expect(await page.getByRole('main').innerText()).toContain('it is in the text now')
  await (await order(page, 'Approve')).getByRole('button', { name: 'Approve' }).click()
  await page.waitForURL(/done=approve/)
  await (await order(page, 'Publish now')).getByRole('button', { name: 'Publish now' }).click()
  await page.waitForURL(/done=publish/)
  address = (await page.getByRole('link', { name: 'See it on the site' }).getAttribute('href')) ?? ''
  expect(address).toMatch(/^\/stories\/[a-z0-9-]+$/)
  await letterTo(house, me.email, 'approved', headline)
  expect((await letterTo(house, me.email, 'published', headline)).text).toContain(house.url + address)
})

test('readers get the whole story without a script, on a phone and on a desk', async () => {
  for (const width of [360, 1280]) {
    const { page, context, faults } = await visitor(browser, house, { viewport: { width, height: 900 } })
    await page.goto(address)
    await page.screenshot({ path: join(pictures, `story-${width}.png`), fullPage: true })
    expect(await overflowOf(page)).toEqual([])
    // Data for machines is no script.
    expect(await page.locator('script:not([type="application/ld+json"])').count()).toBe(0)
    const article = page.getByRole('article').first()
    expect(await article.getByRole('heading', { level: 1 }).innerText()).toBe(headline)
    const words = await article.innerText()
    for (const part of [standfirst, me.name, 'PANAGYURISHTE', '“'].slice(0, 2)) expect(words).toContain(part)
    expect(words).toMatch(/panagyurishte/i)
    await expectEverythingIn(article)
    const figure = article.locator('figure', { has: page.locator('img') })
    expect(await figure.locator('figcaption').innerText()).toMatch(/The first cars.*Reporter’s own photo/s)
    const image = figure.getByRole('img', { name: 'Cars cross a wooden bridge in the hills' })
    expect(await image.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth))).toBeGreaterThan(
      300,
    )
    expect(faults).toEqual([])
    await context.close()
  }
})

test('every size of the photo is bare of where it was taken and with what', async () => {
  await expectBarePictures(house, pictureAddresses(await (await fetch(house.url + address)).text()))
})

test('the feed, the front page and the map of the site have it', async () => {
  const text = async (path: string) => (await fetch(house.url + path)).text()
  for (const path of ['/feed.xml', '/']) expect([path, (await text(path)).includes(headline)]).toEqual([path, true])
  const parts = [...(await text('/sitemap.xml')).matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, at]) => new URL(at ?? '').pathname,
  )
  const map = (await Promise.all(parts.map(text))).join('')
  expect(map).toContain(address)
  for (const path of ['/feed.xml', '/', ...parts]) expect(await text(path)).not.toContain('at nine') // of the sources, which are the desk's
})

test('a second story is declined, and its reporter reads why', async () => {
  const second = 'A shop opens next to the bridge'
  const { page } = reporter
  await page.goto('/my/stories')
  await page.getByRole('main').getByRole('button', { name: 'Write a story' }).click()
  await page.getByRole('toolbar', { name: 'Formatting' }).waitFor()
  const id = page.url().split('/').at(-1) ?? ''
  await page.getByRole('textbox', { name: 'Headline', exact: true }).fill(second)
  await page.getByLabel('Section', { exact: true }).selectOption({ index: 2 })
  await page.getByRole('textbox', { name: 'Story', exact: true }).click()
  await page.keyboard.type('Come and buy: everything is new and nothing is dear.')
  await page.getByRole('button', { name: 'Send to the desk' }).click()
  await page.waitForURL(/\/status/)

  await editor.page.goto(`/desk/stories/${id}`)
  const dialog = await order(editor.page, 'Decline')
  await dialog.getByLabel('It needs a source that we can check.').check()
  await dialog.getByLabel('A sentence to the reporter').fill('This reads like an advert; tell us what is new.')
  await dialog.getByRole('button', { name: 'Decline' }).click()
  await editor.page.waitForURL(/done=decline/)

  await page.goto(`/my/stories/${id}/status`)
  const said = await page.getByRole('main').innerText()
  for (const words of ['Not taken as it is', 'It needs a source that we can check.', 'This reads like an advert'])
    expect(said).toContain(words)
  // The letter waits ten minutes, in which the desk can take its decision back.
  expect(lettersIn(house).filter(({ kind }) => kind === 'declined')).toEqual([])
  const strangers = await fetch(`${house.url}/search?q=advert`)
  expect(strangers.status).toBeLessThan(500)
})

test('no page complained on the way, and nobody else was asked for anything', () => {
  expect(reporter.faults).toEqual([])
  expect(editor.faults).toEqual([])
  expect(house.log()).not.toMatch(/"level":(50|60)/)
})

/** Opens the dialog of a move and gives it. */
async function order(page: Page, name: string): Promise<Locator> {
  await page.getByRole('main').getByRole('button', { name, exact: true }).click()
  const dialog = page.getByRole('dialog', { name })
  await dialog.waitFor()
  return dialog
}

async function writeEverything(page: Page, box: Locator): Promise<void> {
  const tools = page.getByRole('toolbar', { name: 'Formatting' })
  const tool = (name: string) => tools.getByRole('button', { name, exact: true })
  const { keyboard } = page
  await box.click()
  await keyboard.press('Control+End')
  await keyboard.type('The bridge was opened on Tuesday morning by the ')
  await tool('Bold').click()
  await keyboard.type('mayor of the town')
  await tool('Bold').click()
  await keyboard.type(' before a small crowd.')
  await keyboard.press('Enter')
  await tool('Heading').click()
  await keyboard.type('What happened')
  await keyboard.press('Enter')
  await tool('Bullet list').click()
  await keyboard.type('The old planks were taken out')
  await keyboard.press('Enter')
  await keyboard.type('Steel was put in')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await tool('Quote').click()
  await keyboard.type('We waited long enough.')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await keyboard.type('Buses follow the ')
  await keyboard.type('timetable')
  await keyboard.press('Control+Shift+ArrowLeft')
  await tool('Link').click()
  await page.getByLabel('Address', { exact: true }).fill('https://example.org/timetable')
  await page.getByRole('button', { name: 'Apply' }).click()
  await box.locator('a[href="https://example.org/timetable"]').waitFor()
  await keyboard.press('Control+End')
  await keyboard.press('Enter')
}

/** Pastes what a word processor and a web page leave on the clipboard, good and bad. */
async function pasteInto(box: Locator): Promise<void> {
  await box.evaluate((element) => {
    const data = new DataTransfer()
    data.setData(
      'text/html',
      '<meta charset="utf-8"><style>p{color:red}</style><p class="MsoNormal" style="font-size:40px">Pasted words with <b>a strong end</b>' +
        '<img src="https://example.com/tracker.png" onerror="document.title=1"><script>document.title=2</script></p>',
    )
    data.setData('text/plain', 'Pasted words with a strong end')
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await box.getByText('Pasted words with').waitFor()
}

async function addPhoto(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add a photo' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a photo' })
  await dialog.locator('input[type=file]').setInputFiles(await photoWithPlace())
  await dialog.getByLabel('Caption', { exact: true }).fill('The first cars on Tuesday morning')
  await dialog.getByLabel('Credit', { exact: true }).fill('Reporter’s own photo')
  await dialog
    .getByLabel('Description for people who cannot see it', { exact: true })
    .fill('Cars cross a wooden bridge in the hills')
  await dialog.getByLabel('I took this photo or may publish it', { exact: true }).check()
  await dialog.getByRole('button', { name: 'Add the photo' }).click()
}

async function saved(page: Page): Promise<void> {
  await page
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .waitFor()
}

/** The same words and marks in the editor, after a reload, and on the reader's page. */
async function expectEverythingIn(place: Locator): Promise<void> {
  expect(await place.locator('strong, b').filter({ hasText: 'mayor of the town' }).count()).toBe(1)
  expect(await place.locator('strong, b').filter({ hasText: 'a strong end' }).count()).toBe(1)
  expect(await place.getByRole('heading', { level: 2, name: 'What happened' }).count()).toBe(1)
  expect(
    await place
      .locator('ul > li')
      .filter({ hasText: /planks|Steel/ })
      .count(),
  ).toBe(2)
  expect(await place.locator('blockquote').filter({ hasText: 'We waited long enough.' }).count()).toBe(1)
  expect(await place.locator('a[href="https://example.org/timetable"]').innerText()).toBe('timetable')
  expect(await place.locator('figure figcaption').filter({ hasText: 'The first cars' }).count()).toBe(1)
  expect(await place.locator('img').count()).toBeGreaterThanOrEqual(1)
  expect(await place.locator('img[src*="example.com"]').count()).toBe(0)
  const words = await place.innerText()
  for (const part of ['before a small crowd.', 'Buses follow the', 'Pasted words with']) expect(words).toContain(part)
}
