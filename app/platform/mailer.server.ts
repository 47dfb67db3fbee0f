// Hands letters to the mail server, or, where none is set, keeps them as .eml files.
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Mailer, OutgoingLetter, Refusal, RefusedLetter } from '#app/newsroom/letters/send-letters.server.ts'
import type { Settings } from '#app/platform/env.server.ts'

/** Opens the mailer the settings ask for. Its `send` throws when the letter could not be handed over. */
export function openMailer(settings: Pick<Settings, 'smtpUrl' | 'siteUrl' | 'dataDir'>): Mailer {
  const host = new URL(settings.siteUrl).hostname
  return settings.smtpUrl ? smtpMailer(settings.smtpUrl, host) : folderMailer(join(settings.dataDir, 'mail'), host)
}

function smtpMailer(smtpUrl: string, host: string): Mailer {
  const url = new URL(smtpUrl)
  const secure = url.protocol === 'smtps:'
  const transport = createTransport({
    host: url.hostname,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    ...(url.username
      ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
      : {}),
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send(letter) {
      try {
        await transport.sendMail(messageOf(letter, host))
      } catch (error) {
        throw withReason(error)
      }
    },
  }
}

function withReason(error: unknown): unknown {
  const refused = error instanceof Error ? refusedBy(error) : null
  if (refused === null) return error
  const refusedLetter: RefusedLetter = Object.assign(error as Error, { refused })
  return refusedLetter
}

type SmtpError = Error & { command?: string; responseCode?: number; response?: string }

// Only an answer about the recipient or the message is the letter's fault; a sender or a password that is not taken, or a
// server that shuts down (421), concerns every letter alike.
function refusedBy({ command, responseCode = 0, response = '' }: SmtpError): Refusal | null {
  if (command === 'API') return 'letter'
  if (command !== 'RCPT TO' && command !== 'DATA') return null
  if (responseCode < 400 || responseCode === 421) return null
  if (responseCode < 500) return 'later'
  // 5.7.x is a rule of the server's (RFC 3463): somebody may well be there.
  return command === 'DATA' || /\b5\.7\.\d/.test(response) ? 'letter' : 'address'
}

function folderMailer(folder: string, host: string): Mailer {
  const transport = createTransport({
    streamTransport: true,
    buffer: true,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send(letter) {
      const { message } = await transport.sendMail(messageOf(letter, host))
      await mkdir(folder, { recursive: true })
      const kind = letter.kind.replaceAll(/[^a-z0-9-]+/gi, '-').slice(0, 40)
      const at = new Date().toISOString().replaceAll(':', '.')
      const own = Buffer.from(letter.key).toString('base64url').slice(-8)
      const path = join(folder, `${at}-${kind}-${own}.eml`)
      await writeFile(`${path}.part`, message as Buffer, { mode: 0o600 })
      await rename(`${path}.part`, path)
    },
  }
}

function messageOf(letter: OutgoingLetter, host: string) {
  return {
    messageId: `<${letter.key.replaceAll(/[^A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+/g, '-')}@${host}>`,
    // Objects, not strings: a name with a comma would otherwise become two people.
    from: { name: letter.fromName, address: `${letter.fromMailbox}@${host}` },
    to: [{ name: letter.to.name, address: letter.to.address }],
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    ...(letter.list ? listHeaders(letter, letter.list, host) : { headers: { 'Auto-Submitted': 'auto-generated' } }),
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

// A list's letters: RFC 2919 (List-Id), RFC 2369 (List-Unsubscribe), RFC 8058 (one press ends it). Answers go to the desk.
function listHeaders(
  { fromName }: OutgoingLetter,
  { leave, archive }: { leave: string; archive: string },
  host: string,
) {
  return {
    replyTo: [{ name: fromName, address: `desk@${host}` }],
    list: {
      id: { url: `newsletter.${host}`, comment: fromName },
      archive: { url: archive },
      ...(leave && { unsubscribe: { url: leave } }),
    },
    headers: {
      'Auto-Submitted': 'auto-generated',
      Precedence: 'bulk',
      ...(leave && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
  }
}
