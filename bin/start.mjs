// `npm start`: from a fresh clone to an open newsroom in one command. Installs, builds, fills and serves, each only when needed.
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildWhenStale, root } from './build.mjs'
import { installWhenMissing } from './installed.mjs'
import { refuseOldNode } from './node-version.mjs'
import { serve } from './serve.mjs'

/** @typedef {{ email: string, password: string }} Account */

refuseOldNode()
process.chdir(root)
process.env.NODE_ENV ??= 'production'
installWhenMissing(root)
if (await buildWhenStale()) console.error('Built.')

const { settings } = await import(pathToFileURL(join(root, 'build/bin/settings.js')).href)
const accounts = await fillWhenNew()
await serve()
sayWhereItIs(accounts)

/** A new local site begins with the demo outlet; a public one never gets accounts that this program chose. */
async function fillWhenNew() {
  const file = settings.databaseUrl.startsWith('file:') ? settings.databaseUrl.replace(/^file:(\/\/)?/, '') : null
  const seed = join(root, 'build/bin/seed.js')
  if (!file || !settings.local || existsSync(file) || !existsSync(seed)) return null
  console.error('Filling the new database with a demo outlet …')
  const { seedDemo } = await import(pathToFileURL(seed).href)
  const made = /** @type {Record<string, Account>} */ (await seedDemo(settings))
  writeFileSync(accountsFile(), `${linesOf(made).join('\n')}\n`, { mode: 0o600 })
  return made
}

/** @param {Record<string, Account> | null} made */
function sayWhereItIs(made) {
  const say = (/** @type {string} */ line) => console.error(line)
  say('')
  say(`Copydesk is open at ${settings.siteUrl}`)
  if (made) {
    say(`Sign in at ${settings.siteUrl}/sign-in as`)
    for (const line of linesOf(made)) say(`  ${line}`)
    say(`These accounts are also written down in ${accountsFile()}`)
  } else if (existsSync(accountsFile()))
    say(`Sign in at ${settings.siteUrl}/sign-in; the demo accounts are in ${accountsFile()}`)
  else say('To make the first admin: npm run make-admin -- you@example.org')
  if (!settings.smtpUrl)
    say(`Letters are kept as files in ${join(settings.dataDir, 'mail')} (set SMTP_URL to send them).`)
  say('Press Ctrl+C to stop.')
}

function accountsFile() {
  return join(settings.dataDir, 'demo-accounts.txt')
}

/** @param {Record<string, Account>} made */
function linesOf(made) {
  return Object.entries(made).map(([role, { email, password }]) => `${role.padEnd(9)} ${email}   password: ${password}`)
}
