// A thousand hostile copies through the door that saves drafts: each is kept or refused in words, never a fault of ours.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hostileCopy } from '../newsroom/story/copy/hostile-copies.ts'
import { accountOf, type House, openHouse, signIn, storyIn } from './house.ts'

const DOCUMENTS = 1000

let house: House

beforeAll(async () => {
  house = await openHouse()
})

afterAll(async () => {
  const log = house?.log() ?? ''
  expect(await house?.stop()).toBe(0)
  expect(log).not.toMatch(/"level":(50|60)/)
})

test('a thousand hostile copies: saved, or refused with the place named; the pages go on', async () => {
  const cookie = await signIn(house, accountOf(house, 'reporterA'))
  const mine = `${house.url}/my/stories/${storyIn(house, 'draft').id}`
  const answers = new Map<number, number>()
  let version = await versionOf(mine, cookie)
  for (let seed = 0; seed < DOCUMENTS; seed++) {
    const draft = { version, headline: 'H', standfirst: '', copy: hostileCopy(seed) }
    const answer = await fetch(`${mine}/draft`, {
      method: 'PUT',
      headers: { cookie, origin: house.url, 'content-type': 'application/json' },
      body: JSON.stringify(draft),
    })
    const said = (await answer.json()) as { version?: number; faults?: { path: string; message: string }[] }
    answers.set(answer.status, (answers.get(answer.status) ?? 0) + 1)
    if (answer.status === 200) version = said.version ?? 0
    else expect(said.faults?.[0]?.message, `${seed}: ${answer.status}`).toMatch(/\S/)
    // What was kept can be opened again, whatever it is.
    if (answer.status === 200 && seed % 20 === 0) {
      const page = await fetch(mine, { headers: { cookie } })
      expect([seed, page.status]).toEqual([seed, 200])
      await page.arrayBuffer()
    }
  }
  expect([...answers.keys()].sort()).toEqual([200, 422])
  // Most are refused for pictures that are not the story's; some must be kept, or nothing was tried.
  expect(answers.get(200)).toBeGreaterThan(20)
})

async function versionOf(address: string, cookie: string): Promise<number> {
  const page = await (await fetch(address, { headers: { cookie } })).text()
  return Number(/name="version" value="(\d+)"/.exec(page)?.[1])
}
