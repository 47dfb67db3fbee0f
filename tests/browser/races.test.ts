// Two people at the same moment, fifty times over, on the built house: one of them moves the story, the other learns of
// it; one log row, the letters of that move and no other, and never a 5xx. Nothing here needs a browser.
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Order } from '#app/newsroom/desk/move-story.server.ts'
import { deskLog } from '#db/schema/desk.ts'
import { letters } from '#db/schema/letters.ts'
import { publications } from '#db/schema/press.ts'
import { revisions, stories } from '#db/schema/story.ts'
import { copyOf } from '../cast.ts'
import { accountOf, type House, openHouse, signIn } from './house.ts'
import { openSecondProcess, type SecondProcess } from './second-process.ts'

const ROUNDS = 50

type Name = 'reporterA' | 'editorA' | 'editorB' | 'admin'

let house: House
let second: SecondProcess
const cookies = new Map<Name, string>()
const racers = copyOf('Two people ran to the same story at the same moment on Tuesday morning.')

beforeAll(async () => {
  house = await openHouse()
  // Stories are brought to the line by a second process on the same database, as the clock of another would.
  second = await openSecondProcess(house)
  for (const name of ['reporterA', 'editorA', 'editorB', 'admin'] as const)
    cookies.set(name, await signIn(house, accountOf(house, name)))
})
afterAll(async () => {
  await second?.close()
  await house?.stop()
})

/** A new story of the reporter's, taken so far by moves. Returns its public id and version. */
function storyAt(steps: [Name, Order['move']][]): Promise<{ id: string; version: number }> {
  return second.storyAt({ headline: 'Older words', standfirst: 'Who is first?', copy: racers }, steps)
}

async function send(who: Name, method: string, path: string, body: object): Promise<number> {
  const headers = {
    ...{ cookie: cookies.get(who) ?? '', origin: house.url, accept: 'application/json' },
    'content-type': 'application/json',
  }
  const answer = await fetch(house.url + path, { method, headers, body: JSON.stringify(body) })
  await answer.arrayBuffer()
  return answer.status
}

function order(
  who: Name,
  id: string,
  body: { move: Order['move']; version: number } & Partial<Order>,
): Promise<number> {
  return send(who, 'POST', `/moves/${id}`, body)
}

/** What became of a story: its state, the moves after `since`, and the letters of those moves by kind. */
async function outcome(id: string, since: number) {
  const [story] = await second.db.select().from(stories).where(eq(stories.publicId, id))
  if (!story) throw new Error('no such story')
  const log = (await second.db.select().from(deskLog).where(eq(deskLog.storyId, story.id)).orderBy(deskLog.id)).filter(
    ({ version }) => version > since,
  )
  const mail = (await second.db.select().from(letters).where(eq(letters.storyId, story.id)).orderBy(letters.id)).filter(
    ({ key }) => Number(/:v(\d+):/.exec(key)?.[1]) > since,
  )
  const told = log.flatMap((row) => row.told).map((entry) => entry.split(':'))
  return {
    story,
    moves: log.map(({ move }) => move),
    // The log names how many letters of each kind there are: it and the outbox say the same.
    letters: mail.map(({ kind }) => kind).sort(),
    logged: told.flatMap(([, kind = '', n]) => Array.from({ length: Number(n) }, () => kind)).sort(),
  }
}

/** Runs a race fifty times; `run` gives the statuses of both, `check` looks at what became of it. */
async function races(
  steps: [Name, Order['move']][],
  run: (story: { id: string; version: number }, turn: number) => Promise<[number, number]>,
  check: (after: Awaited<ReturnType<typeof outcome>>, statuses: [number, number]) => void | Promise<void>,
) {
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    const story = await storyAt(steps)
    const statuses = await run(story, turn)
    for (const status of statuses) expect(status).toBeLessThan(500)
    const after = await outcome(story.id, story.version)
    expect(after.letters).toEqual(after.logged)
    await check(after, statuses)
  }
}

/** Both at once, the one or the other first out of the door. */
async function both(turn: number, a: () => Promise<number>, b: () => Promise<number>): Promise<[number, number]> {
  if (turn % 2 === 0) return Promise.all([a(), b()])
  const [second, first] = await Promise.all([b(), a()])
  return [first, second]
}

const sent: [Name, Order['move']][] = [['reporterA', 'submit']]
const claimed: [Name, Order['move']][] = [...sent, ['editorA', 'claim']]
const approved: [Name, Order['move']][] = [...claimed, ['editorA', 'approve']]

test('claim and claim: one holds it, the other learns who', async () => {
  await races(
    sent,
    ({ id, version }, turn) =>
      both(
        turn,
        () => order('editorA', id, { move: 'claim', version }),
        () => order('editorB', id, { move: 'claim', version }),
      ),
    ({ story, moves, letters: told }, statuses) => {
      expect([...statuses].sort()).toEqual([200, 409])
      expect(moves).toEqual(['claim'])
      expect(story.claimedById).toBe(second.personOf(statuses[0] === 200 ? 'editorA' : 'editorB').id)
      expect(told).toEqual(['being-read'])
    },
  )
})

