// Reads and keeps what a reporter tells the desk beside the words. Who may ask is the caller's question.
import { eq } from 'drizzle-orm'
import { type DeskOnly, nothingTold } from '#app/newsroom/story/news-fields.ts'
import type { Reader, Writer } from '#db/client.ts'
import { storySources } from '#db/schema/story.ts'

/** Everything that was told to the desk about a story; empty fields where nothing was. */
export async function deskOnlyOf(db: Reader, storyId: number): Promise<DeskOnly> {
  const [row] = await db.select().from(storySources).where(eq(storySources.storyId, storyId))
  if (!row) return nothingTold
  const { text: sources, knownWhere, knownWhen, knownHow, aiUse, aiNote } = row
  return { sources, knownWhere, knownWhen, knownHow, aiUse, aiNote }
}

/** Replaces what was told. */
export async function keepDeskOnly(tx: Writer, storyId: number, { sources, ...told }: DeskOnly): Promise<void> {
  const row = { text: sources, ...told }
  await tx
    .insert(storySources)
    .values({ storyId, ...row })
    .onConflictDoUpdate({ target: storySources.storyId, set: row })
    .returning({ storyId: storySources.storyId })
}
