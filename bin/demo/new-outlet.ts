// Writes an outlet into an empty database: settings, sections, topics and people.
import { eq, lt } from 'drizzle-orm'
import { writeOutlet } from '#app/newsroom/outlet/outlet.server.ts'
import type { OutletSettings } from '#app/newsroom/outlet/settings.ts'
import { AGREEMENT_VERSION } from '#app/newsroom/people/join.server.ts'
import type { Person, Role } from '#app/newsroom/people/person.ts'
import { newPublicId } from '#app/newsroom/story/public-id.server.ts'
import { hashPassword } from '#app/platform/passwords.server.ts'
import type { Database } from '#db/client.ts'
import { letters } from '#db/schema/letters.ts'
import { sections } from '#db/schema/outlet.ts'
import { people } from '#db/schema/people.ts'
import { topics } from '#db/schema/topics.ts'

export type OutletToWrite = {
  settings: OutletSettings
  sections: {
    slug: string
    name: string
    description: string
    answerWithinHours: number
    checklist?: string[]
  }[]
  topics: {
    slug: string
    name: string
    title: string
    background: string[]
    keyEvents: { date: string; text: string }[]
  }[]
}

export type PersonToWrite = {
  role: Role
  name: string
  email: string
  about?: string
  /** Null: nobody can sign in with a password. */
  password: string | null
  confirmed?: boolean
  suspendedBecause?: string
}

/** The outlet's own rows. */
export async function newOutletRows(db: Database, outlet: OutletToWrite, when: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await writeOutlet(tx, outlet.settings, when)
    await tx
      .insert(sections)
      .values(outlet.sections.map((section, position) => ({ ...section, position })))
      .returning({ id: sections.id })
    await tx
      .insert(topics)
      .values(outlet.topics.map((topic, position) => ({ ...topic, position, createdAt: when })))
      .returning({ id: topics.id })
  })
}

/** One account, confirmed unless said otherwise. */
export async function newPerson(db: Database, who: PersonToWrite, when: Date): Promise<Person> {
  const passwordHash = who.password === null ? 'none' : await hashPassword(who.password)
  const confirmed = who.confirmed ?? true
  return db.transaction(async (tx) => {
    const [row] = await tx
      .insert(people)
      .values({
        publicId: newPublicId(),
        email: who.email,
        name: who.name,
        about: who.about ?? '',
        passwordHash,
        role: who.role,
        confirmedAt: confirmed ? when : null,
        agreedAt: when,
        agreementVersion: AGREEMENT_VERSION,
        suspendedAt: who.suspendedBecause ? when : null,
        suspendedBecause: who.suspendedBecause ?? null,
        createdAt: when,
      })
      .returning()
    if (!row) throw new Error('an account was not written')
    const { id, publicId, name, email, role, trusted, language, safetyMode } = row
    return { id, publicId, name, email, role, trusted, confirmed, language, safetyMode }
  })
}

const NOTICES_NEW_DAYS = 2

/** Letters of invented people about invented moves are not sent: they count as delivered, and the older as seen. */
export async function letNoLetterLeave(db: Database, when: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .update(letters)
      .set({ state: 'sent', sentAt: when })
      .where(eq(letters.state, 'waiting'))
      .returning({ id: letters.id })
    await tx
      .update(letters)
      .set({ seenAt: when })
      .where(lt(letters.createdAt, new Date(when.getTime() - NOTICES_NEW_DAYS * 24 * 60 * 60_000)))
      .returning({ id: letters.id })
  })
}
