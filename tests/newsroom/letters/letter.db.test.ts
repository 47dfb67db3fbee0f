// Letters as mail: in their reader's language and direction, with nothing from elsewhere, and by a real conversation.
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, expect, test } from 'vitest'
import { saveLetterChoices } from '#app/newsroom/letters/choices.server.ts'
import { writeDigests } from '#app/newsroom/letters/digest.server.ts'
import { sendDueLetters } from '#app/newsroom/letters/send-letters.server.ts'
import { turnOnSafetyMode } from '#app/newsroom/people/safety-mode.server.ts'
import { openMailer } from '#app/platform/mailer.server.ts'
import { languages } from '#app/words/languages.ts'
import { people } from '#db/schema/people.ts'
import { castOf, later, NOON, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { closeMailServers, mailServer } from '../../platform/mail-server.ts'
import { canaries, kinds, writeEveryLetter } from './every-letter.ts'
import { postOffice, site } from './post-office.ts'

afterEach(closeMailServers)
afterAll(closeDatabases)

async function everyLetterIn(language: string) {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  await db.transaction(async (tx) => {
    await tx.update(people).set({ language }).where(eq(people.id, cast.reporter.id)).returning()
  })
  await writeEveryLetter(db, cast.reporter)
  const { got, mailer } = postOffice()
  expect(await sendDueLetters(db, mailer, site, later(1), 200)).toEqual({ sent: kinds.length + 1, failed: 0 })
  return got
}

for (const { code } of languages)
  test(`every letter in ${code} says its language and direction, asks nothing of other places and tells no one it was read`, async () => {
    const got = await everyLetterIn(code)
    for (const { kind, subject, text, html } of got) {
      expect(html, kind).toContain(`<html lang="${code}" dir="${code === 'ar' ? 'rtl' : 'ltr'}">`)
      expect(html, kind).not.toMatch(
        /<(img|link|script|iframe|object|video|audio|form|input)\b|\bsrc=|url\(|@import|background=/i,
      )
      const addresses = [...`${text} ${html}`.matchAll(/(?:https?:)?\/\/[^\s"<]+/g)].map(([address]) => address)
      expect(
        addresses.filter((address) => !address.startsWith(`${site.url}/`)),
        kind,
      ).toEqual([])
      expect(subject.trim(), kind).not.toBe('')
      expect(subject + text, kind).not.toMatch(/undefined|null|\[object|NaN|Invalid/)
    }
    const [headlines] = [got.filter(({ text }) => text.includes(canaries.headline))]
    expect(headlines.length).toBeGreaterThan(30)
  })

test('in another language no letter has a subject of the English book', async () => {
  const english = new Map((await everyLetterIn('en')).map(({ key, subject }) => [key, subject]))
  for (const { code } of languages.filter(({ code }) => code !== 'en'))
    for (const { key, subject } of await everyLetterIn(code))
      if (key !== canaries.ready) expect(subject, `${code} ${key}`).not.toBe(english.get(key))
})

test('who may choose is told where; who may not is not', async () => {
  for (const { kind, text } of await everyLetterIn('en')) {
    const chooses = ![
      'confirm-email',
      'reset-password',
      'already-joined',
      'first-admin',
      'password-changed',
      'two-step',
      'safety-off',
      'role',
      'suspended',
      'suspension-lifted',
      'identity-opened',
      'identity-protected',
      'protection-ended',
      'identity-right',
      'section-rights',
      'error-corrected', // a reader's: no account, no choice
      'report-receipt',
      'report-answered',
      'newsletter-confirm',
      'newsletter-already',
    ].includes(kind)
    expect(text.includes('http://localhost:3000/account/letters'), kind).toBe(chooses)
  }
})

test('a digest and a letter in safety mode, as a mail server hears them', async () => {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  const { reporter, otherReporter } = cast
  await saveLetterChoices(db, { receipt: 'digest' }, reporter)
  await storyIn(db, cast, 'submitted', 'Bridge opens')
  await writeEveryLetter(db, otherReporter)
  await turnOnSafetyMode(db, null, otherReporter, NOON)
  await writeDigests(db, later(24 * 60))
  const { port, conversations } = await mailServer()
  const mailer = openMailer({
    smtpUrl: `smtp://127.0.0.1:${port}`,
    siteUrl: 'https://news.example.org',
    dataDir: '/nowhere',
  })
  await sendDueLetters(db, mailer, { ...site, url: 'https://news.example.org' }, later(24 * 60), 200)
  const to = (address: string) => conversations.filter(({ commands }) => commands.includes(`RCPT TO:<${address}>`))

  const [digest, ...more] = to(reporter.email)
  expect(more).toEqual([])
  expect(digest?.data).toMatch(/^Subject: One piece of news today\r$/m)
  expect(digest?.data).toMatch(
    new RegExp(`^Message-ID: <digest-${reporter.id}-2026-11-2\\d@news\\.example\\.org>\\r$`, 'm'),
  )
  expect(digest?.data).toMatch(/Bridge opens/)

  const veiled = to(otherReporter.email)
  expect(veiled).toHaveLength(kinds.length + 1)
  for (const { commands, data } of veiled) {
    expect(commands).toContain('MAIL FROM:<mail@news.example.org>')
    expect(data).toMatch(/^From: Messages <mail@news\.example\.org>\r$/m)
    expect(data).toMatch(new RegExp(`^To: ${otherReporter.email.replaceAll('.', '\\.')}\\r$`, 'm'))
    expect(data).toMatch(/^Subject: A message is waiting\r$/m)
    expect(data).toMatch(/^Message-ID: <message-\d+@news\.example\.org>\r$/m)
    // Lines of the transfer are joined again before anything is looked for.
    const whole = data.replaceAll('=\r\n', '')
    expect(Object.values(canaries).filter((word) => whole.includes(word))).toEqual([])
    expect(whole).not.toContain('Courier')
  }
})
