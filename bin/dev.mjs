// The site while it is worked on: Vite reloads what changes, one process serves it all.
import { createServer as createHttp } from 'node:http'
import { createServer as createVite } from 'vite'
import { root } from './build.mjs'
import { stopOnSignal } from './stop.mjs'

process.chdir(root)
process.env.NODE_ENV = 'development'

const http = createHttp()
const vite = await createVite({ server: { middlewareMode: true, hmr: { server: http } } })
// Before the build: the tables take their dialect from DATABASE_URL when they load.
const { settings } = await vite.ssrLoadModule('/bin/settings.ts')

/** @type {{ build: unknown, house: any } | null} */
let current = null
/** @type {Promise<any>} */
let last = Promise.resolve()

http.on('request', (request, response) => {
  vite.middlewares(request, response, async () => {
    try {
      const house = await houseOfNow()
      house.listener(request, response)
    } catch (error) {
      if (error instanceof Error) vite.ssrFixStacktrace(error)
      console.error(error)
      response.statusCode = 500
      response.end(error instanceof Error ? error.stack : String(error))
    }
  })
})
http.listen(settings.port, settings.host, () => console.error(`Copydesk (development) is open at ${settings.siteUrl}`))
stopOnSignal(async () => {
  http.closeAllConnections()
  await current?.house.stop()
  await vite.close()
})

/** One house at a time: the old one lets go of the data before the new one takes it. */
function houseOfNow() {
  const mine = last.then(async () => {
    const build = await vite.ssrLoadModule('virtual:remix/server-build')
    if (current?.build === build) return current.house
    await current?.house.stop()
    current = null
    const house = await build.entry.module.createServer(build, 'development', settings)
    current = { build, house }
    return house
  })
  last = mine.catch(() => {})
  return mine
}
