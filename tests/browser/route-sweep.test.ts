// Every address × every role × every method: nobody gets what is not theirs, and nothing ends in a fault of ours.
import type { RouteConfigEntry } from '@remix-run/route-config'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { moves } from '#app/newsroom/desk/workflow.ts'
import routes from '#app/routes.ts'
import { accountOf, type House, openHouse, type SeededStory, signIn, storyIn } from './house.ts'
import { has, isDesk, isSignedIn, onlySends, type Role, rooms } from './routes-by-hand.ts'
import { photoWithPlace } from './sample-photo.ts'

const roles: Role[] = ['nobody', 'suspended', 'unconfirmed', 'reporterB', 'reporterA', 'editorA', 'admin']
const table = (routes as RouteConfigEntry[]).map(({ path = '', file }) => ({
  path,
  id: file.replace(/\.tsx?$/, ''),
}))

type Visit = { path: string; url: string; story: SeededStory | null }
type Answer = { status: number; text: string; headers: Headers }

let house: House
const cookies = new Map<Role, string>()
let visits: Visit[] = []
let secrets: Map<string, Secret>

beforeAll(async () => {
  house = await openHouse()
  for (const role of roles) cookies.set(role, role === 'nobody' ? '' : await signIn(house, accountOf(house, role)))
  secrets = secretsOf(house)
  visits = await visitsOf()
})

afterAll(async () => {
  const log = house?.log() ?? ''
  expect(await house?.stop()).toBe(0)
  expect(log).not.toMatch(/"level":(50|60)/)
})

test('the table of this test names exactly the addresses of the house', () => {
  expect(Object.keys(rooms).sort()).toEqual(table.map(({ path }) => path).sort())
  for (const { path } of table)
    expect(
      visits.some((visit) => visit.path === path),
      path,
    ).toBe(true)
})

test('who may sign in', () => {
  for (const role of roles) expect([role, cookies.get(role) !== '']).toEqual([role, isSignedIn(role)])
})

test.each(roles)('looking around as %s', async (role) => {
  const wrong: string[] = []
  await each(visits, async (visit) => {
    const { path, url, story } = visit
    const expected = looked(visit, role)
    const page = await ask(role, 'GET', url)
    judge(wrong, role, `GET ${url} (${story?.state ?? '-'})`, page, expected)
    const id = table.find((row) => row.path === path)?.id ?? ''
    const data = await ask(role, 'GET', `${url}${url.includes('?') ? '&' : '?'}_data=${encodeURIComponent(id)}`)
    // What is a redirect for a page is an empty answer for a script.
    judge(wrong, role, `GET ${url} _data (${story?.state ?? '-'})`, data, expected === 302 ? 204 : expected)
    if (isSignedIn(role) && page.status === 200 && !/immutable/.test(page.headers.get('cache-control') ?? ''))
      if (!/no-store/.test(page.headers.get('cache-control') ?? '')) wrong.push(`${url} may be kept by caches`)
    const head = await ask(role, 'HEAD', url)
    if (head.status !== page.status || head.text !== '') wrong.push(`HEAD ${url}: ${head.status}, GET ${page.status}`)
  })
  expect(wrong).toEqual([])
})

test.each(roles)('sending nothing as %s', async (role) => {
  const wrong: string[] = []
  const once = table
    .map(({ path }) => visits.find((visit) => visit.path === path))
    .filter((visit) => visit !== undefined)
  await each(once, async ({ path, url }) => {
    if (path === 'sign-out' && isSignedIn(role)) return // it would be obeyed
    const row = rooms[path]
    const id = table.find((one) => one.path === path)?.id ?? ''
    for (const method of ['POST', 'PUT', 'DELETE'])
      for (const query of ['', `?_data=${encodeURIComponent(id)}`]) {
        const answer = await ask(role, method, url.split('?')[0] + query)
        const what = `${method} ${url}${query}`
        leaks(wrong, role, what, answer)
        const { status } = answer
        if (status >= 500) wrong.push(`${what}: ${status}`)
        else if (row?.sends === null) {
          if (![400, 401, 403, 404, 405].includes(status)) wrong.push(`${what}: ${status}, but nothing can be sent`)
        } else if (row && row.sends !== 'everybody' && !isSignedIn(role)) {
          if (status !== 401) wrong.push(`${what}: ${status}, not 401`)
        } else if (row && (row.sends === 'desk' || row.sends === 'admin') && !has(row.sends, role)) {
          if (status !== 403) wrong.push(`${what}: ${status}, not 403`)
        } else if (row?.sends === 'owner' && !has('owner', role) && ![400, 404, 405, 415, 422].includes(status))
          if (status !== (query ? 204 : 303))
            // A redirect (204 for a script) may only lead back to a page that is closed to them.
            wrong.push(`${what}: ${status}, not refused`)
      }
  })
  expect(wrong).toEqual([])
})

