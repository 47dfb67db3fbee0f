// Every sitemap of a served outlet against the XML schemas, by xmllint.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Opened, openCopy } from '../browser/house.ts'
import { all, strictXml, textIn } from '../newsroom/wire/strict-xml.ts'

let house: Opened
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'copydesk-sitemaps-'))
  house = await openCopy(inject('demo'))
})

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  expect(await house?.stop()).toBe(0)
})

test('the index and every map it names keep to their schemas, those of news and pictures among them', async () => {
  const index = await textOf('/sitemap.xml')
  expect(faultsOf('siteindex.xsd', index)).toBe('')
  const parts = all(strictXml(index), 'sitemap').map((one) => textIn(one, 'loc').replace(house.url, ''))
  expect(parts).toEqual(['/sitemaps/pages.xml', '/sitemaps/stories-1.xml', '/news-sitemap.xml'])
  const bodies = new Map<string, string>()
  for (const part of parts) bodies.set(part, await textOf(part))
  for (const [part, body] of bodies) expect([part, faultsOf('all.xsd', body)]).toEqual([part, ''])
  expect(bodies.get('/sitemaps/stories-1.xml')).toContain('<image:loc>')
  expect(bodies.get('/news-sitemap.xml')).toContain('<news:title>')
})

test('xmllint would see an element that is not there', async () => {
  const news = await textOf('/news-sitemap.xml')
  expect(faultsOf('all.xsd', news.replaceAll('news:title>', 'news:headline>'))).toContain('news')
})

function faultsOf(schema: string, xml: string): string {
  const path = join(folder, 'map.xml')
  writeFileSync(path, xml)
  const args = ['--nonet', '--noout', '--schema', join('tests/standards/sitemap', schema), path]
  const { status, stderr } = spawnSync('xmllint', args, { encoding: 'utf8' })
  return status === 0 ? '' : stderr.trim()
}

async function textOf(path: string): Promise<string> {
  const answer = await fetch(house.url + path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}
