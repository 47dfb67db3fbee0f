// A newsroom to measure: published stories of about 900 words in a new SQLite file in DATA_DIR. Prints their slugs as JSON.
import { settings } from './settings.ts'

const { fillBenchNewsroom } = await import('./bench/newsroom.ts')
process.stdout.write(`${JSON.stringify(await fillBenchNewsroom(settings, Number(process.argv[2]) || 60))}\n`)
