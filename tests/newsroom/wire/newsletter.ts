// A newsletter for tests: readers who have confirmed, an issue to send, and a post office that says no when it is told to.

import type { OutgoingLetter, Refusal } from '#app/newsroom/letters/send-letters.server.ts'
import { sendDueLetters } from '#app/newsroom/letters/send-letters.server.ts'
import type { Audience } from '#app/newsroom/wire/issue.ts'
import { sendIssue } from '#app/newsroom/wire/issue-sending.server.ts'
import { issueOf, saveIssue, startIssue } from '#app/newsroom/wire/issues.server.ts'
import { type IssueSite, sendIssues } from '#app/newsroom/wire/send-issues.server.ts'
import { askForNewsletter, confirmNewsletter } from '#app/newsroom/wire/subscribers.server.ts'
import { makeSeal } from '#app/platform/seal.server.ts'
import { issueWordsFor } from '#app/words/issue-mail.ts'
import type { Database } from '#db/client.ts'
import { type Cast, later, move } from '../../cast.ts'
import { site as lettersSite, postOffice } from '../letters/post-office.ts'

export const seal = makeSeal('x'.repeat(32), 'newsletter')
export const site: IssueSite = { url: 'https://courier.example.org', seal, wordsIn: issueWordsFor }

/** Somebody asks and confirms, minutes before noon. */
export async function reader(
  db: Database,
  email: string,
  { rhythm = 'daily', topics = [] as string[] }: { rhythm?: 'daily' | 'weekly' | 'topics'; topics?: string[] } = {},
): Promise<void> {
  const asked = { email, rhythm, topics, language: 'en', consentWords: 'I want it.' }
  await askForNewsletter(db, asked, seal, later(-60))
  const { got, mailer } = postOffice()
  await sendDueLetters(db, mailer, lettersSite, later(-59), 100)
  const token = /token=([\w.-]+)/.exec(got.find(({ to }) => to.address === email)?.text ?? '')?.[1] ?? ''
  const begun = await confirmNewsletter(db, token, later(-58))
  if (!begun.ok) throw new Error(`${email} did not confirm`)
}

/** Readers one@, two@ … of the daily issue. */
export async function readers(db: Database, many: number): Promise<string[]> {
  const emails = Array.from({ length: many }, (_, at) => `reader-${at + 1}@example.org`)
  for (const email of emails) await reader(db, email)
  return emails
}

/** An issue with a subject and what is new, sent. Gives its public id. */
export async function sentIssue(
  db: Database,
  cast: Cast,
  when: Date,
  { audience = 'daily' as Audience, subject = 'What is new' } = {},
): Promise<string> {
  const begun = await startIssue(db, audience, cast.admin, when)
  if (!begun.ok) throw new Error(begun.because)
  const { issue } = begun
  const found = await issueOf(db, issue, when)
  const stories = (found?.stories ?? []).flatMap((story) => story?.slug ?? [])
  const saved = await saveIssue(db, { issue, version: 1, audience, subject, intro: '', stories }, cast.admin, when)
  if (!saved.ok) throw new Error(saved.because)
  const sent = await sendIssue(db, { issue, version: 2 }, cast.admin, when)
  if (!sent.ok) throw new Error(sent.because)
  return issue
}

/** What the next letter meets: null is taken, `away` is no server, `crash` is a program that ends in the middle. */
export type Fate = (letter: OutgoingLetter) => Refusal | 'away' | 'crash' | null

export class Crash extends Error {}

/** A mail server: what it took, and how many were tried. */
export function mailServer(fate: Fate = () => null) {
  const got: OutgoingLetter[] = []
  const office = { got, tried: 0, fate, mailer: { send } }
  async function send(letter: OutgoingLetter): Promise<void> {
    office.tried += 1
    await new Promise((resolve) => setTimeout(resolve, 1))
    const met = office.fate(letter)
    if (met === 'away') throw new Error('connect ECONNREFUSED')
    if (met === 'crash') throw new Crash()
    if (met !== null) throw Object.assign(new Error(`the server said ${met}`), { refused: met })
    got.push(letter)
  }
  return office
}

export const addresses = (got: readonly OutgoingLetter[]) => got.map(({ to }) => to.address).sort()

/** Sends for so many seconds from `begin` (a minute after noon), as the clock does. */
export async function sendFor(
  db: Database,
  { mailer }: Pick<ReturnType<typeof mailServer>, 'mailer'>,
  { begin = 1, seconds = 1, perMinute = 3000 } = {},
): Promise<void> {
  for (let second = 0; second < seconds; second++)
    await sendIssues(db, mailer, site, new Date(later(begin).getTime() + second * 1000), perMinute)
}

/** Two of the desk take a published story down. */
export async function takeDown(db: Database, cast: Cast, story: string): Promise<void> {
  const asked = await move(db, cast, cast.otherEditor, story, 'askRetraction', { deskNote: 'It was not true.' })
  const done = await move(db, cast, cast.admin, story, 'retract', { note: 'It was not true.' })
  if (!asked.ok || !done.ok) throw new Error('the story was not taken down')
}
