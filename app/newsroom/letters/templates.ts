// Own words for a kind of letter: text with places for facts in braces, a closed list of places for each kind.
import { hasNoNumber, isAboutStory, letterKinds, type StoryLetterKind } from '#app/newsroom/letters/kinds.ts'
import type { Said, StoryLetterParts } from '#app/newsroom/letters/letter-words.ts'

/** Subject and body as an admin has put them; the body's paragraphs stand one a line. */
export type LetterTemplate = { subject: string; body: string }

export const LONGEST_SUBJECT = 150
export const LONGEST_BODY = 4000

/** Every place there is. What only the desk may read has places in the desk's letters alone. */
export const letterPlaces = [
  'number',
  'headline',
  'desk',
  'byline',
  'note',
  'deskNote',
  'reasons',
  'points',
  'sent',
  'date',
  'hold',
  'outcome',
] as const
export type LetterPlace = (typeof letterPlaces)[number]

export type TemplateFault =
  | { field: 'subject' | 'body'; code: 'template-empty' | 'template-long' }
  | { field: 'subject' | 'body'; code: 'template-place' | 'template-lacks'; place: string }

/** What a kind's letter can name beside the story; `needs` is what it may not leave unsaid: a no has its reasons. */
const special: Partial<Record<StoryLetterKind, { more: readonly LetterPlace[]; needs?: readonly LetterPlace[] }>> = {
  'changes-requested': { more: ['points', 'note', 'date'], needs: ['points'] },
  'sign-off-asked': { more: ['note', 'date'] },
  approved: { more: ['note'] },
  declined: { more: ['reasons', 'note'], needs: ['reasons', 'note'] },
  rejected: { more: ['reasons', 'note'], needs: ['reasons', 'note'] },
  'decision-reverted': { more: ['note'] },
  reopened: { more: ['note'] },
  'ticket-answered': { more: ['outcome', 'note'], needs: ['note'] },
  'report-answered': { more: ['outcome', 'note'], needs: ['note'] },
  'pitch-welcomed': { more: ['note'] },
  'pitch-declined': { more: ['note'], needs: ['note'] },
  'pitch-receipt': { more: ['date'] },
  'live-approved': { more: ['note'] },
  'live-declined': { more: ['note'], needs: ['note'] },
  'live-corrected': { more: ['note'], needs: ['note'] },
  'live-removed': { more: ['note'], needs: ['note'] },
  scheduled: { more: ['date'], needs: ['date'] },
  corrected: { more: ['note'], needs: ['note'] },
  clarified: { more: ['note'], needs: ['note'] },
  updated: { more: ['note'], needs: ['note'] },
  'error-corrected': { more: ['note'], needs: ['note'] },
  retracted: { more: ['note'], needs: ['note'] },
  receipt: { more: ['sent', 'date'] },
  joined: { more: ['byline'] },
  'new-story': { more: ['byline', 'date'] },
  'new-pitch': { more: ['date'] },
  'new-live-entry': { more: ['date'] },
  appealed: { more: ['byline', 'note'], needs: ['note'] },
  reminder: { more: ['date'] },
  withdrawn: { more: ['byline', 'note'] },
  'taken-back': { more: ['byline'] },
  'handed-over': { more: ['deskNote'] },
  'taken-over': { more: ['deskNote'] },
  released: { more: ['deskNote'] },
  'sent-again': { more: ['byline'] },
  agreed: { more: ['byline'] },
  objected: { more: ['byline', 'note'], needs: ['note'] },
  'edit-answered': { more: ['byline', 'note'] },
  'hold-placed': { more: ['hold', 'deskNote'] },
  'hold-lifted': { more: ['deskNote'] },
}

/** The kinds whose words can be put: letters about stories and pitches. Those of accounts carry secrets and stay ours. */
export const writableKinds: readonly StoryLetterKind[] = Object.keys(letterKinds).filter(isAboutStory)

/** The places that words of this kind may name. */
export function placesOf(kind: StoryLetterKind): readonly LetterPlace[] {
  const about: LetterPlace[] = hasNoNumber(kind) ? ['headline', 'desk'] : ['number', 'headline', 'desk']
  return [...about, ...(special[kind]?.more ?? [])]
}

