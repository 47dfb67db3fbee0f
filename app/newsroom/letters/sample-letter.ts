// A letter of a kind with a made-up story, to look at: as its words would be sent today.
import { hasNoNumber, letterKinds, type StoryLetterKind } from '#app/newsroom/letters/kinds.ts'
import { type LetterPaper, renderLetter } from '#app/newsroom/letters/letter.ts'
import { storyFacts } from '#app/newsroom/letters/letter-facts.ts'
import type { LetterWords } from '#app/newsroom/letters/letter-words.ts'
import { type LetterTemplate, partsAsPlaces } from '#app/newsroom/letters/templates.ts'
import { writtenLetter } from '#app/newsroom/letters/written-letter.ts'

/** What the made-up story is called, in the language of the letter. */
export type LetterSample = { headline: string; note: string; point: string; byline: string; name: string }
type Outlet = { deskName: string; timeZone: string }

/** The letter as text and as HTML; `template` null: in the book's words. `when` is the day it would leave. */
export function sampleLetter(
  kind: StoryLetterKind,
  template: LetterTemplate | null,
  { words, sample, outlet, paper }: { words: LetterWords; sample: LetterSample; outlet: Outlet; paper: LetterPaper },
  when: Date,
): { subject: string; text: string; html: string } {
  const forDesk = letterKinds[kind].for === 'desk'
  const inDays = (days: number) => new Date(when.getTime() + days * 86_400_000).toISOString()
  const number = hasNoNumber(kind) ? 0 : 1234
  const { headline, note, point, byline, name } = sample
  const content = storyFacts(
    { number, publicId: 'sample', headline, ...outlet, forDesk },
    {
      byline,
      note,
      deskNote: note,
      points: [point, note],
      reasons: ['needs-source', 'structure'],
      sentAt: inDays(-1),
      answerBy: inDays(2),
      dueAt: inDays(7),
      publishAt: inDays(3),
      hold: 'legal',
      ticket: kind.startsWith('report-') ? 'error' : 'correction',
      outcome: 'done',
      slug: 'sample',
    },
  )
  const own = template ? { ...words.own, [kind]: template } : { ...words.own, [kind]: undefined }
  return renderLetter(writtenLetter({ kind, toName: name, content }, { ...words, own }), paper)
}

/** What the book says, with the places of its facts in braces: a beginning for own words. */
export function bookTemplate(kind: StoryLetterKind, words: LetterWords): LetterTemplate {
  const { subject, lines } = words.story[kind](partsAsPlaces(kind, letterKinds[kind].for === 'desk'))
  return { subject: subject.replace(/\s+/g, ' ').trim(), body: lines.filter(Boolean).join('\n') }
}