test('a route cannot be asked for at another one’s address', async () => {
  const wrong: string[] = []
  for (const role of ['nobody', 'reporterB', 'unconfirmed'] as const)
    await each(table, async ({ id, path }) => {
      for (const at of ['/', '/sign-in', `/desk/stories/${storyIn(house, 'in_review').id}`])
        for (const method of ['GET', 'POST']) {
          const answer = await ask(role, method, `${at}?_data=${encodeURIComponent(id)}`)
          leaks(wrong, role, `${method} ${at} for ${id}`, answer)
          const isItsOwn = at === '/' ? path === '' : at === `/${path}` || path === 'desk/stories/:id'
          if (answer.status >= 500 || (!isItsOwn && answer.status < 400))
            wrong.push(`${method} ${at}?_data=${id} as ${role}: ${answer.status}`)
        }
    })
  expect(wrong).toEqual([])
})

test('strangers’ orders are refused as if there were no story, and change nothing', async () => {
  const before = await standing()
  const wrong: string[] = []
  const photo = await photoWithPlace()
  for (const role of ['nobody', 'suspended', 'unconfirmed', 'reporterB', 'editorA'] as const)
    await each(Object.values(house.seeded.stories), async (story) => {
      for (const [method, url, body] of ordersFor(story, photo.buffer, role === 'editorA' ? 'writing' : 'all')) {
        const { status, text, headers } = await ask(role, method, url, body)
        const what = `${method} ${url} ${String(body).slice(0, 60)} (${story.state}) as ${role}`
        leaks(wrong, role, what, { status, text, headers })
        if (status !== (isSignedIn(role) ? 404 : 401)) wrong.push(`${what}: ${status}`)
      }
    })
  expect(wrong).toEqual([])
  expect(await standing()).toEqual(before)
})

test('owners cannot decide on their own stories', async () => {
  const before = await standing()
  const wrong: string[] = []
  const owners = ['submit', 'takeBack', 'withdraw', 'resubmit', 'agree', 'object', 'revise', 'appeal']
  await each(Object.values(house.seeded.stories), async (story) => {
    for (const move of moves.filter((one) => !owners.includes(one))) {
      const { status } = await ask('reporterA', 'POST', `/moves/${story.id}`, json(orderOf(move, story)))
      if (![403, 409, 422].includes(status)) wrong.push(`${move} (${story.state}): ${status}`)
    }
  })
  expect(wrong).toEqual([])
  expect(await standing()).toEqual(before)
})

test('only admins change accounts', async () => {
  const { id } = accountOf(house, 'reporterB')
  const wrong: string[] = []
  for (const role of roles.filter((one) => one !== 'admin'))
    for (const body of [
      { act: 'suspend', reason: 'I want to.' },
      { act: 'make-editor' },
      { act: 'make-admin' },
      { act: 'makeAdmin' },
    ]) {
      const { status } = await ask(
        role,
        'POST',
        `/admin/contributors/${id}`,
        new URLSearchParams(body as Record<string, string>),
      )
      if (status !== (isSignedIn(role) ? 403 : 401)) wrong.push(`${role} ${body.act}: ${status}`)
    }
  expect(wrong).toEqual([])
  expect((await ask('reporterB', 'GET', '/my/stories')).status).toBe(200)
})

