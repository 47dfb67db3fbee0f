// `npm run test:standards`: the sitemaps of a fresh outlet held against the XML schemas by xmllint, and its feeds read by
// feedparser. Both have to be there.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { desc, eq } from 'drizzle-orm'
import { feedOf } from '#app/newsroom/wire/feeds.server.ts'
import { newsSitemap, sitemapIndex, sitemapPart } from '#app/newsroom/wire/sitemap.server.ts'
import { openDatabase } from '#db/client.ts'
import { editions, publications } from '#db/schema/press.ts'
import { settings } from './settings.ts'

const SITE = 'https://courier.example.org'
const schemas = 'tests/standards/sitemap'
// What a headline can hold that a feed can trip over: marks of HTML and XML, quotes, three scripts, a letter beyond the first plane.
const HOSTILE = `</title> <script>alert(1)</script> & &amp; ]]> "a" 'b' Мост جسر 𝄞`

if (spawnSync('xmllint', ['--version']).error) {
  console.error('xmllint is missing, so nothing was checked. On Debian: apt-get install libxml2-utils')
  process.exit(1)
}
// The system's own Python: Debian's modules are installed for no other.
const python = '/usr/bin/python3'
if (spawnSync(python, ['-c', 'import feedparser']).status !== 0) {
  console.error('feedparser is missing, so nothing was checked. On Debian: apt-get install python3-feedparser')
  process.exit(1)
}
const folder = mkdtempSync(join(tmpdir(), 'copydesk-standards-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const { testOutlet } = await import('./demo/test-outlet.ts')
await testOutlet({ ...settings, siteUrl: SITE, dataDir: folder, databaseUrl: `file:${join(folder, 'standards.db')}` })
const faults = [...(await faultsOfSitemaps()), ...(await faultsOfFeeds())]
for (const fault of faults) console.error(fault)
console.log(
  faults.length === 0
    ? 'Every sitemap keeps to its schema, and every feed is read as it was written.'
    : `${faults.length} faults.`,
)
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

async function faultsOfFeeds(): Promise<string[]> {
  const database = await openDatabase(`file:${join(folder, 'standards.db')}`)
  try {
    const { db } = database
    const [newest] = await db.select().from(publications).orderBy(desc(publications.publishedAt)).limit(1)
    if (!newest) return ['the outlet published nothing']
    await db.transaction((tx) =>
      tx.update(editions).set({ headline: HOSTILE }).where(eq(editions.id, newest.editionId)).returning(),
    )
    const kinds = [
      ['rss', 'rss20'],
      ['atom', 'atom10'],
    ] as const
    const faults: string[] = []
    for (const [format, kind] of kinds) {
      const feed = await feedOf(db, { kind: 'paper' }, format, SITE, new Date())
      faults.push(...(feed === null ? [`${format} is empty`] : faultsOfFeed(format, kind, feed.body, newest.slug)))
    }
    return faults
  } finally {
    await database.close()
  }
}

type Read = { fault: string | null; kind: string; entries: { title: string; link: string; text: string }[] }

function faultsOfFeed(format: string, kind: string, body: string, slug: string): string[] {
  const path = join(folder, `feed.${format}`)
  writeFileSync(path, body)
  const { stdout, stderr, status } = spawnSync(python, ['tests/standards/read-feed.py', path], { encoding: 'utf8' })
  if (status !== 0) return [`${format}: ${stderr.trim()}`]
  const read: Read = JSON.parse(stdout)
  const entry = read.entries.find(({ link }) => link.endsWith(`/stories/${slug}`))
  return [
    ...(read.fault === null ? [] : [`${format}: ${read.fault}`]),
    ...(read.kind === kind ? [] : [`${format}: it was taken for ${read.kind}`]),
    ...(entry?.title === HOSTILE ? [] : [`${format}: the headline was read as ${entry?.title}`]),
    ...(read.entries.every(({ text }) => text.length > 100) ? [] : [`${format}: an entry without its text`]),
  ]
}
