// Every screen is looked at by axe, on a phone and on a desk, light and dark; nothing may scroll sideways on a phone.
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { openBrowser, overflowOf, signInBy, visitor } from './browser.ts'
import { accountOf, type House, type Opened, openCopy, openHouse, storyIn } from './house.ts'
import { newsletterLinks, pageOf, readerPages, walkOf } from './reader-walk.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

// They share one browser, so each waits for all the others.
vi.setConfig({ testTimeout: 400_000 })

let house: House
let browser: Browser

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
})

afterAll(async () => {
  await browser?.close()
  expect(await house?.stop()).toBe(0)
})

test.concurrent('reader', async () => {
  const published = storyIn(house, 'published')
  const paths = [
    '/',
    `/?after=${published.slug}`,
    `/stories/${published.slug}`,
    `/stories/${storyIn(house, 'retracted').slug}`,
    '/stories/there-is-none',
    firstTopic,
    firstSection,
    firstContributor,
    `/stories/${published.slug}/report`,
    `/stories/${published.slug}/report?done=sent`,
    `/stories/${published.slug}/changes`,
    '/corrections',
    `/topics/${house.seeded.live.topic}`,
    `/topics/${house.seeded.live.topic}?entry=${house.seeded.live.removed}`,
    '/policies/ethics',
    '/newsletter',
    '/newsletter?done=sent',
    '/newsletter/leave?token=x',
    '/newsletter/archive',
    '/newsletter/archive/1',
    ...(await newsletterLinks(house)),
    '/search',
    '/search?q=the',
    '/search?q=nothing-has-this&section=there-is-none',
    '/be-a-reporter',
    '/editorial-team',
    '/nowhere',
  ]
  const kinds = [firstTopic, firstSection, firstContributor].map((link) => link.replace(/.*"(.*)".*/, '$1x'))
  const listed = new Set([...paths, ...kinds].map(pageOf))
  expect(readerPages.filter((page) => !listed.has(page))).toEqual([])
  await looksRight(null, paths)
})

// Together they hold whatever a story can be made of.
const parts = [
  'class="picture picture-wide"',
  'class="picture picture-inline"',
  'class="pull-quote"',
  'class="quote"',
  'data-kind="facts"',
  'data-kind="background"',
  'data-kind="timeline"',
  'class="related"',
  '<article class="story h-entry" lang="ar" dir="rtl"',
]

test.concurrent('reader, where a story has everything', async () => {
  const demo = await openCopy(inject('demo'))
  try {
    const pages = (await walkOf(demo, [], 80)).filter(
      ({ path, status }) => pageOf(path) === 'stories/:slug' && status === 200,
    )
    const chosen = parts.map((part) => pages.find(({ html }) => html.includes(part))?.path ?? `no story has ${part}`)
    await looksRight(null, [...new Set(['/', ...chosen, '/topics/panagyurishte-parade', '/search?q=the'])], demo)
  } finally {
    await demo.stop()
  }
})

test.concurrent('account', async () => {
  await looksRight(null, [
    '/join',
    '/join?done=sent',
    '/sign-in',
    '/forgot-password',
    '/confirm-email?token=x',
    '/reset-password?token=x',
  ])
  await looksRight('reporterB', ['/account', '/account/security', '/account/letters', '/account/safety', '/my/notices'])
})

test.concurrent('contributor', () => {
  const status = (state: string) => `/my/stories/${storyIn(house, state).id}/status`
  return looksRight('reporterA', [
    '/my/stories',
    '/my/stories/new',
    '/my/pitches/new',
    `/my/live/${house.seeded.live.topic}`,
    `/my/live/${house.seeded.live.topic}/${house.seeded.live.waiting}/photo`,
    ...Object.values(house.seeded.pitches).map((id) => `/my/pitches/${id}`),
    `/my/stories/${storyIn(house, 'draft').id}`,
    `/my/stories/${storyIn(house, 'changes_requested').id}`,
    status('changes_requested'),
    status('awaiting_sign_off'),
    status('published'),
    status('declined'),
    `/my/stories/${storyIn(house, 'awaiting_sign_off').id}/compare`,
    `/my/stories/${storyIn(house, 'published').id}/tickets?kind=takedown`,
  ])
})

