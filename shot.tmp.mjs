import { readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'

const [, , url, out, width = '1280', scheme = 'light', who = 'editor', click = ''] = process.argv
const base = 'http://127.0.0.1:4571'
const acc = readFileSync('/tmp/checks-demo/demo-accounts.txt', 'utf8')
const line = acc.split('\n').find((l) => l.toLowerCase().includes(who))
const b = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
const ctx = await b.newContext({ viewport: { width: +width, height: 900 }, colorScheme: scheme, baseURL: base })
const p = await ctx.newPage()
if (who !== 'nobody') {
  await p.goto('/sign-in')
  const [email, password] = [line.match(/\S+@\S+/)[0], line.trim().split(/\s+/).at(-1)]
  await p.fill('[name=email]', email)
  await p.fill('[name=password]', password)
  await p.click('main button[type=submit], form button[type=submit]')
  await p.waitForURL((u) => !u.pathname.startsWith('/sign-in'))
}
await p.goto(url)
if (click) for (const c of click.split(';;')) await p.locator(c).first().click()
await p.waitForTimeout(400)
await p.screenshot({ path: out, fullPage: !process.env.VIEW })
if (process.env.HREFS)
  console.log(
    await p.$$eval('a', (as) => as.map((a) => a.getAttribute('href')).filter((h) => h?.startsWith('/desk/stories'))),
  )
await b.close()
