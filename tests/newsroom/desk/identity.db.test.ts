// Protected reporters: who reads which name where, for every by-line and role; and the one door behind which a name is.
import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { deskStory } from '#app/newsroom/desk/desk-story.server.ts'
import { houseLog } from '#app/newsroom/desk/house-log.server.ts'
import { identityDoor, openIdentity, openingsOf } from '#app/newsroom/desk/identity.server.ts'
import { writeNote } from '#app/newsroom/desk/notes.server.ts'
import { openPitches, sendPitch } from '#app/newsroom/desk/pitches.server.ts'
import { orderedStory } from '#app/newsroom/desk/refused-order.server.ts'
import { reviewQueue } from '#app/newsroom/desk/review-queue.server.ts'
import { contributorPage } from '#app/newsroom/people/contributors.server.ts'
import { nameForDesk, printedAs } from '#app/newsroom/people/desk-name.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { endProtection, isProtected, protectOneself } from '#app/newsroom/people/protection.server.ts'
import { changeRight } from '#app/newsroom/people/rights.server.ts'
import { saveDraft } from '#app/newsroom/story/drafts.server.ts'
import { readOldStories } from '#app/newsroom/story/searchable-words.server.ts'
import type { Database } from '#db/client.ts'
import { identityOpenings } from '#db/schema/desk.ts'
import { letters } from '#db/schema/letters.ts'
import { bylines, people, peopleLog } from '#db/schema/people.ts'
import { editions } from '#db/schema/press.ts'
import { type Cast, castOf, copyOf, draftBy, later, move, NOON, person, versionOf } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { secrets, withTwoStep } from '../people/mailbox.ts'

afterAll(closeDatabases)

const NAME = 'Kanarina Zhultova'
const PEN = 'The Breakwater'
const kinds = ['name', 'pen', 'withheld'] as const
type Kind = (typeof kinds)[number]

/** A house in which the reporter of the cast is a canary: no other word is like their name and address. */
async function canaryHouse() {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  const email = 'kanarina.zhultova@example.org'
  await db.transaction((tx) => tx.update(people).set({ name: NAME, email }).where(eq(people.id, cast.reporter.id)))
  const reporter = { ...cast.reporter, name: NAME, email }
  return { db, cast: { ...cast, reporter } }
}

async function signed(db: Database, cast: Cast, kind: Kind, headline = 'Bridge opens'): Promise<string> {
  const story = await draftBy(db, cast.reporter, headline)
  const version = await versionOf(db, story, cast.reporter)
  const byline = { kind, penName: kind === 'pen' ? PEN : '' }
  const words = { headline, standfirst: 'It is open.', section: 'exercises', topics: [], copy: copyOf('It opened.') }
  const saved = await saveDraft(db, story, { version, byline, ...words }, cast.reporter, NOON)
  if (!saved.ok) throw new Error(JSON.stringify(saved))
  return story
}

/** What tells who somebody is: the name, the address, the account's id. */
function tellsOf(text: string, { name, email, publicId }: Person): string[] {
  return [name, email, publicId].filter((secret) => text.includes(secret))
}

/** Everything the desk is given of a story that went back and forth, as one text. */
async function allTheDeskReads(db: Database, cast: Cast, story: string, who: Person): Promise<string> {
  const page = await deskStory(db, story, who)
  const queue = await reviewQueue(db, { tab: 'all', limit: 50 }, who, NOON)
  const ordered = await orderedStory(db, story, who)
  const log = await houseLog(db, {})
  const moves = log.rows.filter((row) => row.about === 'story')
  const toTheDesk = (await db.select().from(letters)).filter((letter) => letter.toPersonId !== cast.reporter.id)
  return JSON.stringify([page, queue, ordered, moves, toTheDesk])
}

async function backAndForth(db: Database, cast: Cast, story: string) {
  await move(db, cast, cast.reporter, story, 'submit')
  await writeNote(db, story, { shared: true, text: 'Here it is.' }, cast.reporter, later(1))
  await move(db, cast, cast.editor, story, 'claim', {}, later(2))
  await writeNote(db, story, { shared: true, text: 'Thank you.' }, cast.editor, later(3))
  await writeNote(db, story, { shared: true, text: 'At your service.' }, cast.reporter, later(4))
  await move(db, cast, cast.editor, story, 'requestChanges', { points: ['Name the source.'] }, later(5))
}

