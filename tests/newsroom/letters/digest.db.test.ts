// The letter of the day: once for each person and day, whoever's clock runs and whatever falls over between.
import { eq, like } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { saveLetterChoices } from '#app/newsroom/letters/choices.server.ts'
import { writeDigests } from '#app/newsroom/letters/digest.server.ts'
import { storyFacts } from '#app/newsroom/letters/letter-facts.ts'
import { writeLetter } from '#app/newsroom/letters/outbox.server.ts'
import { sendDueLetters } from '#app/newsroom/letters/send-letters.server.ts'
import { latestHour } from '#app/newsroom/outlet/local-time.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import type { Database, Writer } from '#db/client.ts'
import { letters } from '#db/schema/letters.ts'
import { people } from '#db/schema/people.ts'
import { castOf, NOON } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { postOffice, site } from './post-office.ts'

afterAll(closeDatabases)

// The outlet is in Sofia, two hours before UTC in November.
const FIVE = new Date('2026-11-24T15:00:00.000Z')
const TOMORROW = new Date('2026-11-25T15:00:00.000Z')

async function newsroom() {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  for (const who of [cast.reporter, cast.otherReporter]) await saveLetterChoices(db, { receipt: 'digest' }, who)
  return { db, cast }
}

function receive(db: Database, who: Person, number: number, notBefore = NOON) {
  const about = {
    number,
    publicId: `story-${number}`,
    headline: `Bridge ${number}`,
    deskName: 'News desk',
    timeZone: 'UTC',
  }
  const to = { personId: who.id, email: who.email, name: who.name }
  const content = storyFacts({ ...about, forDesk: false })
  const letter = { key: `receipt:${number}:${who.id}`, kind: 'receipt' as const, to, content, notBefore }
  return db.transaction((tx) => writeLetter(tx, letter, NOON))
}

const digests = (db: Database) => db.select().from(letters).where(like(letters.key, 'digest-%'))
const gathered = async (db: Database) => (await db.select().from(letters).where(eq(letters.state, 'gathered'))).length

test('gathered letters become one letter at 17:00 of the outlet, with each subject and link', async () => {
  const { db, cast } = await newsroom()
  for (const number of [1, 2, 3]) await receive(db, cast.reporter, number)
  await receive(db, cast.otherReporter, 4)
  expect(await writeDigests(db, new Date(FIVE.getTime() - 1))).toBe(0)
  expect(await gathered(db)).toBe(4)
  expect(await writeDigests(db, FIVE)).toBe(2)
  expect(await gathered(db)).toBe(0)
  const { got, mailer } = postOffice()
  await sendDueLetters(db, mailer, site, FIVE)
  expect(got.map(({ to, key }) => [to.address, key])).toEqual([
    [cast.reporter.email, `digest-${cast.reporter.id}-2026-11-24`],
    [cast.otherReporter.email, `digest-${cast.otherReporter.id}-2026-11-24`],
  ])
  const [letter] = got
  expect(letter?.subject).toBe('3 pieces of news today')
  for (const number of [1, 2, 3]) {
    expect(letter?.text).toContain(
      `– Received: #${number} Bridge ${number}\n  http://localhost:3000/my/stories/story-${number}/status`,
    )
    expect(letter?.html).toContain(`<a href="http://localhost:3000/my/stories/story-${number}/status"`)
  }
  expect(letter?.text).not.toContain('Bridge 4')
  expect(letter?.text).toContain('http://localhost:3000/account/letters')
})

test('with nothing gathered there is no letter, and what came after 17:00 waits for the next day', async () => {
  const { db, cast } = await newsroom()
  expect(await writeDigests(db, FIVE)).toBe(0)
  expect(await digests(db)).toEqual([])
  const evening = new Date(FIVE.getTime() + 60_000)
  await receive(db, cast.reporter, 1, evening)
  expect(await writeDigests(db, new Date(FIVE.getTime() + 7 * 60 * 60_000))).toBe(0)
  expect(await writeDigests(db, TOMORROW)).toBe(1)
  expect((await digests(db)).map(({ key }) => key)).toEqual([`digest-${cast.reporter.id}-2026-11-25`])
})

test('a clock that was stopped at 17:00 writes it when it runs again', async () => {
  const { db, cast } = await newsroom()
  await receive(db, cast.reporter, 1)
  const night = new Date('2026-11-25T02:00:00.000Z')
  expect(await writeDigests(db, night)).toBe(1)
  expect((await digests(db)).map(({ key }) => key)).toEqual([`digest-${cast.reporter.id}-2026-11-24`])
})

