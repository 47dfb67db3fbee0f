// What the queue costs with a thousand, a hundred thousand and a million stories, measured in turns; prints JSON.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

process.env.DATABASE_URL = 'file:' // before anything of ours is loaded
const { deskLoad, queueCounts } = await import('#app/newsroom/desk/queue-counts.server.ts')
const { reviewQueue } = await import('#app/newsroom/desk/review-queue.server.ts')
const { waitsAt } = await import('#app/newsroom/desk/waits.server.ts')
const { openDatabase } = await import('#db/client.ts')
const { asked, fillManyStories } = await import('./bench/many-stories.ts')

type Db = Awaited<ReturnType<typeof openDatabase>>['db']
type Person = Parameters<typeof reviewQueue>[2]

const sizes = [1_000, 100_000, 1_000_000]
const ROUNDS = 8
const RUNS = 10
/** As many as there are among a thousand, whatever is asked. */
const LINES = 8
const now = new Date()
const who: Person = {
  id: asked.editor,
  publicId: `p${asked.editor}`,
  name: '',
  email: '',
  role: 'editor',
  trusted: true,
  confirmed: true,
  language: 'en',
  safetyMode: false,
}

/** Each gives back how many lines it found, so that nothing is measured that found nothing. */
const measures: Record<string, (db: Db, size: number) => Promise<number>> = {
  'queue first page': (db) => page(db, { tab: 'new', limit: 50 }),
  'queue first page, every state': (db) => page(db, { tab: 'all', limit: 50 }),
  'queue deep page': (db, size) =>
    page(db, { tab: 'new', after: `${Date.UTC(2020, 0, 1) + size * 500}-${size / 2}`, limit: 50 }),
  'queue Mine': (db) => page(db, { tab: 'mine' }),
  'queue by section': (db) => page(db, { tab: 'new', section: `section-${asked.section}` }),
  'queue by language': (db) => page(db, { tab: 'new', language: 'bg' }),
  'queue by topic': (db) => page(db, { tab: 'new', topic: asked.topic }),
  'queue by a common word': (db) => page(db, { tab: 'new', text: asked.common }),
  'queue by a rare word': (db) => page(db, { tab: 'all', text: asked.rare }),
  'queue counts': async (db) => (await queueCounts(db, { tab: 'new' }, who)).all?.stories ?? 0,
  'queue counts of a section': async (db) =>
    (await queueCounts(db, { tab: 'new', section: `section-${asked.section}` }, who)).all?.stories ?? 0,
  'load of every editor': async (db) => (await deskLoad(db, who)).length,
  'how long the desk takes': async (db, size) => {
    const when = new Date(Date.UTC(2020, 0, 1) + size * 1000 + 7_200_000)
    return (await waitsAt(db, asked.section, when)).outlet.firstAnswerMs ?? 0
  },
}

async function page(db: Db, question: Parameters<typeof reviewQueue>[1]): Promise<number> {
  return (await reviewQueue(db, { limit: LINES, ...question }, who, now)).rows.length
}

const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-queue-'))
const opened: { size: number; database: Awaited<ReturnType<typeof openDatabase>> }[] = []
try {
  const seconds: Record<number, number> = {}
  for (const size of sizes) {
    const began = performance.now()
    const database = await openDatabase(`file:${join(folder, `${size}.db`)}`)
    opened.push({ size, database })
    await database.migrate()
    await fillManyStories(database, size)
    seconds[size] = (performance.now() - began) / 1000
  }
  const times: Record<string, Record<number, number[]>> = {}
  for (let round = -1; round < ROUNDS; round++)
    for (const [name, measure] of Object.entries(measures))
      for (const { size, database } of [...opened].sort(() => Math.random() - 0.5)) {
        const all: number[] = []
        for (let run = 0; run < RUNS; run++) {
          const began = performance.now()
          const found = await measure(database.db, size)
          all.push(performance.now() - began)
          if (found === 0) throw new Error(`${name} found nothing among ${size}`)
        }
        if (round < 0) continue // warm-up
        times[name] ??= {}
        times[name][size] = [...(times[name][size] ?? []), median(all)]
      }
  const medians = Object.entries(times).map(([name, bySize]) => [
    name,
    Object.fromEntries(Object.entries(bySize).map(([size, all]) => [size, median(all)])),
  ])
  process.stdout.write(`${JSON.stringify({ seconds, times: Object.fromEntries(medians) })}\n`)
} finally {
  for (const { database } of opened) await database.close()
  rmSync(folder, { recursive: true, force: true })
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
