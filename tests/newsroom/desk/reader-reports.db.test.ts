// Readers' reports: a ticket for the desk, one careful receipt, an answer to the address, and no flood.
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { type ReaderReport, reportStory } from '#app/newsroom/desk/reader-reports.server.ts'
import { answerTicket, openTickets, ticketsOfStory } from '#app/newsroom/desk/tickets.server.ts'
import { sendDueLetters } from '#app/newsroom/letters/send-letters.server.ts'
import type { Database } from '#db/client.ts'
import { tickets } from '#db/schema/desk.ts'
import { letters } from '#db/schema/letters.ts'
import { outlets } from '#db/schema/outlet.ts'
import { people } from '#db/schema/people.ts'
import { type Cast, castOf, later, move, NOON, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { postOffice, site } from '../letters/post-office.ts'

let db: Database
let cast: Cast
let story: string
const slug = 'bridge-opens'

beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
  story = await storyIn(db, cast, 'published')
})

afterAll(closeDatabases)

const said = { kind: 'error', text: 'It opened on Monday, qtext.', name: 'Qname', email: 'Reader@Example.org' } as const
const report = (more: Partial<ReaderReport> = {}, when = NOON, at = slug) =>
  reportStory(db, at, { ...said, ...more }, when)
const lettersOf = (kind: string) => db.select().from(letters).where(eq(letters.kind, kind)).orderBy(letters.id)

test('a report is a ticket; the desk is told, and the reader gets a receipt that repeats nothing', async () => {
  expect(await report()).toEqual({ ok: true })
  const [ticket] = await openTickets(db, {}, cast.editor)
  expect(ticket).toMatchObject({
    kind: 'error',
    text: 'It opened on Monday, qtext.',
    reader: { name: 'Qname', hasAddress: true },
    inHand: false,
  })
  expect(JSON.stringify(ticket)).not.toContain('example.org')
  expect((await lettersOf('ticket-asked')).map(({ toPersonId }) => toPersonId)).toEqual([
    cast.editor.id,
    cast.otherEditor.id,
  ])
  const { got, mailer } = postOffice()
  await sendDueLetters(db, mailer, site, later(1), 100)
  const receipts = got.filter(({ kind }) => kind === 'report-receipt')
  expect(receipts.map(({ to }) => to)).toEqual([{ name: '', address: 'reader@example.org' }])
  const whole = JSON.stringify(receipts)
  expect(whole).not.toMatch(/qtext|Qname/)
  expect(receipts[0]?.text).toContain('“Bridge opens”')
  expect(receipts[0]?.text).toContain(`/stories/${slug}`)
  expect(receipts[0]?.text).not.toMatch(/\/my\/|\/account\/|\/desk/)
})

test('an address gets one receipt a day, whatever is typed and for whichever story; the desk hears once a day', async () => {
  await storyIn(db, cast, 'published', 'Second bridge')
  for (let i = 0; i < 5; i++) await report({ text: `Error ${i}.` })
  await report({}, NOON, 'second-bridge')
  expect(await lettersOf('report-receipt')).toHaveLength(1)
  expect(await lettersOf('ticket-asked')).toHaveLength(4)
  await report({ text: 'And another.' }, later(24 * 60))
  expect(await lettersOf('report-receipt')).toHaveLength(2)
  expect(await openTickets(db, {}, cast.editor)).toHaveLength(7)
})

test('the answer goes to the address, in the language of the paper, and the address is forgotten', async () => {
  await db.transaction(async (tx) => {
    const [row] = await tx.select().from(outlets)
    await tx
      .update(outlets)
      .set({ settings: { ...(row?.settings as object), language: 'bg' } })
      .returning()
  })
  await report()
  const [ticket] = await openTickets(db, {}, cast.editor)
  const answered = await answerTicket(
    db,
    ticket?.publicId ?? '',
    { outcome: 'refused', answer: 'It was on Tuesday.' },
    cast.editor,
    later(5),
  )
  expect(answered).toEqual({ ok: true, kind: 'error' })
  const [row] = await db.select().from(tickets)
  expect(row).toMatchObject({ state: 'refused', fromEmail: '', answer: 'It was on Tuesday.' })
  const { got, mailer } = postOffice()
  await sendDueLetters(db, mailer, site, later(6), 100)
  const answer = got.find(({ kind }) => kind === 'report-answered')
  expect(answer?.to.address).toBe('reader@example.org')
  expect(answer?.text).toContain('It was on Tuesday.')
  expect(answer?.text).toContain('Съобщихте за грешка')
})

