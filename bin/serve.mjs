// Serves the built site: `npm run serve`, and the last step of `npm start`.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { root } from './build.mjs'
import { stopOnSignal } from './stop.mjs'

/** Opens the built server in this process. Says one clear line and exits when it cannot. */
export async function serve() {
  process.env.NODE_ENV ??= 'production'
  // Between collections the heap may grow by half, not to three times what is alive. A Node that does not know it goes on.
  setFlagsFromString('--heap-growing-percent=50')
  const server = join(root, 'build/server/index.js')
  if (!existsSync(server)) stopWith('There is nothing built yet: run `npm run build` first.')
  try {
    const build = await import(pathToFileURL(server).href)
    const read = build.entry.module.readSettings(process.env)
    if (!read.ok) return stopWith(read.faults.join('\n'))
    const { settings } = read
    const house = await build.entry.module.createServer(build, 'production', settings)
    await house.listen()
    stopOnSignal(() => house.stop())
    return settings
  } catch (error) {
    return stopWith(error instanceof Error ? error.message : String(error))
  }
}

/** @param {string} line @returns {never} */
function stopWith(line) {
  console.error(line)
  process.exit(1)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.chdir(root)
  const { siteUrl, smtpUrl, dataDir } = await serve()
  console.error(`Copydesk is open at ${siteUrl}`)
  if (!smtpUrl) console.error(`SMTP_URL is not set: letters are kept in ${join(dataDir, 'mail')}`)
}
