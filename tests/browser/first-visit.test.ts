// A reader's first visit, to the front page and to a long story with pictures: what is asked for, what is shown, what moves.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Browser, Page, Request, Response } from 'playwright-core'
import postcss from 'postcss'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { root } from '../../bin/build.mjs'
import { openBrowser, visitor } from './browser.ts'
import { type Opened, openCopy } from './house.ts'
import { pageOf, walkOf } from './reader-walk.ts'

const KB = 1024

let house: Opened
let browser: Browser
const paths = { front: '/', story: '' }

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openCopy(inject('demo')), openBrowser()])
  const front = await textOf('/')
  const stories = await Promise.all(
    [...new Set([...front.matchAll(/\/stories\/[\w-]+/g)].map(([path]) => path))].map(async (path) => {
      const [article = ''] = /<article[\s\S]*<\/article>/.exec(await textOf(path)) ?? []
      const pictures = article.match(/<img/g)?.length ?? 0
      return { path, pictures, words: article.replace(/<[^>]+>/g, ' ').split(/\s+/).length }
    }),
  )
  const [longest] = stories.filter(({ pictures }) => pictures > 1).sort((a, b) => b.words - a.words)
  expect(longest?.words).toBeGreaterThan(900)
  paths.story = longest?.path ?? ''
})

afterAll(async () => {
  await browser?.close()
  expect(await house?.stop()).toBe(0)
})

const visits = (['front', 'story'] as const).flatMap((what) => [360, 1280].map((width) => ({ what, width })))

test.each(visits)('$what at $width: ours alone, no cookie, no script, nothing moves', async ({ what, width }) => {
  const { page, context, faults } = await visitor(browser, house, { viewport: { width, height: 800 } })
  const asked: Request[] = []
  const answers: Response[] = []
  page.on('request', (request) => asked.push(request))
  page.on('response', (response) => answers.push(response))
  await page.addInitScript(watchPaint)
  await page.goto(paths[what], { waitUntil: 'load' })
  await expect.poll(() => page.evaluate(() => window.seen.largest)).not.toBeNull()
  const largest = await page.evaluate(() => window.seen.largest)
  await scrollThrough(page)

  // Whatever is largest on the first screen has its place before it comes.
  expect(largest?.kind === 'text' || (Number(largest?.width) > 0 && Number(largest?.height) > 0)).toBe(true)
  expect(await page.evaluate(() => window.seen.shifts)).toEqual([])
  expect(asked.filter((request) => new URL(request.url()).origin !== house.url)).toEqual([])
  const kinds = await Promise.all(
    answers.map(async (one) => [one.url(), await one.headerValue('content-type')] as const),
  )
  const beside = kinds.filter(([, kind]) => !kind?.startsWith('image/')).map(([url]) => url)
  expect(beside).toEqual([house.url + paths[what]])
  for (const answer of answers)
    expect([answer.url(), await answer.headerValue('set-cookie')]).toEqual([answer.url(), null])
  expect(await page.evaluate(() => document.cookie)).toBe('')
  expect(await context.cookies()).toEqual([])
  expect(await page.locator('script:not([type="application/ld+json"])').count()).toBe(0)
  expect(await page.evaluate(() => [...document.images].filter((image) => image.naturalWidth === 0))).toEqual([])
  expect(faults).toEqual([])
  await context.close()
})

test.each(['front', 'story'] as const)('$0: the page is whole where scripts are off', async (what) => {
  const [scripted, plain] = [await visitor(browser, house), await visitor(browser, house, { javaScriptEnabled: false })]
  const [withScript, without] = await Promise.all(
    [scripted, plain].map(async ({ page }) => {
      await page.goto(paths[what])
      return page.locator('body').innerText()
    }),
  )
  expect(without).toBe(withScript)
  expect((without ?? '').split(/\s+/).length).toBeGreaterThan(what === 'story' ? 900 : 300)
  for (const { context, faults } of [scripted, plain]) {
    expect(faults).toEqual([])
    await context.close()
  }
})

test('the story with its styles weighs at most 12 KB in one answer, whatever pictures it has', async () => {
  const html = await textOf(paths.story)
  expect(html).not.toContain('rel="stylesheet"')
  expect(brotliCompressSync(html).length).toBeLessThanOrEqual(12 * KB)
})