test.concurrent('desk', () => {
  const review = (state: string) => `/desk/stories/${storyIn(house, state).id}`
  return looksRight('editorA', [
    '/desk/pitches',
    '/desk/calls',
    '/desk',
    '/desk?tab=all',
    '/desk?tab=all&section=exercises&risk=none',
    '/desk/bulk',
    '/desk/filters',
    '/desk/corrections',
    '/desk/topics',
    `/desk/topics/${house.seeded.live.topic}/live`,
    `/desk/topics/${house.seeded.live.topic}/live/${house.seeded.live.public}`,
    `/desk/topics/${house.seeded.live.topic}/live/${house.seeded.live.public}/photo`,
    '/desk/topics/maritsa-floods/live',
    '/desk/figures',
    '/desk?tab=scheduled&text=nothing-like-it',
    review('submitted'),
    review('in_review'),
    review('approved'),
    review('published'),
    `${review('published')}/next`,
    `${review('in_review')}/merge`,
    `${review('in_review')}/merge?with=${storyIn(house, 'submitted').number}`,
    `${review('in_review')}/edit`,
    `${review('in_review')}/compare`,
    `${review('awaiting_sign_off')}/compare`,
    `${review('in_review')}/verification`,
    `${review('in_review')}/interest`,
    `/moves/${storyIn(house, 'submitted').id}`,
  ])
})

test.concurrent('admin', () =>
  looksRight('admin', [
    '/admin',
    '/admin/contributors',
    `/admin/contributors/${accountOf(house, 'reporterA').id}`,
    `/admin/contributors/${accountOf(house, 'suspended').id}`,
    `/admin/contributors/${accountOf(house, 'editorA').id}/rights`,
    '/admin/sections',
    '/admin/sections/forces',
    '/admin/topics',
    '/admin/topics/panagyurishte-parade',
    '/admin/outlet',
    '/admin/log',
    '/admin/reasons',
    '/admin/reasons?change=length',
    '/admin/letters',
    '/admin/letters/declined',
    '/admin/newsletter',
    `/admin/newsletter/${house.seeded.newsletter.draft}`,
    `/admin/newsletter/${house.seeded.newsletter.draft}/send`,
    `/admin/newsletter/${house.seeded.newsletter.sent}`,
    `/desk/stories/${storyIn(house, 'published').id}`,
  ]))

test.concurrent('faults of forms', async () => {
  const { page, context } = await visitor(browser, house)
  for (const [path, button] of [
    ['/join', 'Join'],
    ['/sign-in', 'Sign in'],
  ] as const) {
    await page.goto(path)
    await page.getByRole('button', { name: button, exact: true }).click()
    await page.getByText('There is a problem').waitFor()
    expect(await page.title()).toMatch(/^Error: /)
    expect(await faultsOf(page)).toEqual([])
    const linked = await page.getByRole('alert').getByRole('link').first().getAttribute('href')
    expect(await page.locator(linked ?? 'none').count()).toBe(1)
  }
  await context.close()
})

test.concurrent('dialogs', async () => {
  const { page, context } = await visitor(browser, house, { viewport: { width: 360, height: 800 } })
  await signInBy(page, accountOf(house, 'editorA'))
  await page.goto(`/desk/stories/${storyIn(house, 'in_review').id}`)
  for (const name of ['Request changes', 'Decline', 'Approve']) {
    await page.getByRole('main').getByRole('button', { name, exact: true }).click()
    await page.getByRole('dialog', { name }).waitFor()
    expect([name, await faultsOf(page)]).toEqual([name, []])
    expect([name, await overflowOf(page)]).toEqual([name, []])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name }).waitFor({ state: 'hidden' })
  }
  await context.close()
})

