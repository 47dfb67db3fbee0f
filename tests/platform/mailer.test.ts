// The mailer: a real conversation with a small mail server, and files where there is none.
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { refusalOf } from '#app/newsroom/letters/send-letters.server.ts'
import { openMailer } from '#app/platform/mailer.server.ts'
import { type Answers, closeMailServers, mailServer } from './mail-server.ts'

const letter = {
  key: 'submitted:42:3',
  kind: 'submitted',
  fromName: 'The Test Courier',
  fromMailbox: 'desk' as const,
  to: { name: 'Reporter, in "Panagyurishte"', address: 'reporter@example.org' },
  subject: 'We have your story — Мост',
  text: 'Thank you.\n.\nA line with one dot above.\n',
  html: '<p>Thank you.</p>',
}

afterEach(closeMailServers)

test('a letter is handed to the mail server once, to one person, under its own Message-ID', async () => {
  const { port, conversations } = await mailServer()
  await openMailer({
    smtpUrl: `smtp://127.0.0.1:${port}`,
    siteUrl: 'https://news.example.org',
    dataDir: '/nowhere',
  }).send(letter)
  expect(conversations).toHaveLength(1)
  const [said] = conversations
  expect(said?.commands.filter((line) => /^(MAIL|RCPT)/.test(line))).toEqual([
    'MAIL FROM:<desk@news.example.org>',
    'RCPT TO:<reporter@example.org>',
  ])
  const mail = said?.data ?? ''
  expect(mail).toMatch(/^Message-ID: <submitted-42-3@news\.example\.org>\r$/m)
  expect(mail).toMatch(/^From: The Test Courier <desk@news\.example\.org>\r$/m)
  expect(mail).toMatch(/^Auto-Submitted: auto-generated\r$/m)
  expect(mail).toContain('multipart/alternative')
  expect(mail).toContain('\r\n..\r\n') // the lone dot was doubled, so the letter did not end there
})

test('a name cannot add a recipient or a header', async () => {
  const { port, conversations } = await mailServer()
  const to = { name: 'x\r\nBcc: other@example.org, <third@example.org>', address: 'reporter@example.org' }
  await openMailer({
    smtpUrl: `smtp://127.0.0.1:${port}`,
    siteUrl: 'https://news.example.org',
    dataDir: '/nowhere',
  }).send({ ...letter, to, subject: 'a\r\nBcc: x@example.org' })
  expect(conversations[0]?.commands.filter((line) => line.startsWith('RCPT'))).toEqual([
    'RCPT TO:<reporter@example.org>',
  ])
  expect(conversations[0]?.data).not.toMatch(/^Bcc:/im)
})

test('a server that says no, or is not there, makes send throw', async () => {
  const { port } = await mailServer({ refuse: true })
  const site = { siteUrl: 'https://news.example.org', dataDir: '/nowhere' }
  await expect(openMailer({ ...site, smtpUrl: `smtp://127.0.0.1:${port}` }).send(letter)).rejects.toThrow(
    'mailbox unavailable',
  )
  await expect(openMailer({ ...site, smtpUrl: 'smtp://127.0.0.1:1' }).send(letter)).rejects.toThrow()
})

test('why a letter was refused is known: the address, the letter, for later, or nothing about it', async () => {
  const site = { siteUrl: 'https://news.example.org', dataDir: '/nowhere' }
  const refusedWith = async (answers: Answers) => {
    const { port } = await mailServer({ answers })
    const mailer = openMailer({ ...site, smtpUrl: `smtp://127.0.0.1:${port}` })
    return refusalOf(await mailer.send(letter).catch((error: unknown) => error))
  }
  expect(await refusedWith({ RCPT: '550 5.1.1 no such user' })).toBe('address')
  expect(await refusedWith({ RCPT: '550 mailbox unavailable' })).toBe('address')
  expect(await refusedWith({ RCPT: '550 5.7.1 your address is on a list' })).toBe('letter')
  expect(await refusedWith({ RCPT: '450 4.2.0 greylisted' })).toBe('later')
  expect(await refusedWith({ end: '554 5.6.0 we do not like these words' })).toBe('letter')
  expect(await refusedWith({ end: '452 4.3.1 disk full' })).toBe('later')
  expect(await refusedWith({ MAIL: '550 5.1.8 sender not allowed' })).toBeNull()
  expect(await refusedWith({ RCPT: '421 4.3.2 going down' })).toBeNull()
  const away = openMailer({ ...site, smtpUrl: 'smtp://127.0.0.1:1' })
  expect(refusalOf(await away.send(letter).catch((error: unknown) => error))).toBeNull()
})

test('without a mail server letters are kept as files that a mail program opens', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'copydesk-mail-'))
  const mailer = openMailer({ smtpUrl: null, siteUrl: 'http://localhost:3000', dataDir })
  await mailer.send(letter)
  await mailer.send({ ...letter, key: 'other/../../x', kind: '../../evil' })
  const files = readdirSync(join(dataDir, 'mail')).sort()
  expect(files).toHaveLength(2)
  for (const file of files) expect(file).toMatch(/^\d{4}-\d\d-\d\dT[\d.]+Z-(submitted|-evil)-[\w-]{8}\.eml$/)
  const mail = readFileSync(join(dataDir, 'mail', files[0] ?? ''), 'utf8')
  expect(mail).toContain('To: "Reporter, in \\"Panagyurishte\\"" <reporter@example.org>')
  expect(mail).toMatch(/^Subject: =\?UTF-8\?/m)
})
