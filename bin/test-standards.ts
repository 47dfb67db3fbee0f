// `npm run test:standards`: the sitemaps of a fresh outlet held against the XML schemas by xmllint, which has to be there.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newsSitemap, sitemapIndex, sitemapPart } from '#app/newsroom/wire/sitemap.server.ts'
import { openDatabase } from '#db/client.ts'
import { settings } from './settings.ts'

const SITE = 'https://courier.example.org'
const schemas = 'tests/standards/sitemap'

if (spawnSync('xmllint', ['--version']).error) {
  console.error('xmllint is missing, so nothing was checked. On Debian: apt-get install libxml2-utils')
  process.exit(1)
}
const folder = mkdtempSync(join(tmpdir(), 'copydesk-standards-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const { testOutlet } = await import('./demo/test-outlet.ts')
await testOutlet({ ...settings, siteUrl: SITE, dataDir: folder, databaseUrl: `file:${join(folder, 'standards.db')}` })
const faults = [...(await faultsOfSitemaps())]
for (const fault of faults) console.error(fault)
console.log(faults.length === 0 ? 'Every sitemap keeps to its schema.' : `${faults.length} faults.`)
process.exit(faults.length === 0 ? 0 : 1)

async function faultsOfSitemaps(): Promise<string[]> {
  const database = await openDatabase(`file:${join(folder, 'standards.db')}`)
  try {
    const { db } = database
    const now = new Date()
    const files: [name: string, schema: string, xml: string | null][] = [
      ['sitemap.xml', 'siteindex.xsd', await sitemapIndex(db, SITE, now)],
      ['pages.xml', 'all.xsd', await sitemapPart(db, 'pages.xml', SITE, now)],
      ['stories-1.xml', 'all.xsd', await sitemapPart(db, 'stories-1.xml', SITE, now)],
      ['news-sitemap.xml', 'all.xsd', await newsSitemap(db, SITE, now)],
    ]
    return files.flatMap(([name, schema, xml]) => (xml === null ? [`${name} is empty`] : faultsOf(name, schema, xml)))
  } finally {
    await database.close()
  }
}

function faultsOf(name: string, schema: string, xml: string): string[] {
  const path = join(folder, name)
  writeFileSync(path, xml)
  const { status, stderr } = spawnSync('xmllint', ['--nonet', '--noout', '--schema', join(schemas, schema), path])
  return status === 0 ? [] : [`${name}: ${stderr.toString().trim()}`]
}
