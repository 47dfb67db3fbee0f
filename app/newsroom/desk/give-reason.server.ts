// An editor says why one change was made.
import { eq } from 'drizzle-orm'
import { writeReasons } from '#app/newsroom/desk/change-reasons.server.ts'
import { editChain } from '#app/newsroom/desk/edit-chain.server.ts'
import { keepEdit } from '#app/newsroom/desk/kept-edit.server.ts'
import { suggestedIn } from '#app/newsroom/desk/open-edit.server.ts'
import { maySee } from '#app/newsroom/desk/policy.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { cleanText } from '#app/newsroom/story/copy/clean-text.ts'
import { storyOf } from '#app/newsroom/story/story.ts'
import type { Database } from '#db/client.ts'
import { stories } from '#db/schema/story.ts'

const LONGEST_REASON = 500

export type ReasonGiven =
  | { ok: true }
  | { ok: false; because: 'not-found' | 'not-holder' | 'changed' | 'no-such-change' | 'too-long' }

/** Says why one change was made, or takes that back with ''. Only while the holder edits, on the words as they are saved. */
export async function giveReason(
  db: Database,
  publicId: string,
  { version, change, reason }: { version: number; change: string; reason: string },
  who: Person,
  when: Date,
): Promise<ReasonGiven> {
  const clean = cleanText(reason).replace(/\s+/g, ' ').trim()
  if (clean.length > LONGEST_REASON) return { ok: false, because: 'too-long' }
  return db.transaction(async (tx): Promise<ReasonGiven> => {
    const [row] = await tx.select().from(stories).where(eq(stories.publicId, publicId))
    if (!row || row.state === 'draft' || !maySee(who, row)) return { ok: false, because: 'not-found' }
    if (row.claimedById !== who.id || row.ownerId === who.id) return { ok: false, because: 'not-holder' }
    if (row.version !== version || row.state !== 'in_review') return { ok: false, because: 'changed' }
    const story = await keepEdit(tx, storyOf(row), when)
    const chain = await editChain(tx, story)
    const edit = chain && (await suggestedIn(tx, chain))
    if (!edit?.changes.some(({ key }) => key === change)) return { ok: false, because: 'no-such-change' }
    await writeReasons(tx, story.id, edit, [{ change, reason: clean, byId: who.id, at: when }])
    return { ok: true }
  })
}
