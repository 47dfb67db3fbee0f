// Takes a photo's sealed original out for an editor who checks it; each time is written down.
import { and, eq } from 'drizzle-orm'
import { maySee } from '#app/newsroom/desk/policy.ts'
import { hasShare } from '#app/newsroom/desk/policy-facts.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import type { OriginalStore } from '#app/newsroom/pictures/picture-store.ts'
import type { Database } from '#db/client.ts'
import { verificationLog } from '#db/schema/desk.ts'
import { people } from '#db/schema/people.ts'
import { pictures } from '#db/schema/pictures.ts'
import { stories } from '#db/schema/story.ts'

/** `name` says nothing about who took it: a number and an id. */
export type OpenedOriginal = { ok: true; bytes: Uint8Array; name: string } | { ok: false; because: 'not-found' }

/**
 * The file as it came. Not for the story's own writer, who has it, nor where the reporter is protected: a camera writes
 * its number and its owner's name into files.
 */
export async function openOriginal(
  db: Database,
  originals: OriginalStore,
  { story: publicId, picture: pictureId }: { story: string; picture: string },
  who: Person,
  when: Date,
): Promise<OpenedOriginal> {
  const [found] = await db
    .select({
      id: stories.id,
      state: stories.state,
      ownerId: stories.ownerId,
      protectedAt: people.protectedAt,
      key: pictures.originalKey,
      fileName: pictures.fileName,
    })
    .from(pictures)
    .innerJoin(stories, eq(stories.id, pictures.storyId))
    .innerJoin(people, eq(people.id, stories.ownerId))
    .where(and(eq(stories.publicId, publicId), eq(pictures.publicId, pictureId)))
  if (!found?.key || who.role === 'contributor' || found.ownerId === who.id || found.protectedAt)
    return { ok: false, because: 'not-found' }
  if (found.state === 'draft' || !maySee(who, found)) return { ok: false, because: 'not-found' }
  if (await hasShare(db, found.id, who.id)) return { ok: false, because: 'not-found' }
  const bytes = await originals.open(found.key)
  if (!bytes) return { ok: false, because: 'not-found' }
  await db.transaction((tx) =>
    tx
      .insert(verificationLog)
      .values({ storyId: found.id, act: 'original', subject: pictureId, byId: who.id, at: when })
      .returning({ id: verificationLog.id }),
  )
  const kind = /\.([a-z0-9]{2,4})$/i.exec(found.fileName)?.[1]?.toLowerCase() ?? 'bin'
  return { ok: true, bytes, name: `${found.id}-${pictureId}.${kind}` }
}
