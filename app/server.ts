// Wires the house once: data, sessions, mail, pictures, the guard, kept pages and Remix behind one node:http server.

import { randomBytes } from 'node:crypto'
import { createServer as createHttp, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { type AppLoadContext, createRequestHandler, type RequestHandler, type ServerBuild } from '@remix-run/node'
import { Hono } from 'hono'
import { startClock } from '#app/jobs/clock.server.ts'
import { deskMark } from '#app/newsroom/desk/live.server.ts'
import type { Mailer } from '#app/newsroom/letters/send-letters.server.ts'
import { changeReader } from '#app/newsroom/outlet/paper-changes.server.ts'
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import type { PictureSizer, SmallerEncoder } from '#app/newsroom/pictures/picture-store.ts'
import { liveNews } from '#app/newsroom/press/live-news.server.ts'
import { nextChange } from '#app/newsroom/press/next-change.server.ts'
import { pressWork } from '#app/newsroom/press/press-work.server.ts'
import { readOldEditions } from '#app/newsroom/press/searchable-editions.server.ts'
import { readOldStories } from '#app/newsroom/story/searchable-words.server.ts'
import type { DrawingBoard } from '#app/newsroom/wire/drawings.ts'
import { faultAsJson, finishAnswer } from '#app/platform/answers.server.ts'
import { openCredentialReader } from '#app/platform/content-credentials.server.ts'
import type { Settings } from '#app/platform/env.server.ts'
import { openEventStreams } from '#app/platform/event-streams.server.ts'
import { frontGuard, hasBody } from '#app/platform/guard.ts'
import { securityHeaders } from '#app/platform/headers.ts'
import { type FreshPage, openKeptPages } from '#app/platform/kept-pages.server.ts'
import { openLog } from '#app/platform/log.server.ts'
import { nearRoutes } from '#app/platform/near-routes.ts'
import { openOriginals } from '#app/platform/originals.server.ts'
import { openPictureStore } from '#app/platform/picture-store.server.ts'
import { closePort, openPort, refuse, refuseNonsense } from '#app/platform/port.server.ts'
import { publicCaching } from '#app/platform/public-caching.ts'
import { postToPublic } from '#app/platform/public-post.server.ts'
import { frontCache } from '#app/platform/purge.server.ts'
import { addressOf, openRateLimits } from '#app/platform/rate-limits.server.ts'
import { openReadCounter } from '#app/platform/read-counter.server.ts'
import { routeNames } from '#app/platform/route-names.ts'
import { makeSeal } from '#app/platform/seal.server.ts'
import { openSessions } from '#app/platform/session.server.ts'
import { openSharedNews } from '#app/platform/shared-news.server.ts'
import { sheetsInside } from '#app/platform/sheets-inside.server.ts'
import { openUploadFiles } from '#app/platform/upload-files.server.ts'
import { issueWordsFor } from '#app/words/issue-mail.ts'
import { letterWordsFor } from '#app/words/letters.ts'
import { openDatabase } from '#db/client.ts'

export type Mode = 'development' | 'production'

/** A wired house: `listener` answers requests, `listen` opens the port, `stop` finishes work and closes the data. */
export type HouseServer = {
  listener: (request: IncomingMessage, response: ServerResponse) => void
  listen(): Promise<Server>
  stop(): Promise<void>
}

/** What the build made, from the folder the house is started in. */
const built = './build'
/** Stories from before there was a search are read at the start; the clock reads the rest of very many. */
const OLD_STORIES_AT_START = 500

type Wired = Awaited<ReturnType<typeof wire>>
type Env = { Bindings: HttpBindings }

/** Opens and migrates the data, starts the clock, and gives the server. Throws one clear line when the data cannot be used. */
export async function createServer(build: ServerBuild, mode: Mode, settings: Settings): Promise<HouseServer> {
  const house = await wire(settings)
  const newsletter = {
    wordsIn: issueWordsFor,
    seal: makeSeal(settings.secretKey, 'newsletter'),
    perMinute: settings.newsletterPerMinute,
  }
  const clock = startClock({ ...house, siteUrl: settings.siteUrl, wordsIn: letterWordsFor, newsletter })
  const listener = listenerOf(build, mode, house)
  let http: Server | null = null
  return {
    listener,
    async listen() {
      http = createHttp({ headersTimeout: 20_000, requestTimeout: 300_000, keepAliveTimeout: 5_000 }, listener)
      http.on('clientError', refuseNonsense)
      await openPort(http, settings)
      return http
    },
    async stop() {
      for (const streams of [house.streams, house.hubStreams]) streams.stop() // or the port would wait for them
      await Promise.all([clock.stop(), http && closePort(http)])
      await house.database.close()
    },
  }
}

async function wire(settings: Settings) {
  const database = await openDatabase(settings.databaseUrl)
  await database.migrate()
  const { db } = database
  await readOldStories(db, OLD_STORIES_AT_START)
  await readOldEditions(db, OLD_STORIES_AT_START)
  const kept = openKeptPages({
    mark: database.dataVersion,
    changes: changeReader(db),
    everything: paperKeys.whole,
    nextChange: () => nextChange(db, new Date()),
    caching: publicCaching({ purges: settings.purge !== null }),
  })
  await kept.catchUp()
  const log = openLog(settings.logLevel)
  // The move calls it after its commit, before its answer: whoever asks next gets the new paper.
  const press = pressWork(settings.siteUrl, kept.catchUp)
  const hubNews = openSharedNews(() => liveNews(db, new Date()))
  return {
    settings,
    database,
    db,
    press,
    kept,
    reads: openReadCounter(),
    log,
    streams: openEventStreams({
      written: database.dataVersion,
      mark: () => deskMark(db, new Date()),
      onFault: (error) => log.error({ err: error }, 'a stream of events failed'),
    }),
    hubNews,
    hubStreams: openEventStreams({
      written: database.dataVersion,
      mark: hubNews.mark,
      onFault: (error) => log.error({ err: error }, 'a stream to readers failed'),
      // Many readers stand behind one address of a mobile network.
      perPerson: 30,
      perProcess: 2000,
      lookEveryMs: 1000,
    }),
    mailer: mailerWhenAsked(settings),
    sessions: openSessions(db, { secure: settings.siteUrl.startsWith('https:'), local: settings.local }),
    limits: openRateLimits({ on: settings.rateLimits }),
    pictures: openPictureStore(join(settings.dataDir, 'pictures')),
    sizer: sizerWhenAsked(),
    credentials: openCredentialReader(),
    drawings: drawingsWhenAsked(),
    announce: postToPublic,
    front: frontCache(settings.purge),
    originals: openOriginals(join(settings.dataDir, 'originals'), settings.secretKey),
    uploads: openUploadFiles(join(settings.dataDir, 'uploads')),
  }
}

// Mail and pictures bring large libraries. Loading them with the first letter and the first picture opens the house sooner.
function mailerWhenAsked(settings: Settings): Mailer {
  let opened: Promise<Mailer> | null = null
  return {
    async send(letter) {
      opened ??= import('#app/platform/mailer.server.ts').then(({ openMailer }) => openMailer(settings))
      return (await opened).send(letter)
    },
  }
}

function sizerWhenAsked(): PictureSizer & SmallerEncoder {
  let opened: Promise<PictureSizer & SmallerEncoder> | null = null
  const sizer = () => {
    opened ??= import('#app/platform/picture-sizes.server.ts').then(({ openPictureSizer }) => openPictureSizer())
    return opened
  }
  return {
    readsHeic: async () => (await sizer()).readsHeic(),
    size: async (bytes) => (await sizer()).size(bytes),
    smaller: async (bytes) => (await sizer()).smaller(bytes),
  }
}

function drawingsWhenAsked(): DrawingBoard {
  let opened: Promise<DrawingBoard> | null = null
  return {
    async draw(what, photo) {
      opened ??= import('#app/platform/drawings.server.ts').then(({ openDrawingBoard }) => openDrawingBoard())
      return (await opened).draw(what, photo)
    },
  }
}

// The order of things: what is kept in memory, then the guard, then files, then Remix.
function listenerOf(build: ServerBuild, mode: Mode, house: Wired): HouseServer['listener'] {
  const { kept, reads, sessions, settings } = house
  const front = frontGuard(settings)
  const app = getRequestListener(appOf(build, mode, house).fetch)
  const cookieName = `${sessions.cookieName}=`
  return (request, response) => {
    const { headers, method } = request
    const simple = (method === 'GET' || method === 'HEAD') && !headers.cookie?.includes(cookieName)
    if (simple && front.knowsHost(headers.host) && !hasBody(headers) && kept.answer(request, response))
      return reads.count(request)
    const refusal = front.refusal({ method: method ?? '', url: request.url ?? '', headers })
    if (refusal) refuse(request, response, refusal)
    else app(request, response).catch((error) => house.log.error({ err: error }, 'an answer could not be sent'))
  }
}

/** What open pages ask without anybody doing anything: it does not keep a session alive. */
const asksByItself = /^\/(desk\/(events|stories\/[^/]+\/presence)|topics\/[^/]+\/events)$/

function appOf(build: ServerBuild, mode: Mode, house: Wired) {
  const { kept, sessions, settings, log } = house
  const development = mode === 'development'
  const security = securityHeaders({ https: settings.siteUrl.startsWith('https:') })
  const nameOf = routeNames(build.routes)
  const handle = handlerOf(build, mode)
  const facing = { security, development, sheetsInside: sheetsInside(`${built}/sheets`), tag: house.front?.tag ?? null }
  const app = new Hono<Env>()

  if (!development)
    app.use('/assets/*', serveStatic({ root: `${built}/client`, precompressed: true, onFound: foundFor(security) }))

  app.all('*', async (c) => {
    const started = performance.now()
    const request = c.req.raw
    const requestId = randomBytes(9).toString('base64url')
    const nonce = randomBytes(16).toString('base64')
    const madeIn = kept.epoch()
    const now = new Date()
    const hasSession = (request.headers.get('cookie') ?? '').includes(`${sessions.cookieName}=`)
    const asked = { request, nonce, requestId, hasSession }
    let answer: Response
    let extra = new Headers()
    let person: AppLoadContext['person'] = null
    try {
      const session = await sessions.read(request, now, { seen: !asksByItself.test(new URL(request.url).pathname) })
      extra = session.headers
      person = session.person
      const { needsSecondFactor } = session
      const {
        db,
        limits,
        streams,
        hubNews,
        hubStreams,
        pictures,
        sizer,
        credentials,
        originals,
        uploads,
        drawings,
        press,
      } = house
      const { incoming } = c.env
      const forwarded = request.headers.get('x-forwarded-for') ?? undefined
      const address = addressOf(incoming.socket.remoteAddress, forwarded, settings.trustProxy)
      const own = { db, now, person, needsSecondFactor, nonce, requestId, log: log.child({ requestId }), address }
      const stores = { pictures, sizer, credentials, originals, uploads, drawings }
      answer = await handle(request, {
        ...own,
        ...stores,
        settings,
        sessions,
        limits,
        streams,
        hubNews,
        hubStreams,
        press,
      })
    } catch (error) {
      log.error({ err: error, requestId }, 'request failed')
      answer = faultAsJson(500, new Headers(), requestId)
    }
    const finished = await finishAnswer(answer, { ...asked, ...facing, extra, caching: kept.caching() })
    if (finished.answer.status === 200 && isReader(person)) house.reads.count(c.env.incoming)
    if (finished.fresh && !development) keepAside(house, c.env.incoming.url ?? '', finished.fresh, madeIn)
    const ms = Math.round((performance.now() - started) * 10) / 10
    const facts = { requestId, method: request.method, route: nameOf(c.req.path), status: finished.answer.status, ms }
    log.info(person ? { ...facts, person: person.publicId } : facts, 'request')
    return finished.answer
  })
  return app
}

// Each address is handled by a Remix that knows only the routes it could belong to. With all of them (more than 130) every
// request would pay for making them, ranking them and trying them one by one, several times over.
function handlerOf(build: ServerBuild, mode: Mode): RequestHandler {
  const near = nearRoutes(build.routes)
  const manifests = build.assets.routes
  const made = new Map<ServerBuild['routes'], RequestHandler>()
  return (request, context) => {
    const routes = near(new URL(request.url).pathname)
    let handler = made.get(routes)
    if (!handler) {
      const known = Object.keys(routes).flatMap((id) => (manifests[id] ? [[id, manifests[id]] as const] : []))
      const assets = { ...build.assets, routes: Object.fromEntries(known) }
      handler = createRequestHandler({ ...build, routes, assets }, mode)
      made.set(routes, handler)
    }
    return handler(request, context)
  }
}

// Those who work on a story look at its page more often than its readers.
function isReader(person: AppLoadContext['person']): boolean {
  return person === null || person.role === 'contributor'
}

function keepAside({ kept, log }: Wired, url: string, fresh: FreshPage, madeIn: number) {
  kept.keep(url, fresh, madeIn).catch((error) => log.error({ err: error }, 'a page could not be kept'))
}

// Built files are named after their content, so they never change under their name.
function foundFor(security: Record<string, string>) {
  return (path: string, c: { header(name: string, value: string): void }) => {
    if (path.includes('/writing-worker-')) c.header('service-worker-allowed', '/my/stories')
    for (const [name, value] of Object.entries(security)) c.header(name, value)
    c.header('cache-control', 'public, max-age=31536000, immutable')
  }
}