test.each(kinds)('by-line “%s”: the desk reads a name of an account only where nobody is protected', async (kind) => {
  for (const protect of [false, true]) {
    const { db, cast } = await canaryHouse()
    if (protect) await protectOneself(db, cast.reporter, NOON)
    const story = await signed(db, cast, kind)
    await backAndForth(db, cast, story)
    for (const who of [cast.editor, cast.otherEditor, cast.admin]) {
      const read = await allTheDeskReads(db, cast, story, who)
      const isSecret = protect || kind === 'withheld'
      expect([protect, who.role, tellsOf(read, cast.reporter).length > 0]).toEqual([protect, who.role, !isSecret])
      const row = (await reviewQueue(db, { tab: 'all' }, who, NOON)).rows[0]
      const byline = kind === 'pen' ? PEN : kind === 'name' && !protect ? NAME : null
      expect(row).toMatchObject({ byline, protected: protect })
    }
    // The reporter reads their own name, whoever is protected; other reporters read nothing.
    expect((await deskStory(db, story, cast.reporter))?.log.some((row) => row.byName === NAME)).toBe(true)
    expect(await deskStory(db, story, cast.otherReporter)).toBeNull()
  }
})

test('nothing on two stories of a protected reporter says that they are from one person', async () => {
  const { db, cast } = await canaryHouse()
  await protectOneself(db, cast.reporter, NOON)
  const [one, two] = [await signed(db, cast, 'pen', 'One'), await signed(db, cast, 'name', 'Two')]
  for (const story of [one, two]) await move(db, cast, cast.reporter, story, 'submit')
  const [first, second] = await Promise.all([one, two].map((story) => deskStory(db, story, cast.editor)))
  const nothing = { name: '', publicId: '', protected: true, since: '', trusted: false, sent: 0, published: 0 }
  expect([first?.contributor, second?.contributor]).toEqual([
    expect.objectContaining(nothing),
    expect.objectContaining(nothing),
  ])
  expect(JSON.stringify(second)).not.toContain(PEN)
})

test('a refused move names no protected reporter as the one who moved', async () => {
  const { db, cast } = await canaryHouse()
  await protectOneself(db, cast.reporter, NOON)
  const story = await signed(db, cast, 'name')
  await move(db, cast, cast.reporter, story, 'submit')
  const late = await move(db, cast, cast.editor, story, 'claim', { version: 1 }, later(1))
  expect(late).toMatchObject({ ok: false, because: 'changed', by: null })
})

test('a pitch of a protected reporter has no name', async () => {
  const { db, cast } = await canaryHouse()
  await sendPitch(db, { text: 'An idea.', section: 'exercises', call: '' }, cast.reporter, NOON)
  expect((await openPitches(db, {}, cast.editor, NOON))[0]?.from).toBe(NAME)
  await protectOneself(db, cast.reporter, NOON)
  const read = JSON.stringify(await openPitches(db, {}, cast.editor, NOON))
  expect(tellsOf(read, cast.reporter)).toEqual([])
})

test('a story signed with the own name is printed without one while its reporter is protected', async () => {
  const { db, cast } = await canaryHouse()
  const story = await signed(db, cast, 'name')
  await move(db, cast, cast.reporter, story, 'submit')
  await move(db, cast, cast.editor, story, 'claim')
  const hash = (await deskStory(db, story, cast.editor))?.hash
  await move(db, cast, cast.editor, story, 'approve', { hash })
  await protectOneself(db, cast.reporter, NOON)
  expect(await move(db, cast, cast.editor, story, 'publish')).toMatchObject({ ok: true })
  expect(tellsOf(JSON.stringify(await db.select().from(editions)), cast.reporter)).toEqual([])
  expect(await db.select().from(bylines)).toEqual([])
})

test('a story that was found by its reporter’s name is found by it no more, and by its other words again', async () => {
  const { db, cast } = await canaryHouse()
  const story = await signed(db, cast, 'name', 'A ferry burns')
  await move(db, cast, cast.reporter, story, 'submit')
  const found = async (text: string) => (await reviewQueue(db, { tab: 'all', text }, cast.editor, NOON)).rows.length
  expect([await found('Zhultova'), await found('ferry')]).toEqual([1, 1])
  await protectOneself(db, cast.reporter, NOON)
  expect([await found('Zhultova'), await found('ferry')]).toEqual([0, 0])
  await readOldStories(db, 100)
  expect([await found('Zhultova'), await found('ferry')]).toEqual([0, 1])
})

test('notices that the desk got before name a protected reporter no more', async () => {
  const { db, cast } = await canaryHouse()
  const story = await signed(db, cast, 'name')
  await backAndForth(db, cast, story)
  const toTheDesk = async () =>
    JSON.stringify((await db.select().from(letters)).filter((letter) => letter.toPersonId !== cast.reporter.id))
  expect(tellsOf(await toTheDesk(), cast.reporter)).toEqual([NAME])
  await protectOneself(db, cast.reporter, NOON)
  expect(tellsOf(await toTheDesk(), cast.reporter)).toEqual([])
})

