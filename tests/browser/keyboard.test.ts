// The reporter's whole way by keyboard alone, on a window as narrow as a phone: no pointer is ever used.
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, overflowOf, signInBy, visitor } from './browser.ts'
import { accountOf, type House, letterTo, openHouse } from './house.ts'
import { reachByTab } from './keys.ts'
import { photoWithPlace } from './sample-photo.ts'

const me = { name: 'Reporter by keys', email: 'keys-reporter@example.org', password: 'nine slow barges turn' }
const headline = 'The ferry at Nikopol sails again'
const point = 'Say who repaired it.'

let house: House
let browser: Browser
let page: Page
let faults: string[] = []
let story = ''

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  const me = await visitor(browser, house, { viewport: { width: 360, height: 740 } })
  page = me.page
  faults = me.faults
})

afterAll(async () => {
  await browser?.close()
  expect(await house?.stop()).toBe(0)
})

test('joining and signing in', async () => {
  await page.goto('/')
  await follow(page.getByRole('link', { name: 'Be a reporter' }).first())
  await page.waitForURL('**/be-a-reporter')
  await page.goto('/join')
  await type(page.getByLabel('Name', { exact: true }), me.name)
  await type(page.getByLabel('E-mail', { exact: true }), me.email)
  await type(page.getByLabel('Password', { exact: true }), me.password)
  await press(page.getByRole('button', { name: 'Join', exact: true }))
  await page.getByRole('heading', { name: 'Check your e-mail' }).waitFor()
  const { text } = await letterTo(house, me.email, 'confirm-email')
  await page.goto(/http:\S+\/confirm-email\?token=[\w-]+/.exec(text)?.[0] ?? '')
  await press(page.getByRole('button', { name: 'Confirm my e-mail' }))
  await page.waitForURL(/sign-in|my\/stories/)
  await page.goto('/sign-in')
  await type(page.getByLabel('E-mail', { exact: true }), me.email)
  await type(page.getByLabel('Password', { exact: true }), me.password)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/my\/stories/)
  expect(await overflowOf(page)).toEqual([])
})

test('writing: fields, marks, a heading, a list, a link and a quote', async () => {
  await press(page.getByRole('main').getByRole('button', { name: 'Write a story' }))
  await page.waitForURL(/\/my\/stories\/[\w-]+$/)
  story = page.url().split('/').at(-1) ?? ''
  await page.getByRole('toolbar', { name: 'Formatting' }).waitFor()
  await type(page.getByRole('textbox', { name: 'Headline', exact: true }), headline)
  await type(page.getByRole('textbox', { name: 'Standfirst', exact: true }), 'After a summer in the dock.')
  await type(page.getByLabel('Place', { exact: true }), 'Nikopol')
  await reach(page.getByRole('textbox', { name: 'Story', exact: true }))
  await page.keyboard.type('The ferry was ')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('repaired')
  await page.keyboard.press('Control+b')
  await page.keyboard.type(' over the summer.')
  await page.keyboard.press('Enter')
  await tool('Heading')
  await page.keyboard.type('What was done')
  await page.keyboard.press('Enter')
  await page.keyboard.type('- The hull')
  await page.keyboard.press('Enter')
  await page.keyboard.type('The engine')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('> We waited long.')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Read the ')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: 'Link' }).waitFor()
  await page.keyboard.type('example.org/ferry')
  await page.keyboard.press('Enter')
  await page.keyboard.type(' report.')
  const box = page.getByRole('textbox', { name: 'Story', exact: true })
  expect(await box.innerText()).toContain('The ferry was repaired over the summer.')
  expect(await box.locator('strong').innerText()).toBe('repaired')
  expect(await box.locator('h2').innerText()).toBe('What was done')
  expect(await box.locator('li').count()).toBe(2)
  expect(await box.locator('blockquote').innerText()).toContain('We waited long.')
  expect(await box.locator('a').getAttribute('href')).toBe('https://example.org/ferry')
  expect(await overflowOf(page)).toEqual([])
})

