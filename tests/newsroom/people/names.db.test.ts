// By-lines, names, the list of people, and what admins see of the house.
import { afterAll, expect, test } from 'vitest'
import { backlogOf } from '#app/newsroom/desk/backlog.server.ts'
import { houseLog, LOG_PAGE } from '#app/newsroom/desk/house-log.server.ts'
import { outboxHealth, tryLetterAgain } from '#app/newsroom/letters/dead-letters.server.ts'
import { bylineFor, bylinesOf } from '#app/newsroom/people/bylines.server.ts'
import { contributorList, contributorPage, PEOPLE_A_PAGE } from '#app/newsroom/people/contributors.server.ts'
import { cleanName } from '#app/newsroom/people/name.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { profileOf, saveProfile } from '#app/newsroom/people/profile.server.ts'
import { changeStanding } from '#app/newsroom/people/roles.server.ts'
import type { Database } from '#db/client.ts'
import { letters } from '#db/schema/letters.ts'
import { people, peopleLog } from '#db/schema/people.ts'
import { castOf, later, NOON, person, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

afterAll(closeDatabases)

test('a by-line is made once and its handle tells nothing of the account', async () => {
  const { db } = await freshDatabase()
  const { reporter, otherReporter } = await castOf(db)
  const own = await byline(db, reporter, 'name')
  expect(own).toMatchObject({ name: 'Reporter in Panagyurishte', handle: 'reporter-in-panagyurishte' })
  expect(await byline(db, reporter, 'name')).toEqual(own)
  const pen = await byline(db, reporter, 'pen', 'Старият сапьор')
  expect(pen.handle).toMatch(/^[a-z0-9-]+$/)
  expect(pen.handle).not.toContain('panagyurishte')
  expect((await byline(db, otherReporter, 'pen', 'Old Sapper')).handle).toBe('old-sapper')
  expect((await byline(db, reporter, 'pen', 'Old Sapper')).handle).toBe('old-sapper-2')
  expect((await bylinesOf(db, reporter.id)).map((one) => one.kind)).toEqual(['name', 'pen', 'pen'])
})

test('a by-line without a letter of ours still gets a handle, and an empty one is a bug', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  expect((await byline(db, reporter, 'pen', '★ ★')).handle).toMatch(/^[a-z0-9-]{3,}$/)
  await expect(byline(db, reporter, 'pen', ' \u200b ')).rejects.toThrow('without a name')
})

test('a name is one visible line, and joiners that a script needs stay', () => {
  expect(cleanName('  Night\u202e\u0000 \n editor\u200b ')).toBe('Night editor')
  expect(cleanName('می\u200cنویسد')).toBe('می\u200cنویسد')
})

test('a profile is saved clean', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  await saveProfile(db, { name: ' New  name ', language: 'bg', about: ' Writes. ' }, reporter, NOON)
  expect(await profileOf(db, reporter)).toMatchObject({ name: 'New name', language: 'bg', about: 'Writes.' })
})

test('people are found by the beginning of a name or an address, in any case and script', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  await person(db, 'contributor', 'Иван от Пловдив')
  const found = async (text: string) => (await contributorList(db, { text })).rows.map((row) => row.name)
  expect(await found('reporter in p')).toEqual(['Reporter in Panagyurishte'])
  expect(await found('иван')).toEqual(['Иван от Пловдив'])
  expect(await found(reporter.email.toUpperCase())).toContain(reporter.name)
  expect(await found('%')).toEqual([])
  expect(await found('in Panagyurishte')).toEqual([])
})

test('people are filtered by role and status', async () => {
  const { db } = await freshDatabase()
  const { admin, reporter, unconfirmed } = await castOf(db)
  await changeStanding(db, { publicId: reporter.publicId, act: 'suspend', reason: 'Spam.' }, admin, NOON)
  const names = async (filter: { role?: string; status?: string }) =>
    (await contributorList(db, filter)).rows.map((row) => row.name)
  expect(await names({ role: 'editor' })).toEqual(['Night editor', 'Day editor'])
  expect(await names({ status: 'suspended' })).toEqual([reporter.name])
  expect(await names({ status: 'unconfirmed' })).toEqual([unconfirmed.name])
  expect(await names({ role: 'contributor', status: 'active' })).toEqual(['Reporter in Varna'])
})

