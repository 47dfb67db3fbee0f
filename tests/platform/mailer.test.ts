// The mailer: a real conversation with a small mail server, and files where there is none.
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openMailer } from '#app/platform/mailer.server.ts'

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

let server: Server | null = null
afterEach(() => server?.close())

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

type Conversation = { commands: string[]; data: string }

// Speaks just enough SMTP to take a letter.
async function mailServer({ refuse = false } = {}): Promise<{ port: number; conversations: Conversation[] }> {
  const conversations: Conversation[] = []
  const made = createServer((socket) => converse(socket, conversations, refuse))
  server = made
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve))
  const address = made.address()
  return { port: typeof address === 'object' && address ? address.port : 0, conversations }
}

function converse(socket: Socket, conversations: Conversation[], refuse: boolean) {
  const said: Conversation = { commands: [], data: '' }
  let inData = false
  let unread = ''
  socket.write('220 test ESMTP\r\n')
  socket.on('data', (chunk) => {
    unread += chunk.toString('utf8')
    for (;;) {
      const end = unread.indexOf(inData ? '\r\n.\r\n' : '\r\n')
      if (end < 0) return
      const taken = unread.slice(0, end)
      unread = unread.slice(end + (inData ? 5 : 2))
      if (inData) {
        said.data = `${taken}\r\n`
        inData = false
        conversations.push(said)
        socket.write('250 taken\r\n')
        continue
      }
      said.commands.push(taken)
      if (/^DATA/i.test(taken)) inData = true
      if (/^RCPT/i.test(taken) && refuse) socket.write('550 mailbox unavailable\r\n')
      else socket.write(inData ? '354 go on\r\n' : /^QUIT/i.test(taken) ? '221 bye\r\n' : '250 ok\r\n')
    }
  })
  socket.on('error', () => {})
}
