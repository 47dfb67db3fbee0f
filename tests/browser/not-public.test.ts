// Nothing that readers get depends on what is not public: no byte of a page, feed, map, drawing, header or refusal changes
// with it, and so nothing can be read or counted out of them.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import routes from '#app/routes.ts'
import { openDatabase } from '#db/client.ts'
import { prepareEdition } from './corrected-story.ts'
import { accountOf, type House, openHouse, signIn, storyIn } from './house.ts'
import { poison } from './poison.ts'
import { pageOf, walkOfSeeded } from './reader-walk.ts'
import { inThreeScripts, openSecondProcess, type Step } from './second-process.ts'

/** What was answered: everything but what differs from one answer to the next. */
type Seen = { status: number; headers: string; hash: string; text: string }

let house: House
let paths: string[] = []
let before = new Map<string, Seen>()

beforeAll(async () => {
  house = await openHouse()
  const walked = (await walkOfSeeded(house)).filter(({ path }) => !path.includes('token='))
  const story = storyIn(house, 'published')
  // An edition that nobody has printed, and a report of a reader.
  await prepareEdition(house, story, { text: 'The bridge was opened on a Sunday.', headline: 'The bridge on a Sunday' })
  const report = { kind: 'error', text: 'It was a Sunday.', name: 'A reader', email: 'sunday@example.org', website: '' }
  await sent(`/stories/${story.slug}/report`, report)
  paths = [
    ...walked.map(({ path }) => path),
    ...onTheWire(),
    ...(await besideStories()),
    ...asData(walked.map(({ path }) => path)),
  ]
  before = await lookAtAll()
  // Drawn words cannot be looked for in pixels, but pixels can be compared.
  expect(before.get(`/stories/${story.slug}/card.png`)?.status).toBe(200)
})

afterAll(async () => {
  expect(await house?.stop()).toBe(0)
})

test('a word in every text that is not public changes no byte of what readers get', async () => {
  const editor = await signIn(house, accountOf(house, 'editorA'))
  await house.kill()
  const database = await openDatabase(`file:${join(house.dataDir, 'copydesk.db')}`)
  const words = await poison(database)
  await database.close()
  // Every room of the house is among them.
  for (const place of [
    'stories.headline',
    'stories.copy',
    'revisions.content',
    'editions.html',
    'story_sources.text',
    'desk_log.desk_note',
    'notes.text',
    'tickets.text',
    'pending_editions.content',
    'live_entries.copy',
    'people.email',
    'people.name',
    'pitches.text',
    'pictures.file_name',
    'subscribers.email',
    'newsletter_issues.subject',
    'letters.to_email',
  ])
    expect([...words.values()]).toContain(place)
  await house.openAgain()
  expectSame(await lookAtAll(), words)
  // And somebody does read them: else there would have been no poison.
  const desk = await (await fetch(`${house.url}/desk?tab=all`, { headers: { cookie: editor } })).text()
  expect([...words].filter(([word]) => desk.includes(word)).map(([, place]) => place)).toContain('stories.headline')
})

test('stories on their way through the desk change no byte either, and no search finds or counts them', async () => {
  const second = await openSecondProcess(house)
  const words = new Map<string, string>()
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
  const claimed: Step[] = [
    ['reporterA', 'submit'],
    ['editorA', 'claim'],
  ]
  const no = { reasons: ['needs-source'], note: 'Who told you?' }
  const walks: Record<string, Step[]> = {
    draft: [],
    submitted: claimed.slice(0, 1),
    claimed,
    changes: [...claimed, ['editorA', 'requestChanges', { points: ['Who told you?'] }]],
    approved: [...claimed, ['editorA', 'approve']],
    scheduled: [...claimed, ['editorA', 'approve'], ['editorA', 'schedule', { at: tomorrow }]],
    embargoed: [...claimed, ['editorA', 'placeHold', { hold: 'embargo', at: tomorrow, deskNote: 'Agreed so.' }]],
    held: [
      ...claimed,
      ['editorA', 'approve'],
      ['editorA', 'placeHold', { hold: 'legal', deskNote: 'The lawyer reads it.' }],
    ],
    declined: [...claimed, ['editorA', 'decline', no]],
    withdrawn: [
      ['reporterA', 'submit'],
      ['reporterA', 'withdraw', { note: 'No.' }],
    ],
  }
  try {
    for (const [state, steps] of Object.entries(walks)) {
      const word = `qjxkwvz${state}`
      words.set(word, state)
      const headline = `Bridge over the river ${word}`
      await second.storyAt({ ...inThreeScripts, headline, standfirst: `It is open ${word}.` }, steps)
    }
  } finally {
    await second.close()
  }
  await house.kill() // and what is kept in memory with it
  await house.openAgain()
  expectSame(await lookAtAll(), words)
  for (const word of words.keys())
    for (const order of ['best', 'newest']) {
      const answer = await seen(`/search?q=${word}&order=${order}`)
      expect([word, answer.text.includes('No published story')]).toEqual([word, true])
    }
})

