// Letters about live entries: to the desk when one waits, to its reporter for everything the desk does with it.
import { eq } from 'drizzle-orm'
import type { LetterKind } from '#app/newsroom/letters/kinds.ts'
import { storyFacts } from '#app/newsroom/letters/letter-facts.ts'
import { writeLetter } from '#app/newsroom/letters/outbox.server.ts'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import { copyText } from '#app/newsroom/story/copy/copy-facts.ts'
import { nameOfEntry } from '#app/newsroom/topics/live.ts'
import type { Writer } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import { topics } from '#db/schema/topics.ts'
import type { CoverageRow, EntryRow } from './live-rows.server.ts'
import { storedCopy } from './live-words.ts'
import { theDesk } from './the-desk.server.ts'

export type LiveLetter = Extract<LetterKind, `live-${string}` | 'new-live-entry'>

/** Tells the publishers of the coverage's section that an entry waits. No name: the desk's page knows how it is signed. */
export async function tellDeskOfEntry(tx: Writer, coverage: CoverageRow, entry: EntryRow, when: Date): Promise<void> {
  for (const editor of await theDesk(tx, entry.authorId, coverage.sectionId, 'publish'))
    await write(tx, 'new-live-entry', coverage, entry, { to: editor, note: '' }, when)
}

/** Tells the reporter who sent the entry what became of it; the desk's own need no letter. */
export async function tellReporter(
  tx: Writer,
  kind: Exclude<LiveLetter, 'new-live-entry'>,
  coverage: CoverageRow,
  entry: EntryRow,
  note: string,
  when: Date,
): Promise<void> {
  if (entry.bylineKind === 'desk') return
  const [author] = await tx
    .select({ id: people.id, email: people.email, name: people.name })
    .from(people)
    .where(eq(people.id, entry.authorId))
  if (author) await write(tx, kind, coverage, entry, { to: author, note }, when)
}

async function write(
  tx: Writer,
  kind: LiveLetter,
  coverage: CoverageRow,
  entry: EntryRow,
  { to, note }: { to: { id: number; email: string; name: string }; note: string },
  when: Date,
) {
  const { deskName, timeZone } = await outletOf(tx)
  const [topic] = await tx.select({ slug: topics.slug }).from(topics).where(eq(topics.id, coverage.topicId))
  const headline = nameOfEntry(entry.title, copyText(storedCopy(entry.copy)))
  const forDesk = kind === 'new-live-entry'
  await writeLetter(
    tx,
    {
      key: `live:${entry.id}:${entry.version}:${kind}:${to.id}`,
      kind,
      to: { personId: to.id, email: to.email, name: to.name },
      content: storyFacts(
        { number: 0, publicId: entry.publicId, headline, deskName, timeZone, forDesk },
        { note, slug: topic?.slug ?? null, answerBy: entry.answerBy?.toISOString() ?? null },
      ),
    },
    when,
  )
}
