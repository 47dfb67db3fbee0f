// `npm run -s seed:test -- --json`: a fresh database for checks from outside, with a unique random word in every place
// that may leak. Prints one JSON object and nothing else.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { settings } from './settings.ts'

if (!settings.databaseUrl.startsWith('file:')) {
  console.error('seed:test makes a new SQLite file in DATA_DIR; unset DATABASE_URL or name a file.')
  process.exit(1)
}
const file = settings.databaseUrl.replace(/^file:(\/\/)?/, '')
for (const path of [file, `${file}-wal`, `${file}-shm`]) rmSync(path, { force: true })
for (const folder of ['pictures', 'mail']) rmSync(join(settings.dataDir, folder), { recursive: true, force: true })

const { testOutlet } = await import('./demo/test-outlet.ts')
const made = await testOutlet(settings)
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(made)}\n`)
else console.log(JSON.stringify(made, null, 2))