test('words that were never printed are found nowhere by readers', async () => {
  const wrong: string[] = []
  const words = [...secrets.keys()]
  const places = [
    '/',
    '/search',
    '/desk',
    '/feed.xml',
    '/sitemap.xml',
    '/stories/x',
    '/my/stories',
    '/admin/contributors',
  ]
  await each(
    words.filter((_, i) => i % 5 === 0),
    async (word) => {
      for (const place of places)
        for (const role of ['nobody', 'reporterB'] as const) {
          const answer = await ask(role, 'GET', `${place}?q=${word}&text=${word}&tab=all`)
          if (answer.status >= 500) wrong.push(`${place}: ${answer.status}`)
          leaks(wrong, role, `GET ${place}?q=${word}`, answer, word)
        }
    },
  )
  expect(wrong).toEqual([])
})

test('a cookie that is none, or was one, opens nothing', async () => {
  const gone = await signIn(house, accountOf(house, 'reporterB'))
  cookies.set('unconfirmed', gone)
  expect((await ask('unconfirmed', 'GET', '/account')).status).toBe(200)
  expect((await ask('unconfirmed', 'POST', '/sign-out', new URLSearchParams())).status).toBe(303)
  const [name = ''] = gone.split('=')
  for (const cookie of [
    gone,
    `${name}=`,
    `${name}=null`,
    `${name}=${'a'.repeat(4000)}`,
    `${name}=%00`,
    `${name}="x"; ${name}=y`,
  ]) {
    cookies.set('unconfirmed', cookie)
    expect([cookie.slice(0, 30), (await ask('unconfirmed', 'GET', '/account')).status]).toEqual([
      cookie.slice(0, 30),
      302,
    ])
    expect((await ask('unconfirmed', 'GET', '/')).status).toBe(200)
  }
})

// --- Asking ---

async function ask(role: Role, method: string, url: string, body?: Body): Promise<Answer> {
  const cookie = cookies.get(role)
  const headers = new Headers({ accept: 'text/html,*/*', ...(cookie && { cookie }) })
  if (method !== 'GET' && method !== 'HEAD') headers.set('origin', house.url)
  if (body instanceof Sent) headers.set('content-type', body.type)
  const sent = body instanceof Sent ? body.body : body
  const answer = await fetch(house.url + url, { method, headers, body: sent, redirect: 'manual' })
  const text = Buffer.from(await answer.arrayBuffer()).toString('latin1')
  return { status: answer.status, text, headers: answer.headers }
}

class Sent {
  readonly type: string
  readonly body: string | Uint8Array<ArrayBuffer>
  constructor(type: string, body: string | Uint8Array<ArrayBuffer>) {
    this.type = type
    this.body = body
  }
  toString(): string {
    return typeof this.body === 'string' ? this.body : this.type
  }
}
type Body = Sent | URLSearchParams | FormData

function json(value: unknown): Sent {
  return new Sent('application/json', JSON.stringify(value))
}

/** Four at a time: the server is one process, the machine small. */
async function each<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all]
  const worker = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one)
  }
  await Promise.all([worker(), worker(), worker(), worker()])
}

// --- What there is to ask for ---

