// What browsers are sent: how much, and nothing that belongs to the server.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveDraft, startDraft } from '#app/newsroom/story/drafts.server.ts'
import { readSettings, type Settings } from '#app/platform/env.server.ts'
import { languages } from '#app/words/languages.ts'
import { openDatabase } from '#db/client.ts'
import { editorFiles } from '../../bin/bench/chunks.mjs'
import { buildWhenStale } from '../../bin/build.mjs'
import { nodesIn } from '../../bin/demo/copy-words.ts'
import { demoStories } from '../../bin/demo/stories.ts'
import { castOf, copyOf, move } from '../cast.ts'

const KB = 1024
const assets = resolve('build/client/assets')
let names: string[] = []

beforeAll(async () => {
  await buildWhenStale()
  names = readdirSync(assets).filter((name) => /\.(js|css)$/.test(name))
}, 300_000)

test('no package of the server is in a file that browsers get', () => {
  const marks = [
    /drizzle:/, // every table and column of drizzle carries it
    /better-sqlite3|SQLITE_BUSY|BEGIN IMMEDIATE/i,
    /createTransport|nodemailer/,
    /validateSession|invalidateSession/, // lucia
    /VipsForeign|limitInputPixels/, // sharp
    /argon2|rate-limiter|RateLimiterMemory/,
    /DATABASE_URL|SECRET_KEY|SMTP_URL/,
  ]
  const found = names.flatMap((name) => {
    const text = readFileSync(join(assets, name), 'utf8')
    return marks.filter((mark) => mark.test(text)).map((mark) => `${name}: ${mark}`)
  })
  expect(found).toEqual([])
})

test('the editor is at most 115 KB, without React', () => {
  const editor = editorFiles(assets)
  // Wherever the bundler puts them, Tiptap and ProseMirror are among these.
  expect(editor.some((name) => readFileSync(join(assets, name), 'utf8').includes('ProseMirror'))).toBe(true)
  expect(sizeOf(editor)).toBeGreaterThan(60 * KB)
  expect(sizeOf(editor)).toBeLessThanOrEqual(115 * KB)
})

test('all script of the writing page is at most 260 KB', async () => {
  const { assets: manifest } = await builtServer()
  const write = manifest.routes['routes/contributor/write']
  const starts = [manifest.entry.module, manifest.routes.root?.module, write?.module, manifest.url]
  // A page loads one book of words, the one of its language; the largest counts.
  const books = names.filter((name) => /^(en|bg|ar)-[\w-]+\.js$/.test(name))
  expect(books).toHaveLength(languages.length)
  const [largest] = [...books].sort((a, b) => sizeOf([b]) - sizeOf([a]))
  const all = reachable(starts.map((path) => (path ?? '').replace('/assets/', ''))).filter(
    (name) => (name === largest || !books.includes(name)) && !isReaderOfWord(name),
  )
  expect(all).toContain(largest)
  expect(all.some((name) => name.startsWith('story-editor-'))).toBe(true)
  expect(sizeOf(all)).toBeLessThanOrEqual(260 * KB)
})

test('what reads files of Word is one file, fetched when such a file is chosen, of at most 100 KB', () => {
  const readers = names.filter(isReaderOfWord)
  expect(readers).toHaveLength(1)
  expect(sizeOf(readers)).toBeLessThanOrEqual(100 * KB)
  const naming = names.filter((name) => readFileSync(join(assets, name), 'utf8').includes(readers[0] ?? '-'))
  expect(naming.map((name) => name.replace(/-[\w-]{8}\.js$/, ''))).toEqual(['import-dialog'])
})