test('approve and withdraw: accepted or withdrawn, never both', async () => {
  await races(
    claimed,
    ({ id, version }, turn) =>
      both(
        turn,
        () => order('editorA', id, { move: 'approve', version }),
        () => order('reporterA', id, { move: 'withdraw', version }),
      ),
    ({ story, moves, letters: told }, statuses) => {
      expect([...statuses].sort()).toEqual([200, 409])
      const isApproved = statuses[0] === 200
      expect([story.state, moves]).toEqual(isApproved ? ['approved', ['approve']] : ['withdrawn', ['withdraw']])
      expect(told.includes('approved')).toBe(isApproved)
      expect(told.includes('withdrawn-receipt')).toBe(!isApproved)
    },
  )
})

test('publish and retract: what was not public is not taken down, and what is taken down was public first', async () => {
  const retract = {
    move: 'retract',
    note: 'It is not true.',
    safety: true,
    deskNote: 'Somebody is in danger.',
  } as const
  await races(
    approved,
    ({ id, version }, turn) =>
      both(
        turn,
        () => order('editorB', id, { move: 'publish', version }),
        () => order('admin', id, { ...retract, version: turn % 4 < 2 ? version : version + 1 }),
      ),
    async ({ story, moves, letters: told }, statuses) => {
      expect(statuses[0]).toBe(200)
      const isDown = statuses[1] === 200
      expect(isDown || statuses[1] === 409).toBe(true)
      expect([story.state, moves]).toEqual(isDown ? ['retracted', ['publish', 'retract']] : ['published', ['publish']])
      expect(told).toEqual(isDown ? ['published', 'retracted'] : ['published'])
      const [publication] = await second.db.select().from(publications).where(eq(publications.storyId, story.id))
      expect(publication?.state).toBe(isDown ? 'retracted' : 'live')
      const page = await fetch(`${house.url}/stories/${publication?.slug}`)
      await page.arrayBuffer()
      expect(page.status).toBe(isDown ? 410 : 200)
    },
  )
})

test('schedule and publish now: a date or the paper, never both', async () => {
  const at = new Date(Date.now() + 86_400_000).toISOString()
  await races(
    approved,
    ({ id, version }, turn) =>
      both(
        turn,
        () => order('editorA', id, { move: 'schedule', version, at }),
        () => order('editorB', id, { move: 'publish', version }),
      ),
    ({ story, moves, letters: told }, statuses) => {
      expect([...statuses].sort()).toEqual([200, 409])
      const isDated = statuses[0] === 200
      expect([story.state, moves, told]).toEqual(
        isDated ? ['scheduled', ['schedule'], ['scheduled']] : ['published', ['publish'], ['published']],
      )
    },
  )
})

test('save and submit: either the newer words are a draft still, or the older ones are sent; nothing is mixed', async () => {
  await races(
    [],
    ({ id, version }, turn) =>
      both(
        turn,
        () =>
          send('reporterA', 'PUT', `/my/stories/${id}/draft`, {
            version,
            headline: 'Newer words',
            standfirst: 'Who is first?',
            copy: copyOf('Newer words of the same story, which are long enough to be sent to the desk.'),
            byline: { kind: 'name', penName: '' },
            topics: [],
          }),
        () => order('reporterA', id, { move: 'submit', version }),
      ),
    async ({ story, moves, letters: told }, statuses) => {
      expect([...statuses].sort()).toEqual([200, 409])
      if (statuses[0] === 200) {
        expect([story.state, story.headline, moves, told]).toEqual(['draft', 'Newer words', [], []])
        return
      }
      expect([story.state, moves]).toEqual(['submitted', ['submit']])
      expect(told).toContain('receipt')
      const [revision] = await second.db
        .select()
        .from(revisions)
        .where(eq(revisions.id, story.revisionId ?? 0))
      expect([story.headline, (revision?.content as { headline: string } | undefined)?.headline]).toEqual([
        'Older words',
        'Older words',
      ])
    },
  )
})

test('decide and decide: one decision, one letter', async () => {
  const words = { reasons: ['not-news'], note: 'It is not for us.' }
  await races(
    claimed,
    ({ id, version }, turn) =>
      both(
        turn,
        () => order('editorA', id, { move: 'decline', version, ...words }),
        () => order('editorB', id, { move: 'reject', version, ...words }),
      ),
    ({ story, moves, letters: told }, statuses) => {
      expect([...statuses].sort()).toEqual([200, 409])
      const isDeclined = statuses[0] === 200
      expect([story.state, moves, told]).toEqual(
        isDeclined ? ['declined', ['decline'], ['declined']] : ['rejected', ['reject'], ['rejected']],
      )
    },
  )
})
