// Takes one mail on standard input and counts it when it reports that a newsletter letter was refused: `npm run bounce`.
import { text } from 'node:stream/consumers'
import { settings } from './settings.ts'

const { bouncedKey, LONGEST_REPORT } = await import('#app/newsroom/wire/bounce-report.ts')
// A mail server that is told of a failure here would report that too: whatever comes in, this ends well.
const key = bouncedKey((await text(process.stdin)).slice(0, LONGEST_REPORT))
if (key === null) console.log('This mail reports no newsletter letter that was refused for good.')
else {
  const { openDatabase } = await import('#db/client.ts')
  const { bounceReported } = await import('#app/newsroom/wire/bounces.server.ts')
  const database = await openDatabase(settings.databaseUrl)
  try {
    const counted = await bounceReported(database.db, key, new Date())
    console.log(counted ? 'The refusal is counted.' : 'The letter is not known, or its refusal was counted before.')
  } finally {
    await database.close()
  }
}