test('eight runs at once write each digest once, and each letter is in one', async () => {
  const { db, cast } = await newsroom()
  for (let number = 1; number <= 30; number++)
    await receive(db, number % 2 ? cast.reporter : cast.otherReporter, number)
  const runs = await Promise.all(Array.from({ length: 8 }, () => writeDigests(db, FIVE)))
  expect(runs.reduce((sum, written) => sum + written, 0)).toBe(2)
  const written = await digests(db)
  expect(written).toHaveLength(2)
  const listed = written.flatMap(
    ({ content }) => (content as { letters: { content: { story: { number: number } } }[] }).letters,
  )
  expect(listed.map(({ content }) => content.story.number).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 30 }, (_, i) => i + 1),
  )
})

test('a run that dies between the parts leaves everything as it was, and the next one writes it once', async () => {
  const { db, cast } = await newsroom()
  for (const number of [1, 2]) await receive(db, cast.reporter, number)
  for (const at of [1, 2, 3]) {
    await expect(writeDigests(dyingAt(db, at), FIVE)).rejects.toThrow('the power went')
    expect(await digests(db)).toEqual([])
    expect(await gathered(db)).toBe(2)
  }
  expect(await writeDigests(db, FIVE)).toBe(1)
  expect(await writeDigests(db, FIVE)).toBe(0)
  expect(await digests(db)).toHaveLength(1)
})

test('a digest is written in the language its reader has when it leaves', async () => {
  const { db, cast } = await newsroom()
  await receive(db, cast.reporter, 1)
  await writeDigests(db, FIVE)
  await db.transaction(async (tx) => {
    await tx.update(people).set({ language: 'ar' }).where(eq(people.id, cast.reporter.id)).returning()
  })
  const asked: string[] = []
  const wordsIn = (language: string) => {
    asked.push(language)
    return site.wordsIn(language)
  }
  const { got, mailer } = postOffice()
  await sendDueLetters(db, mailer, { ...site, wordsIn }, FIVE)
  expect(asked).toEqual(['ar'])
  expect(got[0]?.html).toContain('<html lang="ar" dir="rtl">')
})

test('the latest 17:00 is found on both sides of a change of the clocks', () => {
  const at = (when: string, zone = 'Europe/Sofia') => {
    const { day, at: found } = latestHour('17:00', new Date(when), zone)
    return `${day} ${found.toISOString()}`
  }
  expect(at('2026-10-24T13:59:59Z')).toBe('2026-10-23 2026-10-23T14:00:00.000Z')
  expect(at('2026-10-24T14:00:00Z')).toBe('2026-10-24 2026-10-24T14:00:00.000Z')
  expect(at('2026-10-25T14:30:00Z')).toBe('2026-10-24 2026-10-24T14:00:00.000Z')
  expect(at('2026-10-25T15:00:00Z')).toBe('2026-10-25 2026-10-25T15:00:00.000Z')
  expect(at('2026-03-29T13:59:00Z')).toBe('2026-03-28 2026-03-28T15:00:00.000Z')
  expect(at('2026-03-29T14:00:00Z')).toBe('2026-03-29 2026-03-29T14:00:00.000Z')
  expect(at('2026-01-01T03:00:00Z', 'Pacific/Kiritimati')).toBe('2026-01-01 2026-01-01T03:00:00.000Z')
  expect(at('2026-01-01T02:59:00Z', 'Pacific/Kiritimati')).toBe('2025-12-31 2025-12-31T03:00:00.000Z')
})

/** The same database, whose transaction fails instead of making its write number `at`, or at last before its commit. */
function dyingAt(db: Database, at: number): Database {
  return new Proxy(db, {
    get(target, name) {
      if (name !== 'transaction') return Reflect.get(target, name)
      return <T>(work: (tx: Writer) => Promise<T>) =>
        target.transaction(async (tx) => {
          await work(failingWriter(tx, at))
          throw new Error('the power went')
        })
    },
  })
}

function failingWriter(tx: Writer, at: number): Writer {
  let writes = 0
  return new Proxy(tx, {
    get(target, name) {
      if ((name === 'update' || name === 'insert') && ++writes >= at) throw new Error('the power went')
      return Reflect.get(target, name)
    },
  })
}