async function visitsOf(): Promise<Visit[]> {
  const all: Visit[] = []
  const add = (path: string, url: string, story: SeededStory | null = null) => all.push({ path, url, story })
  for (const { path } of table) if (!path.includes(':') && path !== '*') add(path, `/${path}`)
  add('*', '/nowhere-at-all')
  add('*', '/my/stories/x/y/z')
  add('desk/corrections', '/desk/corrections')
  for (const part of ['', '/preview']) add(`admin/letters/:kind${part}`, `/admin/letters/declined${part}`)
  const { newsletter } = house.seeded
  for (const part of ['', '/send', '/preview'])
    add(`admin/newsletter/:id${part}`, `/admin/newsletter/${newsletter.draft}${part}`)
  add('admin/newsletter/:id', `/admin/newsletter/${newsletter.sent}`)
  add('newsletter/archive/:number', '/newsletter/archive/1')
  for (const story of Object.values(house.seeded.stories)) {
    add('stories/:slug', `/stories/${story.slug}`, story)
    for (const part of ['report', 'changes']) add(`stories/:slug/${part}`, `/stories/${story.slug}/${part}`, story)
    for (const part of ['next', 'merge']) add(`desk/stories/:id/${part}`, `/desk/stories/${story.id}/${part}`, story)
    const desk = [
      'desk/stories/:id',
      'desk/stories/:id/verification',
      'desk/stories/:id/interest',
      'desk/stories/:id/identity',
    ]
    for (const path of ['my/stories/:id', 'my/stories/:id/status', ...desk])
      add(path, `/${path.replace(':id', story.id)}`, story)
    add('oembed', `/oembed?url=${encodeURIComponent(`${house.url}/stories/${story.slug}`)}`, story)
    add('stories/:slug/card.png', `/stories/${story.slug}/card.png`, story)
    add('stories/:slug/shots/:shape', `/stories/${story.slug}/shots/16x9.jpeg`, story)
    for (const address of await picturesOf(story)) {
      add('pictures/:id/:size', address, story)
      const picture = address.split('/')[2]
      add('desk/stories/:id/originals/:picture', `/desk/stories/${story.id}/originals/${picture}`, story)
    }
  }
  for (const story of ['draft', 'changes_requested', 'published'].map((state) => storyIn(house, state))) {
    const ofOwner = ['draft', 'photos', 'points', 'suggestions', 'take-over', 'compare', 'remind', 'tickets']
    for (const path of ofOwner.map((part) => `my/stories/:id/${part}`))
      add(path, `/${path.replace(':id', story.id)}`, story)
    for (const path of ['notes/:storyId', 'moves/:storyId']) add(path, `/${path.replace(':storyId', story.id)}`, story)
  }
  const draft = storyIn(house, 'draft')
  add('my/stories/:id/photos/new', `/my/stories/${draft.id}/photos/new`, draft)
  const begun = json({ story: draft.id, clientKey: 'sweep-photo-1', bytes: 9 })
  const { id } = JSON.parse((await ask('reporterA', 'POST', '/pictures/uploads', begun)).text) as { id: string }
  add('pictures/uploads/:id', `/pictures/uploads/${id}`)
  const { calls, pitches } = house.seeded
  for (const part of ['', '/withdraw', '/write']) add(`my/pitches/:id${part}`, `/my/pitches/${pitches.declined}${part}`)
  add('desk/calls/:slug/close', `/desk/calls/${calls[1]}/close`)
  add('desk/filters/:id/drop', '/desk/filters/none/drop')
  const { live } = house.seeded
  add('topics/:slug', `/topics/${live.topic}?entry=${live.waiting}`)
  add('topics/:slug/events', `/topics/${live.topic}/events`)
  add('my/live/:slug', `/my/live/${live.topic}`)
  add('my/live/:slug/:entry/photo', `/my/live/${live.topic}/${live.waiting}/photo`)
  add('my/live/:slug/:entry/withdraw', `/my/live/${live.topic}/${live.declined}/withdraw`)
  for (const part of ['', '/open', '/close'])
    add(`desk/topics/:slug/live${part}`, `/desk/topics/${live.topic}/live${part}`)
  for (const part of ['', '/remove', '/answer', '/mark', '/story', '/photo'])
    add(`desk/topics/:slug/live/:entry${part}`, `/desk/topics/${live.topic}/live/${live.public}${part}`)
  const read = storyIn(house, 'in_review')
  add('desk/stories/:id/presence', `/desk/stories/${read.id}/presence`, read)
  add('desk/events', `/desk/events?story=${read.id}`, read)
  for (const part of ['letter', 'edit', 'draft', 'reasons', 'take-back', 'points', 'compare'])
    add(`desk/stories/:id/${part}`, `/desk/stories/${read.id}/${part}`, read)
  add('comments/:storyId', `/comments/${read.id}`, read)
  add('comments/:storyId/:thread', `/comments/${read.id}/none`, read)
  const front = (await ask('nobody', 'GET', `/stories/${storyIn(house, 'published').slug}`)).text
  for (const name of ['editorial', 'privacy']) add('policies/:name', `/policies/${name}`)
  for (const side of [180, 192, 512]) add('icons/:side', `/icons/${side}.png`)
  for (const part of ['pages.xml', 'stories-1.xml']) add('sitemaps/:part', `/sitemaps/${part}`)
  for (const path of ['topics/:slug', 'sections/:slug', 'contributors/:handle']) {
    const [url = ''] = new RegExp(`/${path.split('/')[0]}/[\\w-]+`).exec(front) ?? []
    add(path, url)
    for (const name of ['feed.xml', 'atom.xml', 'feed.json']) add(`${path}/${name}`, `${url}/${name}`)
  }
  for (const role of roles.filter((one) => one !== 'nobody'))
    for (const part of ['', '/rights'])
      add(`admin/contributors/:id${part}`, `/admin/contributors/${accountOf(house, role).id}${part}`)
  add('admin/sections/:slug', '/admin/sections/forces')
  add('admin/topics/:slug', '/admin/topics/panagyurishte-parade')
  return all
}

