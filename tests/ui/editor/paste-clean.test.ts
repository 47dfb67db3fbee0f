// What is pasted from word processors and pages, cleaned by the browser's own parser.
import { build } from 'esbuild'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromium as pathOfChromium } from '../../../bin/chromium.mjs'

let browser: Browser
let page: Page

beforeAll(async () => {
  const bundle = await build({
    entryPoints: ['app/ui/editor/paste-clean.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'paste',
  })
  browser = await chromium.launch({
    executablePath: pathOfChromium(),
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  })
  page = await browser.newPage()
  await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '' })
}, 60_000)

afterAll(() => browser?.close())

async function cleaned(html: string): Promise<string> {
  const result = await page.evaluate((pasted) => {
    const { paste } = window as unknown as { paste: { cleanPaste(html: string): string } }
    return paste.cleanPaste(pasted)
  }, html)
  return result.replace(/>\s+</g, '><').trim()
}

test('a numbered list of Word becomes a numbered list without its signs', async () => {
  const item = (level: number, sign: string, words: string) =>
    `<p class=MsoListParagraph style='margin-left:36pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${sign}<span>&nbsp;&nbsp;</span></span><![endif]>${words}</p>`
  expect(await cleaned(`${item(1, '1.', 'First')}${item(1, '2.', 'Second')}<p>After</p>`)).toBe(
    '<ol><li><p>First</p></li><li><p>Second</p></li></ol><p>After</p>',
  )
})

test('a nested list of Word keeps its levels', async () => {
  const item = (level: number, words: string) =>
    `<p style="mso-list:l1 level${level} lfo2"><!--[if !supportLists]--><span>·</span><!--[endif]-->${words}</p>`
  expect(await cleaned(item(1, 'One') + item(2, 'Inner') + item(1, 'Two'))).toBe(
    '<ul><li><p>One</p><ul><li><p>Inner</p></li></ul></li><li><p>Two</p></li></ul>',
  )
})

test('words that tracked changes took out stay out, what they put in stays in', async () => {
  expect(await cleaned('<p>The <del>old</del><ins>new</ins> bridge <s cite="mailto:a@example.org">fell</s></p>')).toBe(
    '<p>The <ins>new</ins> bridge </p>',
  )
})

test('the wrapper of Google Docs is not bold, its bold spans are', async () => {
  expect(
    await cleaned(
      '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:400">Plain </span><span style="font-weight:700">loud</span><span style="font-style:italic"> soft</span></p><br></b>',
    ),
  ).toBe('<p><span>Plain </span><span><strong>loud</strong></span><span><em> soft</em></span></p>')
})

test('a table becomes a paragraph a row', async () => {
  expect(
    await cleaned(
      '<table><tr><th>Town</th><th>Shells</th></tr><tr><td>Varna</td><td>12</td></tr><tr><td></td></tr></table>',
    ),
  ).toBe('<p>Town | Shells</p><p>Varna | 12</p>')
})

test('links lose redirects and tracking', async () => {
  expect(
    await cleaned(
      '<a href="https://www.google.com/url?q=https://example.org/a%3Futm_source%3Dx%26id%3D7&amp;sa=D">a</a>',
    ),
  ).toBe('<a href="https://example.org/a?id=7">a</a>')
  expect(await cleaned('<a href="https://example.org/?fbclid=abc&amp;b=1">a</a>')).toBe(
    '<a href="https://example.org/?b=1">a</a>',
  )
})

test('scripts, styles, frames and pictures of other sites are dropped, and nothing runs', async () => {
  const html = await cleaned(
    '<style>p{}</style><p onclick="window.ran=1">a<img src=x onerror="window.ran=1"><script>window.ran=1</script></p><iframe src="https://example.org"></iframe>',
  )
  expect(html).not.toMatch(/<(style|script|img|iframe)/)
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
})

test('non-breaking spaces become spaces', async () => {
  expect(await cleaned('<p>a&nbsp;b</p>')).toBe('<p>a b</p>')
})
