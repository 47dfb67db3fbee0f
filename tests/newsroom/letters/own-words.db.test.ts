// Own words of letters: put by admins, sent with the facts of the day, and never a word of them in safety mode.
import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { noticesOf } from '#app/newsroom/letters/notices.server.ts'
import { dropTemplate, putTemplates, writeTemplate } from '#app/newsroom/letters/own-words.server.ts'
import { sendDueLetters } from '#app/newsroom/letters/send-letters.server.ts'
import { placesOf, writableKinds } from '#app/newsroom/letters/templates.ts'
import { turnOnSafetyMode } from '#app/newsroom/people/safety-mode.server.ts'
import { languages } from '#app/words/languages.ts'
import { letterWordsFor } from '#app/words/letters.ts'
import { people } from '#db/schema/people.ts'
import { castOf, later, NOON, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { canaries, writeEveryLetter } from './every-letter.ts'
import { postOffice, site } from './post-office.ts'

afterAll(closeDatabases)

async function newsroom() {
  const { db } = await freshDatabase()
  return { db, cast: await castOf(db) }
}

const put = { kind: 'declined', language: 'en', subject: 'No: {headline}', body: 'Sadly.\n{reasons}\n{note}' }

test('own words are in the next letter and on the notice, with the facts; then the book’s again', async () => {
  const { db, cast } = await newsroom()
  await storyIn(db, cast, 'declined', 'Bridge opens')
  expect(await writeTemplate(db, put, cast.admin, NOON)).toEqual({ ok: true })
  const first = postOffice()
  await sendDueLetters(db, first.mailer, site, later(60), 100)
  const letter = first.got.find(({ kind }) => kind === 'declined')
  expect(letter?.subject).toBe('No: Bridge opens')
  expect(letter?.text).toContain('Sadly.\n\n– It needs a source that we can check.\n\nWho told you?')
  const words = { words: letterWordsFor('en') }
  const notice = async () =>
    (await noticesOf(db, words, cast.reporter, later(60))).notices.find(({ kind }) => kind === 'declined')
  expect((await notice())?.subject).toBe('No: Bridge opens')

  expect(await dropTemplate(db, { kind: 'declined', language: 'en' }, cast.admin)).toEqual({ ok: true })
  expect((await notice())?.subject).toMatch(/^About your story #\d+ Bridge opens$/)
})

test('words of one language are not those of another', async () => {
  const { db, cast } = await newsroom()
  await db.transaction(async (tx) => {
    await tx.update(people).set({ language: 'bg' }).where(eq(people.id, cast.reporter.id)).returning()
  })
  await storyIn(db, cast, 'declined', 'Bridge opens')
  await writeTemplate(db, put, cast.admin, NOON)
  const { got, mailer } = postOffice()
  await sendDueLetters(db, mailer, site, later(60), 100)
  expect(got.find(({ kind }) => kind === 'declined')?.text).not.toContain('Sadly')
})

test('what is wrong is refused with its field, strange kinds are not known, and only admins put words', async () => {
  const { db, cast } = await newsroom()
  expect(await writeTemplate(db, { ...put, body: 'No {why}.' }, cast.admin, NOON)).toMatchObject({
    because: 'faults',
    faults: [{ place: 'why' }, { place: 'reasons' }, { place: 'note' }],
  })
  for (const kind of ['reset-password', 'digest', 'toString', ''])
    expect(await writeTemplate(db, { ...put, kind }, cast.admin, NOON)).toEqual({ ok: false, because: 'not-found' })
  for (const who of [cast.editor, cast.reporter]) {
    expect(await writeTemplate(db, put, who, NOON)).toEqual({ ok: false, because: 'not-allowed' })
    expect(await dropTemplate(db, { kind: 'declined', language: 'en' }, who)).toEqual({
      ok: false,
      because: 'not-allowed',
    })
  }
  expect(await putTemplates(db)).toEqual([])
})

test('a line break in a subject begins no header', async () => {
  const { db, cast } = await newsroom()
  await writeTemplate(db, { ...put, subject: 'No\r\nBcc: all@example.org' }, cast.admin, NOON)
  expect((await putTemplates(db))[0]?.subject).toBe('No Bcc: all@example.org')
})

test('in safety mode no letter has a word of the story, whatever the words that were put name', async () => {
  const { db, cast } = await newsroom()
  for (const { code } of languages)
    for (const kind of writableKinds) {
      const all = placesOf(kind)
        .map((place) => `{${place}}`)
        .join(' ')
      const written = await writeTemplate(
        db,
        { kind, language: code, subject: `qown ${all}`, body: `qown\n${all}` },
        cast.admin,
        NOON,
      )
      expect([kind, written]).toEqual([kind, { ok: true }])
    }
  await writeEveryLetter(db, cast.reporter)
  await turnOnSafetyMode(db, null, cast.reporter, NOON)
  const { got, mailer } = postOffice()
  await sendDueLetters(db, mailer, site, later(1), 200)
  expect(got.length).toBeGreaterThan(writableKinds.length)
  const secret = [...Object.values(canaries), 'qown', site.outletName, cast.reporter.name]
  for (const { subject, text, html, fromName, key } of got) {
    const whole = [subject, text, html, fromName, key].join('\n').replaceAll(site.url, '')
    expect(
      secret.filter((word) => whole.includes(word)),
      whole,
    ).toEqual([])
  }
})

test('without safety mode the same words do say it: the test above looks at something', async () => {
  const { db, cast } = await newsroom()
  for (const kind of writableKinds) {
    const all = placesOf(kind)
      .map((place) => `{${place}}`)
      .join(' ')
    await writeTemplate(db, { kind, language: 'en', subject: `qown ${all}`, body: all }, cast.admin, NOON)
  }
  await writeEveryLetter(db, cast.reporter)
  const { got, mailer } = postOffice()
  await sendDueLetters(db, mailer, site, later(1), 200)
  const all = JSON.stringify(got)
  for (const word of ['qown', canaries.headline, canaries.note, canaries.deskNote, canaries.byline])
    expect(all).toContain(word)
})
