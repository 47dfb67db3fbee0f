// The words of letters as the house has put them: read for sending, written and taken back by admins.
import { and, eq } from 'drizzle-orm'
import { isAboutStory, type StoryLetterKind } from '#app/newsroom/letters/kinds.ts'
import type { LettersIn, LetterWords } from '#app/newsroom/letters/letter-words.ts'
import { reasonSentence } from '#app/newsroom/letters/reason-sentence.ts'
import { type LetterTemplate, type TemplateFault, templateFaults } from '#app/newsroom/letters/templates.ts'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import type { Database, Reader } from '#db/client.ts'
import { deskReasons } from '#db/schema/desk.ts'
import { letterTemplates } from '#db/schema/letters.ts'

/** The books with what the house has put in place of their words: letters' templates and the desk's reasons. */
export async function withOwnWords(db: Reader, wordsIn: LettersIn): Promise<LettersIn> {
  const [templates, reasons] = [await db.select().from(letterTemplates), await db.select().from(deskReasons)]
  if (templates.length === 0 && reasons.length === 0) return wordsIn
  const { language: fallback } = await outletOf(db)
  return (language) => {
    const book = wordsIn(language)
    const own = templates.filter((row) => row.language === book.language)
    const said = reasons.map(({ key, sentences }): [string, string] => [
      key,
      reasonSentence(key, sentences, book.reasons, { language: book.language, fallback }),
    ])
    return {
      ...book,
      reasons: { ...book.reasons, ...Object.fromEntries(said) },
      own: Object.fromEntries(own.map(({ kind, subject, body }) => [kind, { subject, body }])) as LetterWords['own'],
    }
  }
}

export type PutTemplate = LetterTemplate & { kind: string; language: string; at: string }

/** What has been put so far, of every kind and language. */
export async function putTemplates(db: Reader): Promise<PutTemplate[]> {
  const rows = await db.select().from(letterTemplates)
  return rows.map(({ kind, language, subject, body, updatedAt }) => ({
    kind,
    language,
    subject,
    body,
    at: updatedAt.toISOString(),
  }))
}

export type TemplateWritten =
  | { ok: true }
  | { ok: false; because: 'not-allowed' | 'not-found' }
  | { ok: false; because: 'faults'; faults: TemplateFault[] }

/** Puts own words in place of the book's, for letters that leave from now on. Admins only. */
export async function writeTemplate(
  db: Database,
  { kind, language, subject, body }: LetterTemplate & { kind: string; language: string },
  who: Person,
  when: Date,
): Promise<TemplateWritten> {
  if (who.role !== 'admin') return { ok: false, because: 'not-allowed' }
  if (!isAboutStory(kind)) return { ok: false, because: 'not-found' }
  const template = tidied({ subject, body })
  const faults = templateFaults(kind, template)
  if (faults.length > 0) return { ok: false, because: 'faults', faults }
  const row = { ...template, updatedById: who.id, updatedAt: when }
  await db.transaction(async (tx) => {
    await tx
      .insert(letterTemplates)
      .values({ kind, language, ...row })
      .onConflictDoUpdate({ target: [letterTemplates.kind, letterTemplates.language], set: row })
      .returning({ kind: letterTemplates.kind })
  })
  return { ok: true }
}

/** Goes back to the book's words. Admins only; nothing happens where none were put. */
export async function dropTemplate(
  db: Database,
  { kind, language }: { kind: StoryLetterKind; language: string },
  who: Person,
): Promise<TemplateWritten> {
  if (who.role !== 'admin') return { ok: false, because: 'not-allowed' }
  await db.transaction(async (tx) => {
    await tx.delete(letterTemplates).where(and(eq(letterTemplates.kind, kind), eq(letterTemplates.language, language)))
  })
  return { ok: true }
}

/** Text as it is kept: no control characters, one kind of line end, the subject in one line. */
export function tidied({ subject, body }: LetterTemplate): LetterTemplate {
  return { subject: plain(subject).replace(/\s+/g, ' ').trim(), body: plain(body).trim() }
}

// The story's own cleaner stands to the right of letters, so letters have theirs.
function plain(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu, (sign) =>
      sign === '\n' || sign === '\u200d' || sign === '\u200c' ? sign : '',
    )
    .normalize('NFC')
}
