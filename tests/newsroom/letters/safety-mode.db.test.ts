// Safety mode: no letter says a word too much, those that wait included; and what it takes to turn it on and off.
import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { saveLetterChoices } from '#app/newsroom/letters/choices.server.ts'
import { writeDigests } from '#app/newsroom/letters/digest.server.ts'
import { noticesOf } from '#app/newsroom/letters/notices.server.ts'
import { sendDueLetters } from '#app/newsroom/letters/send-letters.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { turnOffSafetyMode, turnOnSafetyMode } from '#app/newsroom/people/safety-mode.server.ts'
import { openSessions } from '#app/platform/session.server.ts'
import { languages } from '#app/words/languages.ts'
import { letterWordsFor } from '#app/words/letters.ts'
import type { Database } from '#db/client.ts'
import { letters } from '#db/schema/letters.ts'
import { outlets } from '#db/schema/outlet.ts'
import { people, peopleLog, sessions } from '#db/schema/people.ts'
import { castOf, later, NOON, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { GOOD_PASSWORD, OTHER_PASSWORD, secrets } from '../people/mailbox.ts'
import { canaries, kinds, writeEveryLetter } from './every-letter.ts'
import { postOffice, site } from './post-office.ts'

afterAll(closeDatabases)

const secret = /\/(confirm-email|reset-password|newsletter\/(?:confirm|choices))\?token=a{43}/

async function newsroom() {
  const { db } = await freshDatabase()
  return { db, cast: await castOf(db) }
}

async function speaks(db: Database, who: Person, language: string) {
  await db.transaction(async (tx) => {
    await tx.update(people).set({ language }).where(eq(people.id, who.id)).returning()
  })
}

for (const { code } of languages)
  test(`every kind of letter in safety mode, in ${code}: not a word of the story, the outlet, the person or the kind`, async () => {
    const { db, cast } = await newsroom()
    const { reporter } = cast
    await speaks(db, reporter, code)
    await writeEveryLetter(db, reporter)
    // After they were written: what counts is what holds when they leave.
    await turnOnSafetyMode(db, null, reporter, NOON)
    const { got, mailer } = postOffice()
    await sendDueLetters(db, mailer, site, later(1), 200)
    expect(got).toHaveLength(kinds.length + 1)
    const { veiled } = letterWordsFor(code)
    const words = [...Object.values(canaries), site.outletName, 'Courier', reporter.name, 'Panagyurishte']
    for (const letter of got) {
      const { to, key, kind, fromName, fromMailbox, subject, text, html } = letter
      expect([fromName, fromMailbox, subject, kind, to.name]).toEqual([
        veiled.sender,
        'mail',
        veiled.subject,
        'message',
        '',
      ])
      const whole = [key, kind, fromName, fromMailbox, subject, text, html, to.name].join('\n').replaceAll(site.url, '')
      expect(
        words.filter((word) => whole.includes(word)),
        whole,
      ).toEqual([])
      expect(html).toContain(`<html lang="${code}"`)
    }
    // The links are those to signing in, or a secret that was asked for, and nothing else tells one from another.
    const bodies = new Set(got.filter(({ text }) => !secret.test(text)).map(({ text }) => text))
    expect([...bodies].sort()).toEqual(
      [
        [veiled.hello, veiled.news, `${veiled.signIn}:\nhttp://localhost:3000/sign-in?next=%2Fmy%2Fnotices`].join(
          '\n\n',
        ),
        [veiled.hello, ...veiled.closed].join('\n\n'),
      ]
        .map((text) => `${text}\n`)
        .sort(),
    )
    expect(got.filter(({ text }) => secret.test(text))).toHaveLength(6)
  })

test('without safety mode the same letters do say these words: the test above looks at something', async () => {
  const { db, cast } = await newsroom()
  await writeEveryLetter(db, cast.reporter)
  const { got, mailer } = postOffice()
  await sendDueLetters(db, mailer, site, later(1), 200)
  const all = JSON.stringify(got)
  for (const [place, word] of Object.entries(canaries)) expect(all.includes(word), place).toBe(true)
  expect(all).toContain(site.outletName)
})

test('a story on its whole way writes nothing of itself to a reporter in safety mode', async () => {
  const { db, cast } = await newsroom()
  const { reporter } = cast
  await db.transaction(async (tx) => {
    await tx.update(people).set({ safetyMode: true }).where(eq(people.id, reporter.id)).returning()
    const [row] = await tx.select().from(outlets)
    const settings = { ...(row?.settings as object), deskName: 'Qdeskname' }
    await tx.update(outlets).set({ settings }).returning()
  })
  for (const state of [
    'changes_requested',
    'awaiting_sign_off',
    'retracted',
    'declined',
    'rejected',
    'withdrawn',
  ] as const)
    await storyIn(db, cast, state, `Qheadline ${state}`)
  const { got, mailer } = postOffice()
  await sendDueLetters(db, mailer, site, later(60 * 24), 500)
  const mine = got.filter(({ to }) => to.address === reporter.email)
  expect(mine.length).toBeGreaterThan(12)
  for (const { subject, text, html } of mine) {
    expect(subject + text).not.toMatch(/#\d/)
    expect(subject + text + html).not.toMatch(
      /Qheadline|Qdeskname|the source|Who told|not true|Courier|\/(my\/)?stories/,
    )
  }
  // The desk is not in safety mode, and hears of them.
  expect(JSON.stringify(got)).toContain('Qheadline declined')
})

test('a digest in safety mode has no titles, and what it was about stands among the notices', async () => {
  const { db, cast } = await newsroom()
  const { reporter } = cast
  await saveLetterChoices(db, { receipt: 'digest' }, reporter)
  await storyIn(db, cast, 'submitted', 'Qheadline')
  await turnOnSafetyMode(db, null, reporter, NOON)
  expect(await writeDigests(db, later(24 * 60))).toBe(1)
  const { got, mailer } = postOffice()
  await sendDueLetters(db, mailer, site, later(24 * 60))
  const [letter] = got.filter(({ to }) => to.address === reporter.email)
  expect(letter?.subject).toBe('A message is waiting')
  expect(JSON.stringify(letter)).not.toMatch(/Qheadline|digest|2026|\d{2,}:/)
  const { notices } = await noticesOf(db, { words: letterWordsFor('en') }, reporter, later(24 * 60))
  expect(notices[0]?.subject).toMatch(/Qheadline$/)
})

test('turning it on ends the other sessions, turning it off asks for the password and sends a letter', async () => {
  const { db, cast } = await newsroom()
  const { reporter, otherReporter } = cast
  const passwordHash = await secrets.hashPassword(GOOD_PASSWORD)
  await db.transaction(async (tx) => void (await tx.update(people).set({ passwordHash }).returning()))
  const door = openSessions(db, { secure: false, local: true })
  for (const who of [reporter, reporter, reporter, otherReporter]) await door.start(who.id, NOON)
  const [here] = await db.select().from(sessions).where(eq(sessions.personId, reporter.id))
  await turnOnSafetyMode(db, here?.id ?? null, reporter, NOON)
  await turnOnSafetyMode(db, here?.id ?? null, reporter, NOON)
  expect((await db.select().from(sessions)).map(({ personId }) => personId).sort()).toEqual(
    [reporter.id, otherReporter.id].sort(),
  )
  const isOn = async () => (await db.select().from(people).where(eq(people.id, reporter.id)))[0]?.safetyMode
  expect(await turnOffSafetyMode(db, OTHER_PASSWORD, reporter, secrets, NOON)).toEqual({
    ok: false,
    because: 'wrong-password',
  })
  expect(await isOn()).toBe(true)
  expect(await turnOffSafetyMode(db, GOOD_PASSWORD, reporter, secrets, NOON)).toEqual({ ok: true })
  expect(await turnOffSafetyMode(db, GOOD_PASSWORD, reporter, secrets, NOON)).toEqual({ ok: true })
  expect(await isOn()).toBe(false)
  expect((await db.select().from(letters)).map(({ kind }) => kind)).toEqual(['safety-off'])
  expect((await db.select().from(peopleLog)).map(({ act }) => act)).toEqual(['safety-mode-on', 'safety-mode-off'])
})
