// Which letters a person wants at once, once a day, or only as notices.
import { and, eq, inArray } from 'drizzle-orm'
import {
  choicesOf,
  choiceThatHolds,
  kindsToChoose,
  type LetterChoice,
  type LetterGroup,
  letterKinds,
  type StoryLetterKind,
} from '#app/newsroom/letters/kinds.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import type { Database, Reader, Writer } from '#db/client.ts'
import { letterChoices, letters } from '#db/schema/letters.ts'

export type LetterChoiceRow = {
  kind: StoryLetterKind
  group: LetterGroup
  choices: readonly LetterChoice[]
  chosen: LetterChoice
}

/** Every kind that this person may choose about, in order, with what holds now. */
export async function letterChoicesOf(db: Reader, who: Person): Promise<LetterChoiceRow[]> {
  const rows = await db.select().from(letterChoices).where(eq(letterChoices.personId, who.id))
  const chosen = new Map(rows.map((row) => [row.kind, row.choice]))
  return kindsToChoose(who.role !== 'contributor').map((kind) => ({
    kind,
    group: letterKinds[kind].group,
    choices: choicesOf(kind),
    chosen: choiceThatHolds(kind, chosen.get(kind)),
  }))
}

/**
 * Keeps the choices for letters written from now on. What was gathered goes out with the next digest, unless its kind
 * is off now: then it stays a notice. A choice that the kind does not allow is a fault of the caller and is left out.
 */
export async function saveLetterChoices(
  db: Database,
  chosen: Partial<Record<StoryLetterKind, LetterChoice | undefined>>,
  who: Person,
): Promise<void> {
  await db.transaction(async (tx) => {
    for (const kind of kindsToChoose(who.role !== 'contributor')) {
      const choice = chosen[kind]
      if (choice !== undefined && choicesOf(kind).includes(choice)) await keep(tx, kind, choice, who)
    }
    const off = kindsToChoose(true).filter((kind) => chosen[kind] === 'off' && choicesOf(kind).includes('off'))
    if (off.length === 0) return
    const gathered = and(eq(letters.toPersonId, who.id), eq(letters.state, 'gathered'), inArray(letters.kind, off))
    await tx.update(letters).set({ state: 'shown' }).where(gathered).returning({ id: letters.id })
  })
}

async function keep(tx: Writer, kind: StoryLetterKind, choice: LetterChoice, who: Person) {
  const personId = who.id
  await tx
    .insert(letterChoices)
    .values({ personId, kind, choice })
    .onConflictDoUpdate({ target: [letterChoices.personId, letterChoices.kind], set: { choice } })
    .returning({ kind: letterChoices.kind })
}
