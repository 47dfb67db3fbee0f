// The screens in Arabic, from right to left: axe finds nothing, nothing scrolls sideways on a phone in any language,
// foreign words keep their own direction, and the keyboard goes the way the eye does.
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { languages } from '#app/words/languages.ts'
import { openBrowser, overflowOf, signInBy, visitor } from './browser.ts'
import { accountOf, type House, openHouse, storyIn } from './house.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

let house: House
let browser: Browser

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
})

afterAll(async () => {
  await browser?.close()
  expect(await house?.stop()).toBe(0)
})

test.each(languages.map(({ code }) => code))(
  '%s: the screens of a stranger, a reporter, an editor and an admin',
  async (code) => {
    const wrong = [
      ...(await faultsOf(code, null, ['/join', '/sign-in', '/forgot-password'])),
      ...(await faultsOf(code, 'reporterA', [
        '/my/stories',
        `/my/stories/${storyIn(house, 'draft').id}`,
        `/my/stories/${storyIn(house, 'changes_requested').id}/status`,
        '/account',
        '/account/security',
        '/account/letters',
        '/account/safety',
        '/my/notices',
      ])),
      ...(await faultsOf(code, 'editorA', ['/desk?tab=all', `/desk/stories/${storyIn(house, 'in_review').id}`])),
      ...(await faultsOf(code, 'admin', ['/admin', '/admin/contributors', '/admin/log'])),
    ]
    expect(wrong).toEqual([])
  },
)

test('in an Arabic page an English story runs from left to right, and the page from right to left', async () => {
  const { page, context } = await visitor(browser, house, { viewport: { width: 360, height: 800 } })
  await signInBy(page, accountOf(house, 'reporterA'))
  await speak(page, 'ar')
  await page.goto(`/my/stories/${storyIn(house, 'draft').id}`)
  const box = page.locator('#field-copy.ProseMirror')
  await box.waitFor()
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  expect(await box.getAttribute('dir')).toBe('ltr')
  await box.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('فُتح الجسر يوم الثلاثاء')
  expect(await box.getAttribute('dir')).toBe('rtl')
  await context.close()
})

test('tabs and arrows go from right to left', async () => {
  const { page, context } = await visitor(browser, house)
  await signInBy(page, accountOf(house, 'reporterA'))
  await speak(page, 'ar')
  await page.goto(`/my/stories/${storyIn(house, 'draft').id}`)
  const bar = page.getByRole('toolbar')
  await bar.waitFor()
  const tools = bar.getByRole('button')
  await tools.first().focus()
  await page.keyboard.press('ArrowLeft')
  const second = tools.nth(1)
  expect(await second.evaluate((tool) => tool === document.activeElement)).toBe(true)
  const places = await Promise.all([tools.first().boundingBox(), second.boundingBox()])
  expect(places[1]?.x).toBeLessThan(places[0]?.x ?? 0)

  await page.goto('/my/stories')
  const stops: number[] = []
  for (let press = 0; press < 4; press += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => document.activeElement?.getBoundingClientRect().right ?? 0)
    stops.push(at)
  }
  // The rail stands on the right: its places come before what stands to their left.
  expect(Math.min(...stops)).toBeGreaterThan(640)
  await context.close()
})

/** Chooses a language as people do. */
async function speak(page: Page, code: string): Promise<void> {
  await page.goto('/account')
  await page.locator('select[name=language]').selectOption(code)
  await page.locator('form[action="/account"] button[type=submit]').click()
  await page.waitForURL(/done=saved/)
}

async function faultsOf(code: string, who: string | null, paths: string[]): Promise<string[]> {
  const { page, context, faults } = await visitor(browser, house, { locale: who ? 'en' : code })
  if (who) {
    await signInBy(page, accountOf(house, who))
    await speak(page, code)
  }
  const wrong: string[] = []
  for (const path of paths) {
    await page.setViewportSize({ width: 360, height: 800 })
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(path)
    if (await page.locator('.writing').count()) await page.getByRole('toolbar').waitFor()
    const html = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])
    expect([path, ...html]).toEqual([path, code, code === 'ar' ? 'rtl' : 'ltr'])
    wrong.push(...(await overflowOf(page)).map((fault) => `${path}: ${fault}`))
    if (code !== 'ar') continue
    // As tall as its page: whatever the bar at the foot of a phone lies over can be scrolled away from it.
    const height = await page.evaluate(() => document.documentElement.scrollHeight + 100)
    await page.setViewportSize({ width: 360, height })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null))))
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(rules).analyze()
      wrong.push(
        ...violations.map(
          ({ id, nodes }) => `${path} ${colorScheme}: ${id} ${nodes[0]?.target} ${nodes[0]?.failureSummary}`,
        ),
      )
    }
  }
  wrong.push(...faults)
  if (who) await speak(page, 'en')
  await context.close()
  return wrong
}