test('without an address nobody is written to', async () => {
  await report({ email: '', name: '' })
  const [ticket] = await openTickets(db, {}, cast.editor)
  expect(ticket?.reader).toEqual({ name: '', hasAddress: false })
  await answerTicket(db, ticket?.publicId ?? '', { outcome: 'done', answer: 'Done.' }, cast.editor, later(5))
  expect(await lettersOf('report-receipt')).toEqual([])
  expect(await lettersOf('report-answered')).toEqual([])
})

test('the address of somebody in safety mode gets no word of the story, whoever typed it', async () => {
  await db.transaction(async (tx) => {
    await tx
      .update(people)
      .set({ safetyMode: true, email: 'reader@example.org' })
      .where(eq(people.id, cast.otherReporter.id))
      .returning()
  })
  await report()
  const [ticket] = await openTickets(db, {}, cast.editor)
  await answerTicket(db, ticket?.publicId ?? '', { outcome: 'done', answer: 'qanswer' }, cast.editor, later(5))
  const { got, mailer } = postOffice()
  await sendDueLetters(db, mailer, site, later(6), 100)
  const mine = got.filter(({ to }) => to.address === 'reader@example.org')
  expect(mine).toHaveLength(2)
  expect(JSON.stringify(mine)).not.toMatch(/Bridge|qanswer|report|stories|Courier/)
})

test('what is empty, endless or no address is refused with its field', async () => {
  const faults = async (more: Partial<ReaderReport>) => {
    const result = await report(more)
    return !result.ok && result.because === 'faults' ? result.faults : result
  }
  expect(await faults({ text: ' \n' })).toEqual([{ field: 'text', code: 'report-empty' }])
  expect(await faults({ text: 'x'.repeat(3001) })).toEqual([{ field: 'text', code: 'report-long' }])
  expect(await faults({ name: 'x'.repeat(101) })).toEqual([{ field: 'name', code: 'report-name-long' }])
  for (const email of [
    'x',
    'a@b',
    'a b@c.org',
    'a@b.org, c@d.org',
    '<a@b.org>',
    'a@b.org\nBcc: c@d.org',
    `${'x'.repeat(250)}@b.org`,
  ])
    expect([email, await faults({ email })]).toEqual([email, [{ field: 'email', code: 'report-email' }]])
  expect(await db.select().from(tickets)).toEqual([])
})

test('only what is public can be reported, and fifty open reports are enough', async () => {
  expect(await report({}, NOON, 'no-such-story')).toEqual({ ok: false, because: 'not-found' })
  for (let i = 0; i < 50; i++) expect(await report({ text: `Error ${i}.`, email: '' })).toEqual({ ok: true })
  expect(await report()).toEqual({ ok: false, because: 'too-many' })
  await move(db, cast, cast.otherEditor, story, 'askRetraction', { deskNote: 'Look.' })
  await move(db, cast, cast.admin, story, 'retract', { note: 'It was not true.' })
  expect(await report()).toEqual({ ok: false, because: 'not-found' })
})

test('the story’s reporter sees no reader’s report, and an editor who wrote it not what it says', async () => {
  await report()
  const [row] = await db.select().from(tickets)
  expect(await ticketsOfStory(db, row?.storyId ?? 0, { byReporter: true })).toEqual([])
  const [mine] = await openTickets(db, {}, cast.reporter)
  expect(mine).toMatchObject({ text: '', reader: null, story: { own: true } })
})
