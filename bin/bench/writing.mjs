// The writing page in a real browser: when it can be written in, how much script that takes, and what a key costs.
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium as browserOf } from 'playwright-core'
import { chromium as pathOfChromium } from '../chromium.mjs'

const OPENINGS = 6
const KEYS_A_ROUND = 60
const quietly = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']

/**
 * Opens the draft as a new visitor some times, then types into the middle of its 5,000 words.
 * @param {{ url: string, seeded: { accounts: Record<string, { email: string, password: string }>, stories: Record<string, { id: string }> }, rounds: number }} setup
 * @returns {Promise<{ usable: number[], scriptBytes: number, paint: number[][], cpu: number[] }>} milliseconds; the bytes as they cross the wire; `paint` and `cpu` one entry a round
 */
export async function timeWriting({ url, seeded, rounds }) {
  const reporter = seeded.accounts.reporterA
  const story = seeded.stories.draft
  if (!reporter || !story) throw new Error('the seed has no reporter with a draft')
  const browser = await browserOf.launch({ executablePath: pathOfChromium(), args: quietly })
  try {
    const cookies = await signIn(browser, url, reporter)
    await write5000Words(cookies, url, story.id)
    const opened = []
    for (let i = 0; i < OPENINGS; i++) opened.push(await open(browser, cookies, `${url}/my/stories/${story.id}`))
    const usable = opened.map((one) => one.usable)
    const last = opened.at(-1)
    if (!last) throw new Error('nothing was opened')
    for (const one of opened.slice(0, -1)) await one.context.close()
    const { paint, cpu } = await type(last.page, rounds)
    return { usable, scriptBytes: last.scriptBytes(), paint, cpu }
  } finally {
    await browser.close()
  }
}

/** @typedef {Awaited<ReturnType<import('playwright-core').BrowserContext['cookies']>>} Cookies */

/** @param {import('playwright-core').Browser} browser @param {string} url @param {{ email: string, password: string }} account */
async function signIn(browser, url, { email, password }) {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${url}/sign-in`)
  await page.locator('input[type=email]').fill(email)
  await page.locator('input[type=password]').fill(password)
  await page.locator('main button[type=submit], button[type=submit]').last().click()
  await page.waitForURL((at) => at.pathname !== '/sign-in')
  const cookies = await context.cookies()
  await context.close()
  return cookies
}

/** @param {Cookies} cookies @param {string} url @param {string} id */
async function write5000Words(cookies, url, id) {
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const page = await (await fetch(`${url}/my/stories/${id}`, { headers: { cookie } })).text()
  const version = Number(/name="version" value="(\d+)"/.exec(page)?.[1])
  const words = 'The engineers measured the bridge in the valley before the convoy crossed it at noon today'
  const paragraph = (/** @type {number} */ at) => ({
    type: 'paragraph',
    content: [{ type: 'text', text: `${at} ${Array.from({ length: 4 }, () => words).join('. ')}.` }],
  })
  const heading = (/** @type {number} */ at) => ({
    type: 'heading',
    attrs: { level: 2 },
    content: [{ type: 'text', text: `Part ${at}` }],
  })
  const content = Array.from({ length: 80 }, (_, at) => (at % 8 === 7 ? [heading(at), paragraph(at)] : [paragraph(at)]))
  const answer = await fetch(`${url}/my/stories/${id}/draft`, {
    method: 'PUT',
    headers: { cookie, origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({
      version,
      headline: 'A long story',
      standfirst: 'What it cost.',
      copy: { type: 'doc', content: content.flat() },
    }),
  })
  if (answer.status !== 200) throw new Error(`the draft answers ${answer.status}: ${await answer.text()}`)
}

/** A first visit, with an empty cache, until a letter can be typed. @param {import('playwright-core').Browser} browser @param {Cookies} cookies @param {string} address */
async function open(browser, cookies, address) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  await context.addCookies(cookies)
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  let bytes = 0
  /** @type {Set<string>} */
  const scripts = new Set()
  devtools.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  const began = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await page.locator('.ProseMirror[contenteditable=true]').waitFor()
  const usable = performance.now() - began
  return { context, page, usable, scriptBytes: () => bytes }
}

/** @param {import('playwright-core').Page} page @param {number} rounds */
async function type(page, rounds) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  await page.locator('.ProseMirror').evaluate((box) => {
    const { editor } = /** @type {HTMLElement & { editor: import('@tiptap/core').Editor }} */ (box)
    editor.commands.setTextSelection(Math.floor(editor.state.doc.content.size / 2))
    editor.commands.scrollIntoView()
    box.focus()
    /** @type {number[]} */
    const took = []
    Object.assign(window, { took })
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () => took.push(performance.now() - timeStamp)
          channel.port2.postMessage(null) // runs after the frame was painted
        })
      },
      { capture: true },
    )
  })
  const busy = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }
  const paint = []
  const cpu = []
  for (let round = -1; round < rounds; round++) {
    await sleep(400)
    const before = await busy()
    for (let key = 0; key < KEYS_A_ROUND; key++) {
      await page.keyboard.press(key % 6 === 5 ? 'Space' : 'abcdef'.charAt(key % 6))
      await sleep(45)
    }
    const spent = ((await busy()) - before) / KEYS_A_ROUND
    const took = await page.evaluate(() => {
      const all = /** @type {{ took: number[] } & Window} */ (/** @type {unknown} */ (window)).took
      return all.splice(0)
    })
    if (round < 0) continue // warm-up
    paint.push(took)
    cpu.push(spent)
  }
  return { paint, cpu }
}
