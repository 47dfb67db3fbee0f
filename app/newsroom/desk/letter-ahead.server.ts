// The letter of a decision before it is made: what its reporter would read, in their language, in today's words.
import { eq } from 'drizzle-orm'
import type { MoveOrder } from '#app/newsroom/desk/move-order.ts'
import { letterFacts } from '#app/newsroom/desk/moving/tell-letters.server.ts'
import { maySee } from '#app/newsroom/desk/policy.ts'
import { tell } from '#app/newsroom/desk/tell.ts'
import { renderLetter } from '#app/newsroom/letters/letter.ts'
import type { LettersIn } from '#app/newsroom/letters/letter-words.ts'
import { withOwnWords } from '#app/newsroom/letters/own-words.server.ts'
import { writtenLetter } from '#app/newsroom/letters/written-letter.ts'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import { nameForDesk } from '#app/newsroom/people/desk-name.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { storyOf } from '#app/newsroom/story/story.ts'
import type { Reader } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import { stories } from '#db/schema/story.ts'

/** `subject` and `text` are '' where no letter goes: to a sender of spam. */
export type LetterAhead = { language: string; subject: string; text: string }

/** Where letters come from: books of words, and the address that their links begin with. */
export type LetterHouse = { wordsIn: LettersIn; siteUrl: string }

/** The decisions whose letter can be looked at before. */
export type Decision = 'decline' | 'reject'

/**
 * The letter that the order would send; null where the story does not exist for this person, and for its own author.
 * The greeting has the name that the desk knows, and the words are those that stand on the reporter's page: whether
 * somebody is in safety mode, or who they are, is nothing that a preview tells.
 */
export async function letterAhead(
  db: Reader,
  publicId: string,
  order: MoveOrder & { move: Decision },
  who: Person,
  when: Date,
  { wordsIn, siteUrl }: LetterHouse,
): Promise<LetterAhead | null> {
  const [row] = await db
    .select({ story: stories, name: people.name, protectedAt: people.protectedAt, language: people.language })
    .from(stories)
    .innerJoin(people, eq(people.id, stories.ownerId))
    .where(eq(stories.publicId, publicId))
  if (!row || row.story.state === 'draft' || row.story.ownerId === who.id || !maySee(who, row.story)) return null
  const words = (await withOwnWords(db, wordsIn))(row.language)
  const told = { firstClaim: false, held: false, dateTold: false, complete: false, decisionTold: false }
  const spam = row.story.spam || order.spam
  const telling = tell(order.move, { ...told, from: row.story.state, spam }).find(({ who }) => who === 'contributor')
  if (!telling) return { language: words.language, subject: '', text: '' }
  const outlet = await outletOf(db)
  const facts = await letterFacts(db, storyOf({ ...row.story, answerBy: null }), order, outlet, null, when)
  const toName = nameForDesk(row.story, row) ?? words.nameWithheld
  const content = { story: { ...facts, forDesk: false } }
  const paper = { url: siteUrl, outletName: outlet.name, language: words.language }
  const { subject, text } = renderLetter(writtenLetter({ kind: telling.letter, toName, content }, words), paper)
  return { language: words.language, subject, text }
}
