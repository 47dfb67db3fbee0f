// What a person says of themselves: name, language, a few lines about them.

import { eq } from 'drizzle-orm'
import { paperChanged } from '#app/newsroom/outlet/paper-changes.server.ts'
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import type { Database, Reader } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import { cleanName } from './name.ts'
import type { Person } from './person.ts'

export type Profile = { name: string; email: string; language: string; about: string }

/** The person's own profile. */
export async function profileOf(db: Reader, who: Person): Promise<Profile> {
  const [row] = await db
    .select({ name: people.name, email: people.email, language: people.language, about: people.about })
    .from(people)
    .where(eq(people.id, who.id))
  if (!row) throw new Error('a signed-in person without an account')
  return row
}

/** Saves it. By-lines that were printed keep the name they were printed with. */
export async function saveProfile(
  db: Database,
  profile: Pick<Profile, 'name' | 'language' | 'about'>,
  who: Person,
  when: Date,
): Promise<void> {
  const { name, language, about } = profile
  await db.transaction(async (tx) => {
    await tx
      .update(people)
      .set({ name: cleanName(name), language, about: about.normalize('NFC').trim() })
      .where(eq(people.id, who.id))
    if (who.role !== 'contributor') await paperChanged(tx, [paperKeys.team], when)
  })
}