/** Words of two sides are put for the reporter; the desk keeps the book's. */
export function readsOwnWords(kind: StoryLetterKind, forDesk: boolean): boolean {
  return letterKinds[kind].for !== 'both' || !forDesk
}

const PLACE = /\{([^{}\n]{0,40})\}/g

/** What is wrong with words for this kind; empty when nothing is. */
export function templateFaults(kind: StoryLetterKind, { subject, body }: LetterTemplate): TemplateFault[] {
  const parts = [
    { field: 'subject', text: subject, most: LONGEST_SUBJECT },
    { field: 'body', text: body, most: LONGEST_BODY },
  ] as const
  const known: readonly string[] = placesOf(kind)
  const faults = parts.flatMap(({ field, text, most }): TemplateFault[] => {
    if (!text.trim()) return [{ field, code: 'template-empty' }]
    if (text.length > most) return [{ field, code: 'template-long' }]
    const strange = [...new Set(namedIn(text))].filter((place) => !known.includes(place))
    return strange.map((place) => ({ field, code: 'template-place', place }))
  })
  const lacking = (special[kind]?.needs ?? []).filter((place) => !namedIn(body).includes(place))
  return [...faults, ...lacking.map((place) => ({ field: 'body' as const, code: 'template-lacks' as const, place }))]
}

/**
 * The words with their facts: each place once, so that braces in a headline stay braces. A paragraph with a place for
 * which there is no fact is left out, as the book leaves it out.
 */
export function filledTemplate(
  kind: StoryLetterKind,
  { subject, body }: LetterTemplate,
  facts: Record<LetterPlace, string>,
): Said {
  const known: readonly string[] = placesOf(kind)
  const factOf = (place: string) => (known.includes(place) ? facts[place as LetterPlace] : '')
  const filled = (text: string) => text.replace(PLACE, (_, place: string) => factOf(place))
  const lines = body.split('\n').filter((line) => line.trim() && namedIn(line).every((place) => factOf(place) !== ''))
  return { subject: filled(subject).replace(/\s+/g, ' ').trim(), lines: lines.map(filled) }
}

/** The facts of a letter by the names of their places. `{date}` is the one day that a letter of this kind is about. */
export function placesFilled(
  kind: StoryLetterKind,
  parts: StoryLetterParts,
  outcomes: Record<'done' | 'refused', string>,
): Record<LetterPlace, string> {
  const { ref, headline, desk, byline, note, deskNote, reasons, points, sentAt, hold, outcome } = parts
  const about = { number: ref, headline, desk, byline, note, deskNote, reasons, points, hold }
  return { ...about, sent: sentAt, date: dateOf(kind, parts), outcome: outcome === '' ? '' : outcomes[outcome] }
}

/** Parts whose facts are the names of their places: what the book says, as it would be put. */
export function partsAsPlaces(kind: StoryLetterKind, forDesk: boolean): StoryLetterParts {
  const known: readonly string[] = placesOf(kind)
  const place = (name: LetterPlace) => (known.includes(name) ? `{${name}}` : '')
  return {
    ref: hasNoNumber(kind) ? '' : '{number}',
    headline: '{headline}',
    desk: '{desk}',
    byline: place('byline'),
    note: place('note'),
    deskNote: place('deskNote'),
    reasons: place('reasons'),
    points: place('points'),
    pointCount: 2,
    sentAt: place('sent'),
    answerBy: place('date'),
    dueBy: place('date'),
    publishAt: place('date'),
    hold: place('hold'),
    ticket: 'correction',
    byReader: false,
    outcome: 'done',
    forDesk,
  }
}

function dateOf(kind: StoryLetterKind, { answerBy, dueBy, publishAt }: StoryLetterParts): string {
  if (kind === 'scheduled') return publishAt
  return kind === 'changes-requested' || kind === 'sign-off-asked' ? dueBy : answerBy
}

function namedIn(text: string): string[] {
  return [...text.matchAll(PLACE)].map(([, place = '']) => place)
}
