// Every page for readers of two outlets, held against the living standard of HTML by the Nu checker and by html-validate.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Opened, openCopy, openHouse } from '../browser/house.ts'
import { faultsOfHtml } from '../browser/html-faults.ts'
import { pageOf, readerPages, type Walked, walkOf, walkOfSeeded } from '../browser/reader-walk.ts'

let houses: Opened[] = []
let pages: Walked[] = []

beforeAll(async () => {
  const [house, demo] = await Promise.all([openHouse(), openCopy(inject('demo'))])
  houses = [house, demo]
  pages = [...(await walkOfSeeded(house)), ...(await walkOf(demo, ['/search?from=2020-01-01&order=newest']))]
})

afterAll(async () => {
  for (const house of houses) expect(await house.stop()).toBe(0)
})

test('the walk comes to every page for readers, and to those that are refused', () => {
  const visited = new Set(pages.filter(({ status }) => status === 200).map(({ path }) => pageOf(path)))
  expect(readerPages.filter((page) => !visited.has(page))).toEqual([])
  expect([...new Set(pages.map(({ status }) => status))].sort()).toEqual([200, 404, 410])
  expect(pages.length).toBeGreaterThan(100)
  // What a story can hold, and what a page of search and a front page lead on to.
  const all = pages.map(({ html }) => html).join('\n')
  for (const part of [
    '<figure class="picture',
    '<figure class="pull-quote',
    '<figure class="quote',
    '<aside class="fact-box" data-kind="timeline"',
    '<aside class="related"',
    '<ol class="live-entries"',
    '<ins',
    'lang="ar" dir="rtl"',
    '/?after=',
    '&amp;after=',
  ])
    expect([part, all.includes(part)]).toEqual([part, true])
})

test('the Nu checker finds no error on any of them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-pages-'))
  try {
    const files = pages.map(({ html }, at) => {
      const file = join(folder, `${at}.html`)
      writeFileSync(file, html)
      return file
    })
    expect(faultsByNu(files).map(({ file, fault }) => `${pages[files.indexOf(file)]?.path}: ${fault}`)).toEqual([])
    // That it looks at all: a page with an error of each kind.
    const broken = join(folder, 'broken.html')
    writeFileSync(
      broken,
      '<!DOCTYPE html><html lang="en"><title>x</title><p id="a"><p id="a"><style>p { colour: red }</style>',
    )
    expect(faultsByNu([broken]).length).toBeGreaterThan(1)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('html-validate finds nothing on any of them', async () => {
  const found = new Set<string>()
  for (const { path, html } of pages) for (const fault of await faultsOfHtml(html)) found.add(`${path} ${fault}`)
  expect([...found]).toEqual([])
})

type Message = { type: string; subType?: string; url?: string; message: string; extract?: string }

function faultsByNu(files: string[]): { file: string; fault: string }[] {
  const jar = String(createRequire(import.meta.url)('vnu-jar'))
  const args = ['-Xss4m', '-jar', jar, '--format', 'json', '--no-langdetect', '--exit-zero-always', ...files]
  const { stderr, error } = spawnSync('java', args, { encoding: 'utf8', maxBuffer: 200_000_000 })
  if (error) throw error
  // Beside errors it says what is a matter of style, such as the slash that React writes at the end of void elements.
  return (JSON.parse(stderr) as { messages: Message[] }).messages
    .filter(({ type, subType }) => type !== 'info' || subType === 'warning')
    .map(({ url = '', message, extract = '' }) => ({ file: url.replace(/^file:/, ''), fault: `${message} ${extract}` }))
}
