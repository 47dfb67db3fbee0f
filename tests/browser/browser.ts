// A Chromium for the browser tests that notices every fault a page reports.
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core'
import { expect } from 'vitest'
import { chromium as pathOfChromium } from '../../bin/chromium.mjs'
import type { Account, House, Opened } from './house.ts'

/** The arguments every Chromium of the tests gets. */
export const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts Chromium without a window. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: pathOfChromium(), args: quietly })
}

/** A visitor of their own: no cookies of others, and `faults`, which collects what pages complain of. */
export async function visitor(
  browser: Browser,
  house: Pick<Opened, 'url'>,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; context: BrowserContext; faults: string[] }> {
  const context = await browser.newContext({
    baseURL: house.url,
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  })
  context.setDefaultTimeout(30_000)
  const faults: string[] = []
  context.on('weberror', (fault) => faults.push(`page error: ${fault.error()}`))
  context.on('console', (message) => {
    // A page that answers 4xx on purpose is also reported here; what it shows is asked elsewhere.
    const isAnswer = /Failed to load resource: the server responded with a status of 4\d\d/.test(message.text())
    if (message.type() === 'error' && !isAnswer) faults.push(`console: ${message.text()}`)
  })
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? ''
    // A page that is left while a chunk of it is on its way through the service worker; one that really lacks a chunk
    // says so itself ("Failed to fetch dynamically imported module").
    const isLeft = why === 'net::ERR_FAILED' && new URL(request.url()).pathname.startsWith('/assets/')
    if (!isLeft && !/ERR_ABORTED/.test(why) && !(options.javaScriptEnabled === false && why === 'csp'))
      faults.push(`request failed: ${request.url()} ${why}`)
  })
  context.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(house.url))
      faults.push(`asked somebody else: ${request.url()}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()}: ${response.url()}`)
  })
  return { page: await context.newPage(), context, faults }
}

/** Signs in by the form. */
export async function signInBy(page: Page, { email, password }: Pick<Account, 'email' | 'password'>): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail', { exact: true }).fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

/** A new draft of this account in the real writing page, with its editor there. Console faults come with it. */
export async function openWriting(browser: Browser, house: House, account: Account) {
  const { page, faults } = await visitor(browser, house)
  await signInBy(page, account)
  await page.goto('/my/stories')
  await page.getByRole('button', { name: 'Write a story' }).click()
  await page.getByRole('toolbar', { name: 'Formatting' }).waitFor()
  return { page, faults, box: page.getByRole('textbox', { name: 'Story', exact: true }) }
}

/** What sticks out of the page to the right, as a list of elements; empty when nothing scrolls sideways. */
export function overflowOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= wide) return []
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > wide + 1)
      .slice(0, 5)
      .map(
        (element) =>
          `${element.tagName.toLowerCase()}.${element.className} to ${element.getBoundingClientRect().right}`,
      )
      .concat(`the page is ${document.documentElement.scrollWidth} wide, the window ${wide}`)
  })
}

/** Selects these words in an open editor as a pointer would. The editor itself hears of it a moment later. */
export async function selectWords(box: Locator, words: string): Promise<void> {
  await box.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0 || node.parentElement?.closest('del')) continue
      if (element instanceof HTMLElement) element.focus()
      document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
      return
    }
    throw new Error(`nowhere: ${wanted}`)
  }, words)
  await expect.poll(() => box.evaluate(() => document.getSelection()?.toString())).toBe(words)
}