async function picturesOf(story: SeededStory): Promise<string[]> {
  const pages = [
    await ask('reporterA', 'GET', `/my/stories/${story.id}`),
    await ask('admin', 'GET', `/desk/stories/${story.id}`),
  ]
  const found = pages.flatMap(({ text }) => text.match(/\/pictures\/[\w-]+\/\d+\.(?:webp|jpeg)/g) ?? [])
  expect(found.length, `pictures of the story in ${story.state}`).toBeGreaterThan(0)
  return [...new Set(found)].slice(0, 2)
}

/** What a person orders by each form and script of a story's pages. */
function ordersFor(
  story: SeededStory,
  photo: Buffer,
  which: 'all' | 'writing',
): [method: string, url: string, body: Body][] {
  const { id, version } = story
  const mine = `/my/stories/${id}`
  const file = new FormData()
  file.set('photo', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), 'x.jpg')
  const copy = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Taken over.' }] }] }
  const writing: [string, string, Body][] = [
    [
      'POST',
      mine,
      new URLSearchParams({ version: String(version), headline: 'Taken over', story: 'Taken over.', save: 'yes' }),
    ],
    ['PUT', `${mine}/draft`, json({ version, headline: 'Taken over', standfirst: '', topics: [], copy })],
    ['POST', `/pictures?story=${id}`, new Sent('image/jpeg', new Uint8Array(photo))],
    ['POST', `${mine}/photos/new`, file],
    ['POST', '/pictures/uploads', json({ story: id, clientKey: 'taken-over-1', bytes: 9 })],
    ['PUT', `${mine}/photos`, json({ picture: 'x', caption: 'Taken over' })],
    ['POST', `${mine}/points`, new URLSearchParams({ answered: '1', done: '1', answers: 'Taken over' })],
    ['POST', `${mine}/suggestions`, new URLSearchParams({ edit: 'x', change: 'all', accepted: 'yes' })],
    ['POST', `${mine}/take-over`, new URLSearchParams({ edit: 'x', version: String(version) })],
    ['POST', `${mine}/compare`, new URLSearchParams({ revision: '1', version: String(version) })],
    ['POST', `${mine}/remind`, new URLSearchParams()],
    ['POST', `${mine}/tickets`, new URLSearchParams({ kind: 'takedown', text: 'Taken over' })],
  ]
  if (which === 'writing') return writing
  return [
    ...writing,
    ['POST', `/notes/${id}`, new URLSearchParams({ text: 'Taken over', for: 'shared' })],
    ['POST', `/notes/${id}`, json({ text: 'Taken over', for: 'desk' })],
    ...moves.map((move): [string, string, Body] => ['POST', `/moves/${id}`, json(orderOf(move, story))]),
    ['POST', `/moves/${id}`, new URLSearchParams({ move: 'withdraw', version: String(version) })],
  ]
}

function orderOf(move: string, { version }: SeededStory) {
  const at = new Date(Date.now() + 86_400_000).toISOString()
  const { id: to } = accountOf(house, 'editorB')
  const words = { note: 'Because.', deskNote: 'Because.', points: ['Do it.'], reasons: ['needs-source'], hold: 'legal' }
  return { move, version, ...words, at, to }
}

