// A server that is killed in the middle of saving, again and again: whatever it acknowledged is there when it is back.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountOf, type House, openHouse, signIn } from './house.ts'

const ROUNDS = 12
const STORIES = 4

let house: House
let cookie = ''

beforeAll(async () => {
  house = await openHouse()
  cookie = await signIn(house, accountOf(house, 'reporterA'))
})

afterAll(async () => {
  expect(await house?.stop()).toBe(0)
})

/** What a story's writer knows: the last save that was acknowledged, and the last that was sent. */
type Known = { story: string; version: number; acknowledged: number; sent: number }

test('no acknowledged save is lost, however often the server is killed', async () => {
  const known: Known[] = []
  for (let i = 0; i < STORIES; i++) known.push({ story: await newStory(), version: 1, acknowledged: 0, sent: 0 })
  let saves = 0
  for (let round = 0; round < ROUNDS; round++) {
    const killed = killAfter(150 + 47 * round)
    saves += (await Promise.all(known.map((one) => saveUntilItFails(one)))).reduce((sum, count) => sum + count, 0)
    await killed
    await house.openAgain()
    for (const one of known) await expectAcknowledged(one)
  }
  expect(saves).toBeGreaterThan(200)
})

async function killAfter(ms: number) {
  await new Promise((resolve) => setTimeout(resolve, ms))
  await house.kill()
}

/** Saves as fast as answers come; gives how many were acknowledged. */
async function saveUntilItFails(one: Known): Promise<number> {
  for (let count = 0; ; count++) {
    one.sent += 1
    const answer = await put(one).catch(() => null)
    if (!answer) return count
    expect(answer.status).toBe(200)
    one.version = answer.version
    one.acknowledged = one.sent
  }
}

async function put({ story, version, sent }: Known): Promise<{ status: number; version: number }> {
  const text = `This is save number ${sent}. ${'It is as long as a paragraph of a story. '.repeat(40)}`
  const copy = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
  const answer = await fetch(`${house.url}/my/stories/${story}/draft`, {
    method: 'PUT',
    headers: { cookie, origin: house.url, 'content-type': 'application/json' },
    body: JSON.stringify({ version, headline: `Save ${sent}`, standfirst: '', copy }),
  })
  const { version: made } = (await answer.json()) as { version: number }
  return { status: answer.status, version: made }
}

/** The last acknowledged save is there, or the one after it, whose answer the kill swallowed. */
async function expectAcknowledged(one: Known) {
  const html = await (await fetch(`${house.url}/my/stories/${one.story}`, { headers: { cookie } })).text()
  const stored = Number(/<textarea[^>]*name="headline"[^>]*>\s*Save (\d+)</.exec(html)?.[1] ?? 0)
  expect([one.acknowledged, one.sent]).toContain(stored)
  expect(html).toContain(`This is save number ${stored}.`)
  one.version = Number(/name="version" value="(\d+)"/.exec(html)?.[1])
  one.acknowledged = stored
}

async function newStory(): Promise<string> {
  const answer = await fetch(`${house.url}/my/stories/new`, {
    method: 'POST',
    headers: { cookie, origin: house.url },
    body: new URLSearchParams(),
    redirect: 'manual',
  })
  return answer.headers.get('location')?.split('/').at(-1) ?? ''
}