test('admins see the account, and neither its stories nor its pen names', async () => {
  const { db, cast } = await canaryHouse()
  await protectOneself(db, cast.reporter, NOON)
  const story = await signed(db, cast, 'pen')
  await move(db, cast, cast.reporter, story, 'submit')
  const page = await contributorPage(db, cast.reporter.publicId, NOON)
  expect(page).toMatchObject({ person: { name: NAME, protected: true }, stories: [], bylines: [] })
})

test('the name for the desk and for print, for every by-line', () => {
  const open = { name: NAME, protectedAt: null }
  const closed = { name: NAME, protectedAt: NOON }
  const of = (bylineKind: Kind) => ({ bylineKind, penName: PEN })
  expect(kinds.map((kind) => nameForDesk(of(kind), open))).toEqual([NAME, PEN, null])
  expect(kinds.map((kind) => nameForDesk(of(kind), closed))).toEqual([null, PEN, null])
  expect(kinds.map((kind) => printedAs(kind, open))).toEqual(['name', 'pen', 'withheld'])
  expect(kinds.map((kind) => printedAs(kind, closed))).toEqual(['withheld', 'pen', 'withheld'])
})

test('only reporters protect themselves, once; only they end it, and only with the password', async () => {
  const { db, cast } = await canaryHouse()
  for (const who of [cast.editor, cast.admin])
    expect(await protectOneself(db, who, NOON)).toEqual({ ok: false, because: 'not-a-contributor' })
  expect(await protectOneself(db, cast.reporter, NOON)).toEqual({ ok: true })
  expect(await protectOneself(db, cast.reporter, later(5))).toEqual({ ok: true })
  const [row] = await db.select().from(people).where(eq(people.id, cast.reporter.id))
  expect(row?.protectedAt).toEqual(NOON)
  expect(await endProtection(db, 'no', cast.reporter, secrets, NOON)).toEqual({ ok: false, because: 'wrong-password' })
  expect(await isProtected(db, cast.reporter)).toBe(true)
  expect(await endProtection(db, await passwordOf(db, cast.reporter), cast.reporter, secrets, NOON)).toEqual({
    ok: true,
  })
  expect(await isProtected(db, cast.reporter)).toBe(false)
  const acts = (await db.select().from(peopleLog)).map((entry) => entry.act)
  expect(acts).toEqual(['protected', 'protection-ended'])
})

// --- The door ---

const REASON = 'A court has ordered us to name the source.'

async function doorHouse() {
  const { db, cast } = await canaryHouse()
  await protectOneself(db, cast.reporter, NOON)
  const story = await signed(db, cast, 'pen')
  await move(db, cast, cast.reporter, story, 'submit')
  return { db, cast, story }
}

/** Gives somebody a password that `secrets` of these tests knows. */
async function passwordOf(db: Database, { id }: Person): Promise<string> {
  const passwordHash = await secrets.hashPassword('correct horse')
  await db.transaction((tx) => tx.update(people).set({ passwordHash }).where(eq(people.id, id)))
  return 'correct horse'
}

test('nobody opens an identity without the right, not even an admin; a right that ended opens nothing', async () => {
  const { db, cast, story } = await doorHouse()
  const proof = 'correct horse'
  for (const who of [cast.editor, cast.admin, cast.reporter, cast.otherReporter]) {
    await passwordOf(db, who)
    const order = { story, reason: REASON, proof }
    expect(await identityDoor(db, story, who)).toEqual({ ok: false, because: 'not-allowed' })
    expect(await openIdentity(db, order, who, secrets, NOON)).toEqual({ ok: false, because: 'not-allowed' })
  }
  const chief = await person(db, 'admin', 'Second in chief')
  const give = (act: 'allow-identity' | 'forbid-identity', to: Person, by: Person) =>
    changeRight(db, { publicId: to.publicId, act }, by, NOON)
  expect(await give('allow-identity', cast.admin, cast.admin)).toEqual({ ok: false, because: 'own-right' })
  expect(await give('allow-identity', cast.editor, cast.editor)).toEqual({ ok: false, because: 'not-allowed' })
  expect(await give('allow-identity', cast.reporter, cast.admin)).toEqual({ ok: false, because: 'not-staff' })
  expect(await give('allow-identity', cast.admin, chief)).toEqual({ ok: true })
  expect(await openIdentity(db, { story, reason: REASON, proof }, cast.admin, secrets, NOON)).toMatchObject({
    ok: true,
  })
  expect(await give('forbid-identity', cast.admin, chief)).toEqual({ ok: true })
  const after = await openIdentity(db, { story, reason: REASON, proof }, cast.admin, secrets, NOON)
  expect(after).toEqual({ ok: false, because: 'not-allowed' })
  expect(await db.select().from(identityOpenings)).toHaveLength(1)
})

