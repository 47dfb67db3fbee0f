// What tests of people play with: the house's own locks, one good password, and a look into the outbox.
import { Secret, TOTP } from 'otpauth'
import type { LetterContent } from '#app/newsroom/letters/letter.ts'
import { writtenLetter } from '#app/newsroom/letters/written-letter.ts'
import { confirmEmail } from '#app/newsroom/people/confirm-email.server.ts'
import { join, personByEmail } from '#app/newsroom/people/join.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import type { Secrets } from '#app/newsroom/people/secrets.ts'
import { proposeTwoStep, turnOnTwoStep } from '#app/newsroom/people/two-step.server.ts'
import { hashPassword, passwordFault, verifyPassword } from '#app/platform/passwords.server.ts'
import { makeSeal } from '#app/platform/seal.server.ts'
import { letterWordsFor } from '#app/words/letters.ts'
import type { Database } from '#db/client.ts'
import { letters } from '#db/schema/letters.ts'

export const GOOD_PASSWORD = 'lantern ribbon quarry'
export const OTHER_PASSWORD = 'harbour mustard violin'

export const secrets: Secrets = { hashPassword, passwordFault, verifyPassword, ...makeSeal('k'.repeat(32), 'people') }
export const house = { secrets, outletName: 'The Test Courier' }

/** Everything in the outbox, oldest first, as English letters. */
export async function outbox(db: Database): Promise<{ kind: string; to: string; content: LetterContent }[]> {
  const rows = await db.select().from(letters).orderBy(letters.id)
  const words = letterWordsFor('en')
  return rows.map((row) => ({ kind: row.kind, to: row.toEmail, content: writtenLetter(row, words) }))
}

/** The token in the newest letter of this kind. */
export async function tokenIn(db: Database, kind: string): Promise<string> {
  const letter = (await outbox(db)).findLast((one) => one.kind === kind)
  const token = letter?.content.button?.path.split('token=')[1]
  if (!token) throw new Error(`no letter of the kind ${kind} with a link`)
  return token
}

/** Joins, confirms the address, and gives the person. */
export async function joined(db: Database, email: string, when: Date): Promise<Person> {
  await join(db, { name: 'Reporter in Ruse', email, password: GOOD_PASSWORD }, house, when)
  await confirmEmail(db, await tokenIn(db, 'confirm-email'), when)
  const row = await personByEmail(db, email)
  if (!row) throw new Error('nobody joined')
  const { id, publicId, name, role, trusted, language, safetyMode } = row
  return {
    id,
    publicId,
    name,
    email: row.email,
    role,
    trusted,
    language,
    safetyMode,
    confirmed: row.confirmedAt !== null,
  }
}

/** Turns two-step sign-in on and gives the code of any instant. */
export async function withTwoStep(db: Database, who: Person, when: Date): Promise<(at: Date) => string> {
  const proposal = proposeTwoStep(who, house.outletName, secrets, when)
  const totp = new TOTP({ secret: Secret.fromBase32(proposal.secret.replaceAll(' ', '')) })
  const codeAt = (at: Date) => totp.generate({ timestamp: at.getTime() })
  const given = { ticket: proposal.ticket, code: codeAt(when), sessionKey: null }
  const turned = await turnOnTwoStep(db, given, who, secrets, when)
  if (!turned.ok) throw new Error(turned.because)
  return codeAt
}
