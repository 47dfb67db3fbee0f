// `npm run bench`: figures as ratios to a floor measured in the same interleaved run, beside their goals.
// `-- story copy` runs some rows, `-- --json` prints JSON only, `-- --compare FILE` sets an earlier JSON beside,
// `-- memory --minutes 30` loads for so long.
import { asked, names, unknown } from './bench/asked.mjs'
import { endAll } from './bench/houses.mjs'
import { lcpRows } from './bench/lcp.mjs'
import { copyRows, editorChunk, queueRows } from './bench/own-work.mjs'
import { pageRows } from './bench/pages.mjs'
import { photoRows } from './bench/photo.mjs'
import { report } from './bench/report.mjs'
import { saveRows } from './bench/saves.mjs'
import { searchRows } from './bench/search.mjs'
import { staleRows } from './bench/stale.mjs'
import { startRows } from './bench/starts.mjs'
import { writingRows } from './bench/write-page.mjs'
import { buildWhenStale, root } from './build.mjs'

if (unknown) {
  console.error(`There is no row "${unknown}"; there are ${names.join(', ')}.`)
  process.exit(1)
}

process.chdir(root)
await buildWhenStale()
const rows = []
try {
  if (asked('cold', 'size')) rows.push(...(await startRows()))
  if (asked('story', 'front', 'hub', 'section', 'feed', 'atom', 'json', '304', 'fresh', 'bytes', 'memory'))
    rows.push(...(await pageRows()))
  if (asked('stale')) rows.push(...(await staleRows()))
  if (asked('lcp')) rows.push(...(await lcpRows()))
  if (asked('chunk', 'writing')) rows.push(editorChunk())
  if (asked('writing')) rows.push(...(await writingRows()))
  if (asked('autosave', 'move')) rows.push(...(await saveRows()))
  if (asked('copy', 'diff', 'likeness')) rows.push(...(await copyRows()))
  if (asked('queue')) rows.push(...(await queueRows()))
  if (asked('photo')) rows.push(...(await photoRows()))
  if (asked('search')) rows.push(...(await searchRows()))
} finally {
  await endAll()
}
report(rows)