test('opened: the name once, a row, the house’s log without the account, a letter and a page for the reporter', async () => {
  const { db, cast, story } = await doorHouse()
  await changeRight(db, { publicId: cast.editor.publicId, act: 'allow-identity' }, cast.admin, NOON)
  const proof = await passwordOf(db, cast.editor)
  const opened = await openIdentity(db, { story, reason: ` ${REASON} `, proof }, cast.editor, secrets, later(9))
  const { name, email } = cast.reporter
  const number = (await deskStory(db, story, cast.editor))?.story.number
  expect(opened).toEqual({ ok: true, number, name, email })
  expect(await openingsOf(db, cast.reporter)).toEqual([{ at: later(9).toISOString(), number, reason: REASON }])
  const log = JSON.stringify(
    (await houseLog(db, {})).rows.filter((row) => row.about === 'story' || row.act === 'opened-identity'),
  )
  expect(log).toContain(REASON)
  expect(tellsOf(log, cast.reporter)).toEqual([])
  const letter = (await db.select().from(letters)).find(({ kind }) => kind === 'identity-opened')
  expect(letter).toMatchObject({ toPersonId: cast.reporter.id, content: { account: { number, reason: REASON } } })
  // What was opened once is closed again on every page.
  expect(tellsOf(await allTheDeskReads(db, cast, story, cast.editor), cast.reporter)).toEqual([])
})

test('a reason is asked for, and a proof: nothing is written when either is missing', async () => {
  const { db, cast, story } = await doorHouse()
  await changeRight(db, { publicId: cast.editor.publicId, act: 'allow-identity' }, cast.admin, NOON)
  const good = await passwordOf(db, cast.editor)
  const ask = async (reason: string, proof: string) => {
    const opened = await openIdentity(db, { story, reason, proof }, cast.editor, secrets, NOON)
    return opened.ok ? 'opened' : opened.because === 'fault' ? opened.fault : opened.because
  }
  expect(await ask(' \u0000 ', good)).toBe('reason-missing')
  expect(await ask('Why not', good)).toBe('reason-short')
  expect(await ask('x'.repeat(1001), good)).toBe('reason-long')
  expect(await ask(REASON, '')).toBe('wrong-password')
  expect(await ask(REASON, 'guess')).toBe('wrong-password')
  expect(await db.select().from(identityOpenings)).toEqual([])
  expect((await db.select().from(letters)).filter(({ kind }) => kind === 'identity-opened')).toEqual([])
})

test('with two-step sign-in the proof is a fresh code: the password is none, and a code counts once', async () => {
  const { db, cast, story } = await doorHouse()
  await changeRight(db, { publicId: cast.editor.publicId, act: 'allow-identity' }, cast.admin, NOON)
  const password = await passwordOf(db, cast.editor)
  const codeAt = await withTwoStep(db, cast.editor, NOON)
  const ask = async (proof: string, when: Date) => {
    const opened = await openIdentity(db, { story, reason: REASON, proof }, cast.editor, secrets, when)
    return opened.ok ? 'opened' : opened.because === 'fault' ? opened.fault : opened.because
  }
  expect(await ask(password, later(2))).toBe('wrong-code')
  const code = codeAt(later(2))
  expect(await ask(code, later(2))).toBe('opened')
  expect(await ask(code, later(2))).toBe('wrong-code')
  expect(await ask(codeAt(later(3)), later(3))).toBe('opened')
  expect(await openingsOf(db, cast.reporter)).toHaveLength(2)
})

test('there is no door before a draft, a stranger’s story id, or somebody who is not protected', async () => {
  const { db, cast, story } = await doorHouse()
  await changeRight(db, { publicId: cast.editor.publicId, act: 'allow-identity' }, cast.admin, NOON)
  const draft = await signed(db, cast, 'pen', 'A draft')
  expect(await identityDoor(db, draft, cast.editor)).toEqual({ ok: false, because: 'not-found' })
  expect(await identityDoor(db, 'nothing', cast.editor)).toEqual({ ok: false, because: 'not-found' })
  expect(await identityDoor(db, story, cast.editor)).toMatchObject({ ok: true, door: { byline: PEN } })
  await endProtection(db, await passwordOf(db, cast.reporter), cast.reporter, secrets, NOON)
  expect(await identityDoor(db, story, cast.editor)).toEqual({ ok: false, because: 'not-protected' })
})
