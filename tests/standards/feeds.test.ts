// Every feed of a served outlet, with a hostile headline and note in it, as feedparser and rss-parser read it.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Parser from 'rss-parser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { python } from '../../bin/debian.mjs'
import { correctStory } from '../browser/corrected-story.ts'
import { type House, openHouse, storyIn } from '../browser/house.ts'
import { faultsOfJsonFeed } from '../newsroom/wire/json-feed-faults.ts'

// What a headline can hold that a feed can trip over: marks of HTML and XML, quotes, three scripts, letters beyond the first plane.
const HOSTILE = `</title> <script>alert(1)</script> & &amp; &#x41; ]]> <![CDATA[ "a" 'b' \\ %26 Мост جسر 24/7 𝄞 👩‍👩‍👧`

const kinds = { 'feed.xml': 'rss20', 'atom.xml': 'atom10' } as const

let house: House
let folder: string
let lists: string[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'copydesk-feeds-'))
  house = await openHouse()
  const story = storyIn(house, 'published')
  const text = 'The bridge was opened on a Monday, in the rain, and the mayor had brought an umbrella for everybody.'
  await correctStory(house, story, { text, headline: HOSTILE, standfirst: HOSTILE, note: HOSTILE })
  const page = await textOf(`/stories/${story.slug}`)
  const linked = (form: RegExp) => form.exec(page)?.[0] ?? ''
  lists = [
    '',
    linked(/\/topics\/[\w-]+/),
    linked(/\/sections\/[\w-]+/),
    linked(/\/contributors\/[\w-]+/),
    '/corrections',
  ]
})

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  expect(await house?.stop()).toBe(0)
})

test('feedparser reads every RSS and Atom feed as what it is, without a fault, to the last byte of the headline', async () => {
  for (const path of feeds(Object.keys(kinds))) {
    const file = join(folder, 'feed')
    writeFileSync(file, await textOf(path))
    const { stdout, stderr } = spawnSync(python, ['tests/standards/read-feed.py', file], { encoding: 'utf8' })
    const read = JSON.parse(stdout || JSON.stringify({ fault: stderr })) as Read
    const kind = kinds[path.split('/').at(-1) as keyof typeof kinds]
    expect([path, read.fault, read.kind]).toEqual([path, null, kind])
    expectHostile(path, read.entries)
  }
})

test('rss-parser reads the same', async () => {
  for (const path of feeds(Object.keys(kinds))) {
    const { items, title } = await new Parser().parseString(await textOf(path))
    expect([path, title]).toEqual([path, expect.stringContaining('Balkan Defence Courier')])
    const entries = items.map((item) => {
      const { title: headline = '', link = '', content = '' } = item
      return { title: headline, link, text: String(item['content:encoded'] ?? content) }
    })
    expectHostile(path, entries)
  }
})

test('every JSON feed keeps to its schema and holds the same headline', async () => {
  for (const path of feeds(['feed.json'])) {
    const body = await textOf(path)
    expect([path, faultsOfJsonFeed(body)]).toEqual([path, []])
    const { items } = JSON.parse(body) as { items: { title: string; url: string; content_html: string }[] }
    expectHostile(
      path,
      items.map(({ title, url, content_html }) => ({ title, link: url, text: content_html })),
    )
  }
})

type Entry = { title: string; link: string; text: string }
type Read = { fault: string | null; kind: string; entries: Entry[] }

function expectHostile(path: string, entries: Entry[]): void {
  const story = `${house.url}/stories/${storyIn(house, 'published').slug}`
  const entry = entries.find(({ link }) => link.startsWith(story))
  const title = path.startsWith('/corrections') ? `Correction: ${HOSTILE}` : HOSTILE
  expect([path, entry?.title]).toEqual([path, title])
  for (const { text } of entries) expect([path, text.length > 15]).toEqual([path, true])
}

function feeds(files: string[]): string[] {
  return lists.flatMap((list) => files.map((file) => `${list}/${file}`))
}

async function textOf(path: string): Promise<string> {
  const answer = await fetch(house.url + path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}
