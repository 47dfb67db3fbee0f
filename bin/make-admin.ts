// Makes or promotes an admin from the command line: `npm run make-admin -- e-mail`. Gives a link, never a password.
import { settings } from './settings.ts'

const email = process.argv[2]
if (!email) {
  console.error('Give the e-mail address: npm run make-admin -- you@example.org')
  process.exit(1)
}

const { openDatabase } = await import('#db/client.ts')
const { makeFirstAdmin } = await import('#app/newsroom/people/first-admin.server.ts')
const database = await openDatabase(settings.databaseUrl)
try {
  await database.migrate()
  const made = await makeFirstAdmin(database.db, email, new Date())
  if (made.ok) {
    const done = made.made === 'created' ? 'is a new admin' : 'is an admin now; the old sessions have ended'
    console.log(`${email} ${done}. A letter is on its way; this link sets the password, once, within an hour:`)
    console.log(settings.siteUrl + made.path)
  } else {
    console.error(`${email} is not an e-mail address.`)
    process.exitCode = 1
  }
} finally {
  await database.close()
}
