// The desk verifies a story by keyboard: nothing is approved before its checks are answered or passed over with a reason.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { eq } from 'drizzle-orm'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '#db/client.ts'
import { sections } from '#db/schema/outlet.ts'
import { stories } from '#db/schema/story.ts'
import { openBrowser, overflowOf, signInBy, visitor } from './browser.ts'
import { accountOf, type House, openHouse, type SeededStory, storyIn } from './house.ts'

let house: House
let browser: Browser
let page: Page
let faults: string[] = []
let story: SeededStory

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  story = storyIn(house, 'in_review')
  await sectionAsksFor(['source', 'place', 'right-of-reply'])
  // No script: the desk's own pages are plain forms, and have to be enough.
  const editor = await visitor(browser, house, { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } })
  page = editor.page
  faults = editor.faults
  await signInBy(page, accountOf(house, 'editorA'))
})

afterAll(async () => {
  await browser?.close()
  expect(await house?.stop()).toBe(0)
})

const panel = () => page.locator('#verification')
const check = (name: string) => panel().getByRole('listitem').filter({ hasText: name }).first()

test('a story with open checks is not approved, and the refusal names each of them', async () => {
  await page.goto(`/desk/stories/${story.id}`)
  await panel().getByText('0 of 3 checked').waitFor()
  await approve()
  await page.getByText('There is a problem').waitFor()
  for (const said of ['The source has not been checked yet.', 'The place has not been checked yet.'])
    await page.getByText(said).first().waitFor()
})

test('a check is recorded by keyboard, and without evidence it comes back with what was typed', async () => {
  await page.goto(`/desk/stories/${story.id}`)
  await openByKey(check('Source').locator('.check-form > summary'))
  await reach(check('Source').getByRole('button', { name: 'Save “Source”' }))
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/verification$/)
  expect(await page.title()).toMatch(/^Error: Verification of #/)
  await page.getByText('Say how you know. Without that, nobody can rely on the check.').first().waitFor()
  const evidence = page.getByLabel('How do you know?').first()
  await reach(evidence)
  await page.keyboard.type('Rang the mayor; she was there.')
  await reach(page.getByRole('button', { name: 'Save “Source”' }))
  await page.keyboard.press('Enter')
  await page.waitForURL(/verified=check/)
  await page.getByText('The check is recorded.').waitFor()
  await panel().getByText('1 of 3 checked').waitFor()
  await check('Source').getByText('Rang the mayor; she was there.').first().waitFor()
})

test('the panel is clean to axe, on paper and in the dark, and does not stick out of a phone', async () => {
  const { page: scripted, context } = await visitor(browser, house)
  await signInBy(scripted, accountOf(house, 'editorB'))
  await scripted.goto(`/desk/stories/${story.id}`)
  for (const summary of await scripted.locator('#verification summary').all())
    if (!(await summary.evaluate((element) => (element.parentElement as HTMLDetailsElement).open)))
      await summary.click()
  for (const width of [1280, 360]) {
    await scripted.setViewportSize({ width, height: 900 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await scripted.emulateMedia({ colorScheme })
      const { violations } = await new AxeBuilder({ page: scripted }).setLegacyMode(true).include('.beside').analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
    }
    expect(await overflowOf(scripted)).toEqual([])
  }
  await context.close()
})

test('an override takes a reason, and then the story is approved and printed with what was checked', async () => {
  await page.goto(`/desk/stories/${story.id}`)
  await reach(panel().getByRole('button', { name: 'Let it pass unchecked…' }))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Let the story pass unchecked' })
  await dialog.waitFor()
  await reach(dialog.getByRole('button', { name: 'Let it pass' }))
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/verification$/)
  await page.getByText('Say why the story may pass without these checks.').first().waitFor()
  await reach(page.getByLabel('Why it cannot wait'))
  await page.keyboard.type('The dam breaks tonight; the ministry answers tomorrow.')
  await reach(page.getByRole('button', { name: 'Let it pass', exact: true }))
  await page.keyboard.press('Enter')
  await page.waitForURL(/verified=override/)
  await panel().getByText('The dam breaks tonight; the ministry answers tomorrow.').first().waitFor()

  await approve()
  await page.waitForURL(/done=approve/)
  await page.goto(`/desk/stories/${story.id}`)
  await page.getByRole('main').getByRole('button', { name: 'Publish now', exact: true }).click()
  await page
    .getByRole('dialog', { name: 'Publish now' })
    .getByRole('button', { name: 'Publish now', exact: true })
    .click()
  await page.waitForURL(/done=publish/)

  const reader = await visitor(browser, house, { javaScriptEnabled: false })
  await reader.page.goto(`/stories/${await slugOfStory()}`)
  await reader.page.getByText('The desk checked: source.').waitFor()
  const said = await reader.page.content()
  for (const secret of ['right of reply', 'Rang the mayor', 'The dam breaks tonight'])
    expect(said).not.toContain(secret)
  expect(reader.faults).toEqual([])
  await reader.context.close()
})

test('no page complained', () => {
  expect(faults).toEqual([])
})

async function approve() {
  await page.getByRole('main').getByRole('button', { name: 'Approve', exact: true }).click()
  await page.getByRole('dialog', { name: 'Approve' }).getByRole('button', { name: 'Approve', exact: true }).click()
}

/** Moves the focus there by the Tab key, from wherever it is. */
async function reach(target: Locator): Promise<void> {
  await target.waitFor()
  for (let steps = 0; steps < 250; steps++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('it cannot be reached by Tab')
}

async function openByKey(summary: Locator): Promise<void> {
  await reach(summary)
  await page.keyboard.press('Enter')
}

/** What no screen of this test's cast sets: the checklist of the story's section. */
async function sectionAsksFor(checklist: string[]) {
  const database = await openTheDatabase()
  const [row] = await database.db.select().from(stories).where(eq(stories.publicId, story.id))
  await database.db.transaction((tx) =>
    tx
      .update(sections)
      .set({ checklist })
      .where(eq(sections.id, row?.sectionId ?? 0))
      .returning({ id: sections.id }),
  )
  await database.close()
}

async function slugOfStory(): Promise<string> {
  await page.goto(`/desk/stories/${story.id}`)
  const link = await page.getByRole('link', { name: 'See it on the site' }).first().getAttribute('href')
  return link?.split('/').at(-1) ?? ''
}

function openTheDatabase() {
  const name = readdirSync(house.dataDir).find((file) => file.endsWith('.db')) ?? ''
  return openDatabase(`file:${join(house.dataDir, name)}`)
}