test('the list goes on page by page, each person once', async () => {
  const { db } = await freshDatabase()
  for (let number = 0; number < PEOPLE_A_PAGE * 2 + 3; number++) await person(db, 'contributor', `Reporter ${number}`)
  const seen: string[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page = await contributorList(db, { after })
    seen.push(...page.rows.map((row) => row.publicId))
    after = page.next
  }
  expect(seen).toHaveLength(PEOPLE_A_PAGE * 2 + 3)
  expect(new Set(seen).size).toBe(seen.length)
})

test('one account shows its stories by state, its log and what can be done', async () => {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  await storyIn(db, cast, 'submitted')
  await storyIn(db, cast, 'draft')
  await changeStanding(db, { publicId: cast.reporter.publicId, act: 'suspend', reason: 'Spam.' }, cast.admin, NOON)
  const page = await contributorPage(db, cast.reporter.publicId, NOON)
  expect(page?.stories.map((row) => [row.state, row.count]).sort()).toEqual([
    ['draft', 1],
    ['submitted', 1],
  ])
  expect(page?.log).toEqual([{ act: 'suspended', by: cast.admin.name, reason: 'Spam.', at: NOON.toISOString() }])
  expect(page?.person).toMatchObject({ status: 'suspended', suspendedBecause: 'Spam.' })
  expect(page?.acts).toEqual(['lift-suspension'])
  expect(await contributorPage(db, 'nobody', NOON)).toBeNull()
})

test('the backlog counts what waits and names the oldest', async () => {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  expect(await backlogOf(db)).toEqual({
    counts: { submitted: 0, in_review: 0, approved: 0, scheduled: 0 },
    oldest: null,
  })
  const oldest = await storyIn(db, cast, 'submitted')
  await storyIn(db, cast, 'submitted')
  await storyIn(db, cast, 'in_review')
  const backlog = await backlogOf(db)
  expect(backlog.counts).toEqual({ submitted: 2, in_review: 1, approved: 0, scheduled: 0 })
  expect(backlog.oldest).toMatchObject({ publicId: oldest, since: NOON.toISOString() })
})

test('a dead letter is shown with its error and can be tried again, once', async () => {
  const { db } = await freshDatabase()
  const address = { toEmail: 'gone@example.org', toName: 'Reporter', content: {}, kind: 'role', createdAt: NOON }
  const dead = { ...address, key: 'a', state: 'dead', attempts: 8, notBefore: NOON, lastError: '550 unknown' } as const
  await db.transaction(async (tx) => {
    await tx.insert(letters).values([dead, { ...address, key: 'b', notBefore: NOON }])
  })
  const before = await outboxHealth(db)
  expect(before).toMatchObject({ waiting: 1, dead: 1, oldestWaitingSince: NOON.toISOString() })
  expect(before.deadLetters[0]).toMatchObject({ error: '550 unknown', attempts: 8 })
  const id = before.deadLetters[0]?.id ?? 0
  expect(await tryLetterAgain(db, id, later(5))).toBe(true)
  expect(await tryLetterAgain(db, id, later(5))).toBe(false)
  expect(await outboxHealth(db)).toMatchObject({ waiting: 2, dead: 0, deadLetters: [] })
})

test('the house log holds both logs, newest first, page by page, and no draft', async () => {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  await storyIn(db, cast, 'in_review')
  await storyIn(db, cast, 'draft')
  await db.transaction(async (tx) => {
    const acts = Array.from({ length: LOG_PAGE + 20 }, (_, at) => ({
      personId: cast.reporter.id,
      byId: cast.admin.id,
      act: 'confirmed-email',
      at: later(at - 30),
    }))
    await tx.insert(peopleLog).values(acts)
  })
  const first = await houseLog(db, {})
  expect(first.rows).toHaveLength(LOG_PAGE)
  const second = await houseLog(db, { after: first.next ?? '' })
  const all = [...first.rows, ...second.rows]
  expect(second.next).toBeNull()
  expect(all).toHaveLength(LOG_PAGE + 22)
  expect(all.filter((row) => row.about === 'story').map((row) => row.move)).toEqual(['claim', 'submit'])
  expect(all.map((row) => row.at)).toEqual(
    all
      .map((row) => row.at)
      .sort()
      .reverse(),
  )
  expect((await houseLog(db, { after: '1; drop table people' })).rows).toHaveLength(LOG_PAGE)
  expect(await db.select({ id: people.id }).from(people)).not.toEqual([])
})

function byline(db: Database, who: Person, kind: 'name' | 'pen', penName = '') {
  return db.transaction((tx) => bylineFor(tx, who, kind, penName, NOON))
}