function expectSame(after: Map<string, Seen>, words: Map<string, string>): void {
  const changed = [...before].flatMap(([path, was]) => {
    const is = after.get(path)
    const told = [...words].filter(([word]) => `${is?.headers} ${is?.text}`.includes(word)).map(([, place]) => place)
    if (told.length > 0) return [`${path} tells ${told.join(', ')}`]
    return is?.hash === was.hash && is.status === was.status && is.headers === was.headers
      ? []
      : [`${path} changed: ${differing(was, is)}`]
  })
  expect(changed).toEqual([])
}

function differing(was: Seen, is: Seen | undefined): string {
  const [before, after] = [was, is].map((one) => `${one?.status}\n${one?.headers}\n${one?.text}`)
  const at = [...(before ?? '')].findIndex((letter, place) => letter !== after?.[place])
  return [before, after].map((one) => one?.slice(Math.max(0, at - 40), at + 60)).join(' → ')
}

async function lookAtAll(): Promise<Map<string, Seen>> {
  const all = new Map<string, Seen>()
  for (const path of paths) all.set(path, await seen(path))
  return all
}

async function seen(path: string): Promise<Seen> {
  const answer = await fetch(house.url + path, {
    headers: { accept: 'text/html,*/*', 'accept-encoding': 'identity' },
    redirect: 'manual',
  })
  const bytes = Buffer.from(await answer.arrayBuffer())
  const headers = [...answer.headers].filter(
    ([name]) => !/^(date|x-request-id|connection|keep-alive|transfer-encoding|content-length|age)$/.test(name),
  )
  // Where a fault is told by a page, the page tells its own number.
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? '-'
  const without = (said: string) => said.replaceAll(nonce, '').replaceAll(answer.headers.get('x-request-id') ?? '-', '')
  const text = without(bytes.toString('latin1'))
  return {
    status: answer.status,
    headers: without(headers.map((one) => one.join(': ')).join('\n')),
    hash: createHash('sha256').update(text).digest('hex'),
    text,
  }
}

/** Feeds, maps, drawings, and everything else of the wire that has one address. */
function onTheWire(): string[] {
  const whole = (routes as { path?: string; file: string }[])
    .filter(({ file, path = '' }) => file.startsWith('routes/wire/') && !path.includes(':'))
    .map(({ path }) => `/${path}`)
  const { topic } = house.seeded.live
  const lists = [`/topics/${topic}`, '/topics/panagyurishte-parade', '/sections/forces', '/sections/cyber']
  const feeds = lists.flatMap((list) => ['feed.xml', 'atom.xml', 'feed.json'].map((file) => `${list}/${file}`))
  return [
    ...whole,
    ...feeds,
    `/topics/${topic}/events`,
    '/sitemaps/pages.xml',
    '/sitemaps/stories-1.xml',
    '/icons/192.png',
  ]
}

/** What stands beside every story of the seed, whatever its state. */
async function besideStories(): Promise<string[]> {
  const parts = ['', '/changes', '/report', '/card.png', '/shots/1x1.jpeg', '/shots/16x9.jpeg']
  const database = await openDatabase(`file:${join(house.dataDir, 'copydesk.db')}`)
  const pictures = (await database.raw('select public_id as id from pictures')) as { id: string }[]
  await database.close()
  return [
    ...Object.values(house.seeded.stories).flatMap(({ slug }) => [
      ...parts.map((part) => `/stories/${slug}${part}`),
      `/oembed?url=${encodeURIComponent(`${house.url}/stories/${slug}`)}`,
      `/?after=${slug}`,
      `/search?q=${slug.split('-').at(-1)}`,
    ]),
    ...pictures.flatMap(({ id }) => [`/pictures/${id}/800.webp`, `/pictures/${id}/400.jpeg`]),
  ]
}

/** The same pages as a script would ask for their data. */
function asData(pages: string[]): string[] {
  return pages.flatMap((path) => {
    const page = pageOf(path)
    const route = (routes as { path?: string; file: string }[]).find((one) => (one.path ?? '') === page)
    if (!route) return []
    return [`${path}${path.includes('?') ? '&' : '?'}_data=${encodeURIComponent(route.file.replace(/\.tsx$/, ''))}`]
  })
}

async function sent(path: string, fields: Record<string, string>): Promise<void> {
  const headers = { origin: house.url }
  const answer = await fetch(house.url + path, {
    method: 'POST',
    headers,
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })
  if (answer.status !== 303) throw new Error(`${path}: ${answer.status}`)
}
