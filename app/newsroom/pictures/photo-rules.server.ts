// What holds for a person's photos here and now: what is kept of what files tell, and how much may be sent.
import { eq } from 'drizzle-orm'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import type { Reader } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import type { PhotoRules } from './photo-rules.ts'
import { quotaOf } from './picture-quotas.ts'
import type { PictureSizer } from './picture-store.ts'

/** The rules for `who`. Safety mode stands above what the outlet wants. */
export async function photoRules(db: Reader, sizer: Pick<PictureSizer, 'readsHeic'>, who: Person): Promise<PhotoRules> {
  const [row] = await db.select({ safetyMode: people.safetyMode }).from(people).where(eq(people.id, who.id))
  const safetyMode = row?.safetyMode ?? false
  const { keepEvidence } = await outletOf(db)
  return {
    writer: who.publicId,
    keepEvidence: safetyMode ? 'none' : keepEvidence,
    safetyMode,
    quota: quotaOf(who),
    readsHeic: await sizer.readsHeic(),
  }
}
