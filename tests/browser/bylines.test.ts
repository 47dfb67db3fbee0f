// A pen name or no name at all: no byte that the public can ask for tells whose account wrote the story.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountOf, type House, openHouse, signIn } from './house.ts'
import { photoWithPlace } from './sample-photo.ts'

let house: House
let reporter = ''
let editor = ''

beforeAll(async () => {
  house = await openHouse()
  reporter = await signIn(house, accountOf(house, 'reporterB'))
  editor = await signIn(house, accountOf(house, 'editorA'))
})

afterAll(async () => {
  expect(await house?.stop()).toBe(0)
})

// In this order: nothing of this reporter's is public by name until the last one.
test('a pen name: the pen name is everywhere, the account nowhere', async () => {
  const address = await published('A quarry opens', { kind: 'pen', penName: 'Quarry watcher' })
  const pages = await everythingPublic(address)
  expect(pages.get(address)).toContain('Quarry watcher')
  expect([...pages.keys()].some((url) => /^\/contributors\/quarry-watcher/.test(url))).toBe(true)
  expect(tellingOf(pages)).toEqual([])
})

test('a name withheld: the account nowhere, and no page that joins the story to another', async () => {
  const address = await published('A quarry closes', { kind: 'withheld', penName: '' })
  const pages = await everythingPublic(address)
  expect(pages.get(address)).toContain('A quarry closes')
  expect(pages.get(address)).not.toContain('/contributors/')
  expect(tellingOf(pages)).toEqual([])
})

test('by name: the name is found by the same search, and still no address and no id', async () => {
  const address = await published('A quarry is sold', { kind: 'name', penName: '' })
  const pages = await everythingPublic(address)
  const { name, email, id } = accountOf(house, 'reporterB')
  expect(tellingOf(pages)).toContain(`${address} tells ${name}`)
  expect(tellingOf(pages).filter((told) => told.endsWith(email) || told.endsWith(id))).toEqual([])
})

/** Every page, feed, picture and header that a stranger comes to from the front page, the story and the lists. */
async function everythingPublic(story: string): Promise<Map<string, string>> {
  const seen = new Map<string, string>()
  const open = ['/', story, '/feed.xml', '/sitemap.xml', '/robots.txt', '/editorial-team', '/be-a-reporter', '/nowhere']
  for (let url = open.pop(); url !== undefined; url = open.pop()) {
    if (seen.has(url)) continue
    const answer = await fetch(house.url + url, { redirect: 'manual' })
    const text = `${JSON.stringify([...answer.headers])}\n${Buffer.from(await answer.arrayBuffer()).toString()}`
    seen.set(url, text)
    for (const [, found = ''] of text.matchAll(
      /["'>, ](?:http:\/\/127\.0\.0\.1:\d+)?(\/(?:stories|topics|sections|contributors|pictures)\/[\w./-]+)/g,
    ))
      open.push(found)
  }
  return seen
}

function tellingOf(pages: Map<string, string>): string[] {
  const { name, email, id } = accountOf(house, 'reporterB')
  return [...pages].flatMap(([url, text]) =>
    [name, email, id].filter((secret) => text.includes(secret)).map((secret) => `${url} tells ${secret}`),
  )
}

/** Writes, sends, approves and publishes a story with a photo; gives its public address. */
async function published(headline: string, byline: { kind: string; penName: string }): Promise<string> {
  const begun = await fetch(`${house.url}/my/stories/new`, {
    method: 'POST',
    headers: { cookie: reporter, origin: house.url },
    body: new URLSearchParams({ topic: '' }),
    redirect: 'manual',
  })
  const story = begun.headers.get('location')?.split('/').at(-1) ?? ''
  const photo = new Uint8Array((await photoWithPlace()).buffer)
  const { id: picture } = await send(reporter, 'POST', `/pictures?story=${story}`, photo, 'image/jpeg')
  const about = { picture, caption: 'The quarry', credit: 'A neighbour', alt: 'A quarry', rights: 'on', licence: 'cc0' }
  await send(reporter, 'PUT', `/my/stories/${story}/photos`, JSON.stringify(about))
  const figure = { pictureId: picture, alt: 'A quarry', decorative: false, credit: 'A neighbour' }
  const content = [
    { type: 'paragraph', content: [{ type: 'text', text: 'Stones are moved here. '.repeat(40) }] },
    { type: 'figure', attrs: figure },
  ]
  const words = { headline, standfirst: 'What it means.', section: 'forces', topics: [], byline }
  const draft = { version: 1, ...words, copy: { type: 'doc', content } }
  let { version } = await send(reporter, 'PUT', `/my/stories/${story}/draft`, JSON.stringify(draft))
  const move = async (who: string, order: object) => {
    const moved = await send(who, 'POST', `/moves/${story}`, JSON.stringify({ ...order, version }))
    version = moved.version
  }
  await move(reporter, { move: 'submit' })
  await move(editor, { move: 'claim' })
  const review = await (await fetch(`${house.url}/desk/stories/${story}`, { headers: { cookie: editor } })).text()
  await move(editor, { move: 'approve', hash: /name="hash" value="([\w-]+)"/.exec(review)?.[1] })
  await move(editor, { move: 'publish' })
  const page = await (await fetch(`${house.url}/my/stories/${story}/status`, { headers: { cookie: reporter } })).text()
  return /"(\/stories\/[\w-]+)"/.exec(page)?.[1] ?? ''
}

async function send(
  cookie: string,
  method: string,
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  type = 'application/json',
): Promise<Record<string, string | number>> {
  const headers = { cookie, origin: house.url, accept: 'application/json', 'content-type': type }
  const answer = await fetch(house.url + path, { method, headers, body })
  const said = (await answer.json()) as Record<string, string | number>
  expect([path, answer.ok ? 'ok' : said]).toEqual([path, 'ok'])
  return said
}