test('every file that pages are told to fetch is there, under the name it was built with', () => {
  const server = resolve('build/server')
  const written = readdirSync(server, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(server, name), 'utf8'))
    .join('\n')
  const named = new Set([...written.matchAll(/["'`]\/assets\/([\w-]+\.(?:js|css))/g)].map(([, name]) => name ?? ''))
  for (const script of ['desk-live', 'live-hub', 'writing-worker', 'paper'])
    expect(
      [...named].some((name) => name.startsWith(`${script}-`)),
      script,
    ).toBe(true)
  expect([...named].filter((name) => !names.includes(name))).toEqual([])
})

test('no stylesheet is larger than 10 KB', () => {
  const sheets = names.filter((name) => name.endsWith('.css'))
  expect(sheets.length).toBeGreaterThanOrEqual(4)
  for (const name of sheets) expect(sizeOf([name]), name).toBeLessThanOrEqual(10 * KB)
})

test('a story of 900 words is at most 10 KB with its styles, in one request, without script', {
  timeout: 120_000,
}, async () => {
  const { page, url } = await servedStory()
  const html = await (await fetch(url + page)).text()
  // Blocks of data are no script: browsers run only what has no type, or a type of script.
  expect((html.match(/<script[^>]*>/g) ?? []).filter((tag) => tag !== '<script type="application/ld+json">')).toEqual(
    [],
  )
  expect(html.match(/<img/g)).toBeNull()
  expect(html).not.toContain('rel="stylesheet"')
  const words = (html.match(/<article[\s\S]*<\/article>/)?.[0] ?? '').replace(/<[^>]+>/g, ' ').split(/\s+/).length
  expect(words).toBeGreaterThan(850)
  expect(compressed(Buffer.from(html))).toBeLessThanOrEqual(10 * KB)
})

const closers: (() => Promise<void> | void)[] = []
afterAll(async () => {
  for (const close of closers.reverse()) await close()
})

type Built = {
  assets: { url: string; entry: { module: string }; routes: Record<string, { module: string } | undefined> }
  entry: {
    module: {
      createServer(
        build: unknown,
        mode: string,
        settings: Settings,
      ): Promise<{ listen(): Promise<unknown>; stop(): Promise<void> }>
    }
  }
}

function builtServer(): Promise<Built> {
  return import(/* @vite-ignore */ pathToFileURL(resolve('build/server/index.js')).href)
}

/** The built house on a port of its own, with one published story of 900 words. */
async function servedStory(): Promise<{ page: string; url: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-bundle-'))
  closers.push(() => rmSync(folder, { recursive: true, force: true }))
  const port = 42_000 + (process.pid % 8_000)
  const read = readSettings({ DATA_DIR: folder, PORT: String(port), LOG_LEVEL: 'silent' })
  if (!read.ok) throw new Error(read.faults.join(' '))
  const page = await publishedStory(read.settings.databaseUrl)
  const build = await builtServer()
  const house = await build.entry.module.createServer(build, 'production', read.settings)
  await house.listen()
  closers.push(() => house.stop())
  return { page, url: read.settings.siteUrl }
}

async function publishedStory(databaseUrl: string): Promise<string> {
  const database = await openDatabase(databaseUrl)
  await database.migrate()
  const { db } = database
  const cast = await castOf(db)
  const when = new Date(Date.now() - 60_000)
  const { publicId } = await startDraft(db, {}, cast.reporter, when)
  const draft = {
    version: 1,
    headline: 'A bridge that took two years is open again after the flood',
    standfirst: 'What it cost, who built it, and why the people of the valley had to wait for it so long.',
    section: 'exercises',
    topics: ['border'],
    copy: copyOf(...paragraphsOf900Words()),
    sources: 'The mayor told me.',
  }
  const saved = await saveDraft(db, publicId, draft, cast.reporter, when)
  if (!saved.ok) throw new Error(JSON.stringify(saved))
  let slug = ''
  for (const [who, what] of [
    [cast.reporter, 'submit'],
    [cast.editor, 'claim'],
    [cast.editor, 'approve'],
    [cast.editor, 'publish'],
  ] as const) {
    const moved = await move(db, cast, who, publicId, what, {}, when)
    if (!moved.ok) throw new Error(JSON.stringify(moved))
    slug = moved.slug ?? slug
  }
  await database.close()
  return `/stories/${slug}`
}

// Real sentences: repeated ones would compress too well.
function paragraphsOf900Words(): string[] {
  const all = demoStories
    .flatMap((story) => nodesIn(story.copy))
    .filter((node) => node.type === 'paragraph')
    .map((node) =>
      nodesIn(node)
        .map((part) => part.text ?? '')
        .join(''),
    )
  const paragraphs: string[] = []
  for (let words = 0, at = 0; words < 900 && at < all.length; at++) {
    const text = all[at] ?? ''
    paragraphs.push(text)
    words += text.split(/\s+/).length
  }
  return paragraphs
}

function isReaderOfWord(name: string): boolean {
  return name.startsWith('import-worker-')
}

/** The files and everything that they name. */
function reachable(start: string[]): string[] {
  const seen = new Set<string>()
  const open = start.filter((name) => names.includes(name))
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue
    seen.add(name)
    if (name.startsWith('manifest-')) continue // names every page; loads none
    for (const [, other] of readFileSync(join(assets, name), 'utf8').matchAll(/["'/]([\w.-]+\.js)["']/g))
      if (other && names.includes(other)) open.push(other)
  }
  return [...seen]
}

function sizeOf(files: string[]): number {
  return files.reduce((sum, name) => sum + compressedSize(name), 0)
}

function compressedSize(name: string): number {
  const made = join(assets, `${name}.br`)
  return existsSync(made) ? statSync(made).size : compressed(readFileSync(join(assets, name)))
}

function compressed(bytes: Buffer): number {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
}