test('a photo, from its dialog', async () => {
  // Asked for early: the browser must know that it is listened to when Space opens the chooser.
  const chosen = page.waitForEvent('filechooser')
  await tool('Add a photo')
  const dialog = page.getByRole('dialog', { name: 'Add a photo' })
  await dialog.waitFor()
  await reach(dialog.locator('input[type=file]').first())
  await page.keyboard.press('Space')
  await (await chosen).setFiles(await photoWithPlace())
  await type(dialog.getByLabel('Caption', { exact: true }), 'The ferry on Monday')
  await type(dialog.getByLabel('Credit', { exact: true }), 'A sailor')
  await type(dialog.getByLabel('Description for people who cannot see it', { exact: true }), 'A white ferry')
  await reach(dialog.getByLabel('I took this photo or may publish it', { exact: true }))
  await page.keyboard.press('Space')
  await press(dialog.getByRole('button', { name: 'Add the photo' }))
  await page.getByRole('textbox', { name: 'Story', exact: true }).locator('figure img').waitFor()
  expect(await overflowOf(page)).toEqual([])
})

test('section, topic, by-line, sources; then it is sent', async () => {
  await reach(page.getByLabel('Section', { exact: true }))
  await page.keyboard.press('ArrowDown')
  await reach(page.getByRole('group', { name: 'Topics' }).getByRole('checkbox').first())
  await page.keyboard.press('Space')
  await reach(page.getByRole('radio', { name: 'My name' }))
  await page.keyboard.press('ArrowDown')
  await type(page.getByLabel('Pen name', { exact: true }), 'River watcher')
  await type(page.getByLabel('Sources', { exact: true }), 'The captain, on the quay.')
  await page.getByText('Saved', { exact: true }).waitFor()
  await press(page.getByRole('button', { name: 'Send to the desk' }))
  await page.waitForURL(/\/status/)
  expect(await overflowOf(page)).toEqual([])
})

test('the desk asks for a change; it is answered and sent again', async () => {
  await deskAsks()
  await page.goto(`/my/stories/${story}/status`)
  await type(page.getByLabel('Message to the desk', { exact: true }), 'It was the yard at Ruse.')
  await press(page.getByRole('button', { name: 'Send message' }))
  await page.getByText('It was the yard at Ruse.').waitFor()
  await reach(page.getByRole('checkbox', { name: 'Done', exact: true }))
  await page.keyboard.press('Space')
  await press(page.getByRole('main').getByRole('button', { name: 'Send again', exact: true }))
  await page.waitForURL(/done=resubmit/)
  expect(await overflowOf(page)).toEqual([])
  expect(faults).toEqual([])
})

function reach(wanted: Locator): Promise<void> {
  return reachByTab(page, wanted)
}

async function press(button: Locator): Promise<void> {
  await reach(button)
  await page.keyboard.press('Enter')
}

async function follow(link: Locator): Promise<void> {
  await press(link)
}

async function type(field: Locator, words: string): Promise<void> {
  await reach(field)
  await page.keyboard.type(words)
}

/** From the story to the toolbar by Alt+F10, to the tool by arrows. */
async function tool(name: string): Promise<void> {
  await page.keyboard.press('Alt+F10')
  const button = page.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name, exact: true })
  for (let steps = 0; steps < 40; steps++) {
    if (await button.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('ArrowRight')
  }
  expect(await button.evaluate((element) => element === document.activeElement), name).toBe(true)
  await page.keyboard.press('Enter')
}

/** The desk's part, which is another person's and not looked at here. */
async function deskAsks(): Promise<void> {
  const desk = await visitor(browser, house)
  await signInBy(desk.page, accountOf(house, 'editorA'))
  await desk.page.goto('/desk')
  await desk.page.getByRole('row').filter({ hasText: headline }).getByRole('button', { name: 'Claim' }).click()
  await desk.page.waitForURL(/done=claim/)
  await desk.page.goto(`/desk/stories/${story}`)
  await desk.page.getByRole('main').getByRole('button', { name: 'Request changes', exact: true }).click()
  const dialog = desk.page.getByRole('dialog', { name: 'Request changes' })
  await dialog.getByLabel('What should change', { exact: true }).fill(point)
  await dialog.getByRole('button', { name: 'Request changes' }).click()
  await desk.page.waitForURL(/done=requestChanges/)
  await desk.context.close()
}