// A page carries those rules of its sheets that mean something on it.
test('no rule that fits an element of a page is missing in it, and no page carries all', async () => {
  // A page with a script of ours carries all rules.
  const walked = (await walkOf(house, [])).filter(
    ({ html }) => html.includes('<style>') && !html.includes(' src="/assets/'),
  )
  const kinds = new Set(walked.map(({ path }) => pageOf(path)))
  for (const kind of ['', 'stories/:slug', 'topics/:slug', 'sections/:slug', 'contributors/:handle', 'corrections'])
    expect(kinds).toContain(kind)
  const { page, context } = await visitor(browser, house)
  for (const { path } of [...kinds].flatMap((kind) => walked.filter((one) => pageOf(one.path) === kind).slice(0, 8))) {
    await page.goto(house.url + path, { waitUntil: 'domcontentloaded' })
    const own = await page.evaluate(() => [...document.querySelectorAll('style')].map((one) => one.textContent ?? ''))
    const whole = own.map(wholeSheetOf)
    expect(whole.join('').length).toBeGreaterThan(own.join('').length * 1.2)
    expect({ path, missing: await page.evaluate(rulesMissing, whole) }).toEqual({ path, missing: [] })
  }
  await context.close()
})

type Largest = { kind: 'text' | 'picture'; width: string | null; height: string | null }
type Shift = { value: number; moved: string[] }
declare global {
  interface Window {
    seen: { largest: Largest | null; shifts: Shift[] }
  }
}

// Runs in the page before anything else of it.
function watchPaint(): void {
  type Paint = PerformanceEntry & { element: Element | null }
  type Moved = PerformanceEntry & { value: number; sources: { node: Node | null }[] }
  const seen: Window['seen'] = { largest: null, shifts: [] }
  window.seen = seen
  new PerformanceObserver((list) => {
    for (const { element } of list.getEntries() as Paint[])
      if (element)
        seen.largest = {
          kind: element instanceof HTMLImageElement ? 'picture' : 'text',
          width: element.getAttribute('width'),
          height: element.getAttribute('height'),
        }
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries() as Moved[])
      seen.shifts.push({
        value,
        moved: sources.map(({ node }) => (node instanceof Element ? node.outerHTML.slice(0, 80) : 'text')),
      })
  }).observe({ type: 'layout-shift', buffered: true })
}

/** Down the whole page, a screen at a time, until every picture has come. */
async function scrollThrough(page: Page): Promise<void> {
  const screens = await page.evaluate(() => Math.ceil(document.documentElement.scrollHeight / window.innerHeight))
  for (let screen = 0; screen < screens; screen++) {
    await page.evaluate((down) => window.scrollTo(0, down * window.innerHeight), screen)
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  }
  await expect.poll(() => page.evaluate(() => [...document.images].every((image) => image.complete))).toBe(true)
}

// Runs in the page. A rule counts as fitting whatever an element's state, and what stands before or after it counts as it.
function rulesMissing(sheets: string[]): string[] {
  function ruled(rules: CSSRuleList, group = ''): { key: string; selector: string }[] {
    return [...rules].flatMap((rule) => {
      if (rule instanceof CSSStyleRule) return [{ key: group + rule.cssText, selector: rule.selectorText }]
      return rule instanceof CSSMediaRule ? ruled(rule.cssRules, `${group}${rule.conditionText} `) : []
    })
  }
  const own = new Set([...document.styleSheets].flatMap(({ cssRules }) => ruled(cssRules).map(({ key }) => key)))
  const states =
    /::[\w-]+(\([^)]*\))?|:(hover|focus|focus-visible|focus-within|active|visited|target|checked|invalid)\b/g
  return sheets.flatMap((css) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    return ruled(sheet.cssRules)
      .filter(({ selector }) => document.querySelector(`:is(${selector.replace(states, '')})`) !== null)
      .map(({ key }) => key)
      .filter((key) => !own.has(key))
  })
}

const rulesOf = (css: string) =>
  postcss
    .parse(css)
    .nodes.filter(({ type }) => type === 'rule')
    .map(String)

/** The built sheet that a page's rules were taken from. */
function wholeSheetOf(css: string): string {
  const folder = join(root, 'build/client/assets')
  const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'))
  const found = sheets
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .find((sheet) => {
      const rules = new Set(rulesOf(sheet))
      return rulesOf(css).every((rule) => rules.has(rule))
    })
  return found ?? expect.unreachable(`no sheet has the rules of ${css.slice(0, 100)}`)
}

async function textOf(path: string): Promise<string> {
  return (await fetch(house.url + path)).text()
}
