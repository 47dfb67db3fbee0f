// The newsletter of an invented outlet: readers whose addresses lead nowhere, an issue that was sent, and a draft.
import { createHash } from 'node:crypto'
import type { Person } from '#app/newsroom/people/person.ts'
import { newPublicId } from '#app/newsroom/story/public-id.server.ts'
import { sendIssue } from '#app/newsroom/wire/issue-sending.server.ts'
import { issueOf, saveIssue, startIssue } from '#app/newsroom/wire/issues.server.ts'
import { sendIssues } from '#app/newsroom/wire/send-issues.server.ts'
import { makeSeal } from '#app/platform/seal.server.ts'
import { issueWordsFor } from '#app/words/issue-mail.ts'
import type { Database } from '#db/client.ts'
import { subscribers } from '#db/schema/newsletter.ts'

/** Public ids of the issues. */
export type SeededNewsletter = { draft: string; sent: string }

const words = {
  sent: { subject: 'What is new this week', intro: 'The week in short.\n\nAnswers to this letter reach the desk.' },
  draft: { subject: 'For next week', intro: '' },
}

/** Three readers, an issue that went to them, and a draft of the next one. */
export async function seedNewsletter(
  db: Database,
  site: { siteUrl: string; secretKey: string },
  admin: Person,
  when: Date,
): Promise<SeededNewsletter> {
  await seedReaders(db, ['first.reader', 'second.reader', 'third.reader'], when)
  const sent = await written(db, words.sent, admin, when)
  const done = await sendIssue(db, { issue: sent, version: 2 }, admin, when)
  if (!done.ok) throw new Error(`the issue was not sent: ${done.because}`)
  // The letters lead nowhere, so they are taken and dropped.
  const seal = makeSeal(site.secretKey, 'newsletter')
  await sendIssues(db, { send: async () => {} }, { url: site.siteUrl, seal, wordsIn: issueWordsFor }, when, 600)
  return { sent, draft: await written(db, words.draft, admin, when) }
}

async function written(
  db: Database,
  { subject, intro }: { subject: string; intro: string },
  admin: Person,
  when: Date,
): Promise<string> {
  const begun = await startIssue(db, 'weekly', admin, when)
  if (!begun.ok) throw new Error(`the issue was not begun: ${begun.because}`)
  const { issue } = begun
  const stories = ((await issueOf(db, issue, when))?.stories ?? []).flatMap((story) => story?.slug ?? [])
  await saveIssue(db, { issue, version: 1, audience: 'weekly', subject, intro, stories }, admin, when)
  return issue
}

async function seedReaders(db: Database, names: readonly string[], when: Date): Promise<void> {
  const at = new Date(when.getTime() - 86_400_000)
  const rows = names.map((name) => {
    const email = `${name}@example.org`
    return {
      ...{ publicId: newPublicId(), addressHash: createHash('sha256').update(email).digest('hex'), email },
      ...{ language: 'en', rhythm: 'weekly' as const, state: 'confirmed' as const },
      ...{ consentWords: 'I want the newsletter.', askedAt: at, confirmedAt: at },
    }
  })
  await db.transaction((tx) => tx.insert(subscribers).values(rows).returning({ id: subscribers.id }))
}
