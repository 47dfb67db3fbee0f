// The rules of its sheets inside a page: all that mean something there, no others, and exactly what the policy names.
import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { sheetsInside } from '#app/platform/sheets-inside.server.ts'
import { writeSheetParts } from '../../bin/sheet-parts.mjs'

const folder = mkdtempSync(join(tmpdir(), 'copydesk-sheets-'))

beforeAll(async () => {
  const sheet = [
    ':root{--a:1}',
    'table td,.card h3{color:red}',
    '.card:hover>.name::after{content:"."}',
    '.list:not(.card) li{margin:0}',
    '[data-kind=x] .name:has(> .list){margin:1px}',
    '@media (min-width:40rem){.card{margin:2px}.list{margin:3px}}',
    '@media print{.list{margin:4px}}',
    '@keyframes turn{to{rotate:1turn}}',
  ]
  writeFileSync(join(folder, 'paper-abc.css'), sheet.join(''))
  writeFileSync(join(folder, 'more-abc.css'), '.card{padding:0}')
  await writeSheetParts(folder, join(folder, 'sheets'))
})

const inside = (html: string, how?: { whole: boolean }) => sheetsInside(join(folder, 'sheets'))(html, how)
const body = '</head><body>'
const link = (name: string) => `<link rel="stylesheet" href="/assets/${name}"/>`
const card = `<head>${link('paper-abc.css')}</head><div class="wide card"><p class="name">$&amp; “$1”</p></div>`

test('a page gets the rules of what it holds, in their order, and nothing else changes', async () => {
  const css =
    ':root{--a:1}.card:hover>.name::after{content:"."}[data-kind=x] .name:has(> .list){margin:1px}' +
    '@media (min-width:40rem){.card{margin:2px}}@keyframes turn{to{rotate:1turn}}'
  const { html } = await inside(card)
  expect(html).toBe(card.replace(link('paper-abc.css'), () => `<style>${css}</style>`))
})

test('one selector of several is enough, an element as good as a class', async () => {
  const { html } = await inside(`${link('paper-abc.css')}${body}<table><tr><td></table><ul class="list"><li></ul>`)
  for (const rule of ['table td,.card h3{', '.list:not(.card) li{', '@media print{.list{', '{.list{margin:3px}}'])
    expect(html).toContain(rule)
  expect(html).not.toContain('.card{')
})

test('a page whose script adds elements gets every rule', async () => {
  const { html } = await inside(card, { whole: true })
  for (const rule of ['table td,.card h3{', '.list:not(.card) li{', '@media print{.list{']) expect(html).toContain(rule)
})

test('the sources are the digests of what stands between the tags, sheet by sheet', async () => {
  const { html, sources } = await inside(link('more-abc.css') + card)
  const styles = [...html.matchAll(/<style>(.*?)<\/style>/g)].map(([, css = '']) => css)
  expect(styles).toHaveLength(2)
  const digests = styles.map((css) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`)
  expect(sources).toEqual(digests)
})

test('of a sheet without a rule for the page nothing is left', async () => {
  expect(await inside(`${link('more-abc.css')}${body}<p>`)).toEqual({ html: `${body}<p>`, sources: [] })
})

test('what only looks like a link, in the text of a page, stays as it is', async () => {
  const page = `${body}<p>${link('paper-abc.css')}</p>`
  expect(await inside(page)).toEqual({ html: page, sources: [] })
})

test('a sheet that is not there stays a link, and no name leads out of the folder', async () => {
  for (const name of ['other-abc.css', '../secret.css', '..%2Fsecret.css']) {
    const page = link(name) + body
    expect(await inside(page)).toEqual({ html: page, sources: [] })
  }
})