// Addresses that only the pages themselves know.
const firstTopic = 'a[href^="/topics/"]'
const firstSection = 'a[href^="/sections/"]'
const firstContributor = 'a[href^="/contributors/"]'

async function looksRight(who: string | null, paths: string[], where: Opened = house): Promise<void> {
  const { page, context, faults } = await visitor(browser, where)
  if (who) await signInBy(page, accountOf(house, who))
  const wrong: string[] = []
  for (const asked of paths) {
    const path = asked.startsWith('/') ? asked : await addressOn(page, asked)
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(path)
    // The writing page is looked at once its editor has come.
    if (await page.locator('.writing').count()) await page.getByRole('toolbar').first().waitFor()
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme: 'light' })
      const found = await faultsOf(page)
      // Only colours differ in the dark.
      await page.emulateMedia({ colorScheme: 'dark' })
      found.push(...(await faultsOf(page, ['color-contrast', 'link-in-text-block'])).map((fault) => `dark ${fault}`))
      if (width === 360) found.push(...(await overflowOf(page)))
      wrong.push(...found.map((fault) => `${path} at ${width}: ${fault}`))
    }
  }
  expect(wrong).toEqual([])
  expect(faults).toEqual([])
  await context.close()
}

async function addressOn(page: Page, selector: string): Promise<string> {
  await page.goto(`/stories/${storyIn(house, 'published').slug}`)
  return (await page.locator(selector).first().getAttribute('href')) ?? ''
}

type Found = { id: string; nodes: { target: unknown; failureSummary?: string }[] }
type Asked = { resultTypes: string[]; runOnly: { type: 'tag' | 'rule'; values: string[] } }
type WithAxe = { axe?: { run(place: Document, asked: Asked): Promise<{ violations: Found[] }> } }

async function faultsOf(page: Page, only?: string[]): Promise<string[]> {
  const asked: Asked = {
    resultTypes: ['violations'],
    runOnly: only ? { type: 'rule', values: only } : { type: 'tag', values: rules },
  }
  const first = (await askAgain(page, asked)) ?? (await askFirst(page, asked))
  const violations = await withoutScrolledPast(page, asked, first)
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')} (${nodes[0]?.failureSummary})`,
  )
}

/** What the bar at the bottom covers where the page happens to stand is asked about again in the middle of the window. */
async function withoutScrolledPast(page: Page, asked: Asked, found: Found[]): Promise<Found[]> {
  const small = found.find(({ id }) => id === 'target-size')
  if (!small) return found
  const still: Found['nodes'] = []
  for (const node of small.nodes) {
    const target = page.locator(String(node.target))
    await target.evaluate((element) => element.scrollIntoView({ block: 'center' }))
    const again = (await askAgain(page, asked)) ?? []
    const isStill = again.some(
      ({ id, nodes }) => id === small.id && nodes.some((one) => String(one.target) === String(node.target)),
    )
    if (isStill) still.push(node)
  }
  await page.evaluate(() => window.scrollTo(0, 0))
  return [...found.filter((one) => one !== small), ...(still.length ? [{ ...small, nodes: still }] : [])]
}

async function askFirst(page: Page, asked: Asked): Promise<Found[]> {
  const builder = new AxeBuilder({ page }).setLegacyMode(true).options(asked as Parameters<AxeBuilder['options']>[0])
  return (await builder.analyze()).violations
}

// Bringing axe into a page takes longer than asking it, and it stays until the page goes.
function askAgain(page: Page, asked: Asked): Promise<Found[] | null> {
  return page.evaluate(async (again) => {
    const { axe } = window as WithAxe
    // Colours fade into those of the other scheme; those on the way are nobody's.
    // What inherits a colour begins to fade when its parent has arrived.
    for (let i = 0; i < 20 && document.getAnimations().length > 0; i++) {
      await Promise.all(document.getAnimations().map((fading) => fading.finished.catch(() => null)))
      await new Promise((done) => requestAnimationFrame(done))
    }
    return axe ? (await axe.run(document, again)).violations : null
  }, asked)
}