/** State and version of every story, as its owner sees them. */
async function standing(): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {}
  for (const { id } of Object.values(house.seeded.stories)) {
    const url = `/my/stories/${id}/status?_data=${encodeURIComponent('routes/contributor/status')}`
    const { story, notes, points } = JSON.parse((await ask('reporterA', 'GET', url)).text)
    all[id] = { state: story.state, version: story.version, headline: story.headline, notes: notes.length, points }
  }
  return all
}

// --- What is expected ---

/** The status of a look, by hand. */
function looked({ path, story }: Visit, role: Role): number {
  const right = rooms[path]?.looks ?? 'admin'
  const state = story?.state ?? ''
  if (right !== 'everybody' && !isSignedIn(role)) return 302 // to sign-in
  if ((right === 'desk' || right === 'admin') && !has(right, role)) return 403
  if (right === 'owner' && !has('owner', role)) return 404
  switch (path) {
    case '*':
    case 'indexnow.txt': // the outlet of the seed has no key
      return 404
    case 'stories/:slug':
    case 'stories/:slug/report':
    case 'stories/:slug/changes':
      return state === 'published' ? 200 : state === 'retracted' ? 410 : 404
    case 'oembed':
    case 'stories/:slug/card.png':
    case 'stories/:slug/shots/:shape':
      return state === 'published' ? 200 : 404
    case 'pictures/:id/:size':
      return state === 'published' || role === 'reporterA' || (isDesk(role) && state !== 'draft') ? 200 : 404
    case 'desk/stories/:id/identity':
      return 403 // nobody of the seed has the right
    case 'desk/stories/:id/edit':
      return role === 'editorA' ? 200 : 403 // who holds the claim
    case 'desk/stories/:id/originals/:picture':
      return 404 // the seed's outlet keeps none
    case 'desk/stories/:id/next':
      return state === 'published' ? 200 : 404
    case 'desk/stories/:id':
    case 'desk/stories/:id/verification':
    case 'desk/stories/:id/merge':
    case 'desk/stories/:id/interest':
      return state === 'draft' ? 404 : 200
    case 'my/stories/:id':
      return state === 'draft' || state === 'changes_requested' ? 200 : 302
    case 'sign-out':
      return 302
    case 'sign-in':
      return isSignedIn(role) ? 302 : 200
    case 'confirm-email':
    case 'reset-password':
    case 'newsletter/confirm':
    case 'newsletter/choices':
    case 'newsletter/leave':
      return 410
    default:
      return onlySends.includes(path) ? 405 : 200
  }
}

function judge(wrong: string[], role: Role, what: string, answer: Answer, expected: number): void {
  if (answer.status !== expected) wrong.push(`${what}: ${answer.status}, not ${expected}`)
  leaks(wrong, role, what, answer)
}

// --- What must not leak ---

type Secret = { state: string; place: string; owner?: string }

function secretsOf({ seeded }: House): Map<string, Secret> {
  const all = new Map<string, Secret>()
  for (const { state, canaries } of Object.values(seeded.stories))
    for (const [place, word] of Object.entries(canaries)) all.set(word, { state, place })
  all.set(seeded.live.canary, { state: 'waiting', place: 'live entry' })
  for (const [owner, { email }] of Object.entries(seeded.accounts))
    all.set(/q[a-z]{12}/.exec(email)?.[0] ?? email, { state: '', place: 'email', owner })
  return all
}

function leaks(wrong: string[], role: Role, what: string, { text, headers }: Answer, asked = ''): void {
  const said = `${text} ${[...headers].flat().join(' ')}`
  for (const word of new Set(said.match(/q[bcdfghjklmnpqrstvwxz]{12}/g) ?? [])) {
    const secret = secrets.get(word)
    if (secret && word !== asked && !mayRead(role, secret))
      wrong.push(`${what}: ${role} reads ${secret.place} of ${secret.state || secret.owner}`)
  }
}

function mayRead(role: Role, { state, place, owner }: Secret): boolean {
  if (place === 'email') return role === owner || role === 'admin'
  if (isDesk(role)) return state !== 'draft'
  if (place === 'deskNote' || place === 'fileName') return false
  if (role === 'reporterA') return true
  return state === 'published' && place !== 'message'
}
