// An issue on its way to a real mail server: what the server is told, the raw headers, both parts, and the link that leaves.
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { writeOutlet } from '#app/newsroom/outlet/outlet.server.ts'
import { newOutlet } from '#app/newsroom/outlet/settings.ts'
import { sendIssue } from '#app/newsroom/wire/issue-sending.server.ts'
import { issueOf, saveIssue, startIssue } from '#app/newsroom/wire/issues.server.ts'
import { leaveNewsletter } from '#app/newsroom/wire/subscribers.server.ts'
import { openMailer } from '#app/platform/mailer.server.ts'
import type { Database } from '#db/client.ts'
import { subscribers } from '#db/schema/newsletter.ts'
import { type Cast, castOf, later, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { type Answers, closeMailServers, mailServer } from '../../platform/mail-server.ts'
import { readers, seal, sendFor, sentIssue } from './newsletter.ts'

let db: Database
let cast: Cast

beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
})

afterEach(closeMailServers)
afterAll(closeDatabases)

async function server(answers: Answers = {}) {
  const { port, conversations } = await mailServer({ answers })
  const smtpUrl = `smtp://127.0.0.1:${port}`
  const mailer = openMailer({ smtpUrl, siteUrl: 'https://courier.example.org', dataDir: '/nowhere' })
  return { mailer, conversations }
}

/** Headers by name in small letters, unfolded. */
function headersOf(data: string): Map<string, string> {
  const [head = ''] = data.split('\r\n\r\n', 1)
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  return new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  )
}

/** The decoded parts of a multipart letter, by type. */
function partsOf(data: string): Record<string, string> {
  const boundary = /boundary="([^"]+)"/.exec(data)?.[1] ?? ''
  const parts = data.split(`--${boundary}`).slice(1, -1)
  return Object.fromEntries(
    parts.map((part) => {
      const cut = part.indexOf('\r\n\r\n')
      const [head, body] = [part.slice(0, cut), part.slice(cut + 4)]
      return [/content-type: ([\w/]+)/i.exec(head)?.[1] ?? '', decoded(body, head)]
    }),
  )
}

function decoded(body: string, head: string): string {
  if (/encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString()
  if (!/encoding: quoted-printable/i.test(head)) return body
  const bytes = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}

test('headers say that it is a list’s letter and how to leave with one press; each reader’s letter is their own', async () => {
  await storyIn(db, cast, 'published', 'Bridge opens')
  await readers(db, 2)
  await sentIssue(db, cast, later(1), { subject: 'Мостът е отворен' })
  const { mailer, conversations } = await server()
  await sendFor(db, { mailer }, { seconds: 2 })
  expect(conversations).toHaveLength(2)
  const ids = new Set<string>()
  for (const { commands, data } of conversations) {
    expect(commands.filter((line) => /^(MAIL|RCPT)/.test(line))).toEqual([
      'MAIL FROM:<newsletter@courier.example.org>',
      expect.stringMatching(/^RCPT TO:<reader-[12]@example\.org>$/),
    ])
    const headers = headersOf(data)
    ids.add(headers.get('message-id') ?? '')
    expect(headers.get('message-id')).toMatch(/^<newsletter-[\w-]+@courier\.example\.org>$/)
    expect(headers.get('from')).toBe('The Test Courier <newsletter@courier.example.org>')
    expect(headers.get('reply-to')).toBe('The Test Courier <desk@courier.example.org>')
    expect(headers.get('list-id')).toBe('"The Test Courier" <newsletter.courier.example.org>')
    expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    expect(headers.get('list-archive')).toBe('<https://courier.example.org/newsletter/archive>')
    expect(headers.get('precedence')).toBe('bulk')
    expect(headers.get('auto-submitted')).toBe('auto-generated')
    expect(headers.get('content-type')).toMatch(/^multipart\/alternative;/)
    const parts = partsOf(data)
    expect(Object.keys(parts)).toEqual(['text/plain', 'text/html'])
    for (const part of Object.values(parts)) {
      expect(part).toContain('Bridge opens')
      expect(part).toContain('https://courier.example.org/stories/bridge-opens')
    }
    const leave = /^<(https:\/\/courier\.example\.org\/newsletter\/leave\?token=([\w.%-]+))>$/.exec(
      headers.get('list-unsubscribe') ?? '',
    )
    expect(parts['text/plain']).toContain(leave?.[1])
    expect(await leaveNewsletter(db, decodeURIComponent(leave?.[2] ?? ''), seal, later(9))).toBe(true)
  }
  expect(ids.size).toBe(2)
  expect((await db.select().from(subscribers)).map(({ state }) => state)).toEqual(['left', 'left'])
})

test('in Arabic it runs from the right, each story its own way; it can be dark, and asks nothing of anybody', async () => {
  await storyIn(db, cast, 'published', 'Bridge opens')
  await db.transaction((tx) => writeOutlet(tx, { ...newOutlet, name: 'البريد', language: 'ar' }, later(0)))
  await readers(db, 1)
  await sentIssue(db, cast, later(1), { subject: 'جديد اليوم' })
  const { mailer, conversations } = await server()
  await sendFor(db, { mailer })
  const { 'text/html': html = '', 'text/plain': text = '' } = partsOf(conversations[0]?.data ?? '')
  expect(html).toContain('<html lang="ar" dir="rtl">')
  expect(html).toContain('<div class="line" lang="en" dir="ltr"')
  expect(html).toContain('<meta name="color-scheme" content="light dark">')
  expect(html).toContain('prefers-color-scheme:dark')
  expect(text).toContain('إلغاء النشرة')
  expect(html.replaceAll('https://courier.example.org/', '')).not.toMatch(/https?:|src=|url\(|<script|<form|<link/i)
})

test('hostile words stay words, in the subject, the introduction and the stories', async () => {
  const words = '</h2><img src=https://evil.example/x onerror="alert(1)"> & "quotes"'
  await storyIn(db, cast, 'published', `Bridge ${words}`)
  await readers(db, 1)
  const begun = await startIssue(db, 'daily', cast.admin, later(1))
  const issue = begun.ok ? begun.issue : ''
  const [story] = (await issueOf(db, issue, later(1)))?.stories ?? []
  const typed = { subject: `S\r\nBcc: x@example.org ${words}`, intro: words, stories: [story?.slug ?? ''] }
  await saveIssue(db, { issue, version: 1, audience: 'daily', ...typed }, cast.admin, later(1))
  expect(await sendIssue(db, { issue, version: 2 }, cast.admin, later(1))).toEqual({ ok: true })
  const { mailer, conversations } = await server()
  await sendFor(db, { mailer })
  const [said] = conversations
  expect(said?.commands.filter((line) => line.startsWith('RCPT'))).toHaveLength(1)
  expect(headersOf(said?.data ?? '').has('bcc')).toBe(false)
  const { 'text/html': html = '', 'text/plain': text = '' } = partsOf(said?.data ?? '')
  expect(html).not.toMatch(/<img|onerror="/)
  expect(html.split('&lt;img src=https://evil.example/x')).toHaveLength(5) // title, headline, introduction, story
  expect(text).toContain(words)
})

test('a server that does not know the reader is counted; one that is not ready is asked again', async () => {
  await storyIn(db, cast, 'published', 'Bridge opens')
  await readers(db, 1)
  const issue = await sentIssue(db, cast, later(1))
  const counts = async () => (await issueOf(db, issue, later(99)))?.view.counts
  await sendFor(db, await server({ RCPT: '450 4.2.0 greylisted' }))
  expect(await counts()).toMatchObject({ waiting: 1 })
  await sendFor(db, await server({ MAIL: '535 5.7.8 who are you' }), { begin: 3 })
  expect(await counts()).toMatchObject({ waiting: 1, bounced: 0 })
  await sendFor(db, await server({ RCPT: '550 5.1.1 no such user' }), { begin: 9 })
  expect(await counts()).toMatchObject({ waiting: 0, bounced: 1 })
  expect((await db.select().from(subscribers))[0]).toMatchObject({ bounces: 1, state: 'confirmed' })
})
