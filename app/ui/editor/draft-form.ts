// Reads the fields around the story, and puts values into them: the form itself is where they live.
import { type AiUse, aiUses, type DeskOnly } from '#app/newsroom/story/news-fields.ts'
import type { BylineChoice } from '#app/newsroom/story/story.ts'

/** What the form's fields say, in the shape in which drafts are saved. */
export type DraftFields = DeskOnly & {
  headline: string
  standfirst: string
  section: string | null
  topics: string[]
  byline: BylineChoice
  language: string
  /** Slug of the open call it answers. */
  call: string | null
}

/** The fields of the writing page's form as they are now. */
export function readFields(form: HTMLFormElement): DraftFields {
  const data = new FormData(form)
  const text = (name: string) => String(data.get(name) ?? '')
  return {
    headline: oneLine(text('headline')),
    standfirst: oneLine(text('standfirst')),
    section: text('section') || null,
    topics: data.getAll('topics').map(String),
    byline: { kind: bylineKind(text('byline')), penName: oneLine(text('penName')) },
    language: text('language'),
    call: text('call') || null,
    sources: text('sources'),
    knownWhere: oneLine(text('knownWhere')),
    knownWhen: oneLine(text('knownWhen')),
    knownHow: oneLine(text('knownHow')),
    aiUse: aiUse(text('aiUse')),
    aiNote: oneLine(text('aiNote')),
  }
}

/** Sets the fields to other words, as when two versions became one; also the one that the writer is in. */
export function writeFields(form: HTMLFormElement, fields: DraftFields): void {
  const setValue = forceValue
  setValue(form, 'headline', fields.headline)
  setValue(form, 'standfirst', fields.standfirst)
  setValue(form, 'section', fields.section ?? '')
  setValue(form, 'penName', fields.byline.penName)
  setValue(form, 'language', fields.language)
  setValue(form, 'call', fields.call ?? '')
  for (const name of ['sources', 'knownWhere', 'knownWhen', 'knownHow', 'aiUse', 'aiNote'] as const)
    setValue(form, name, fields[name])
  for (const box of form.querySelectorAll<HTMLInputElement>('input[name=topics]'))
    box.checked = fields.topics.includes(box.value)
  for (const choice of form.querySelectorAll<HTMLInputElement>('input[name=byline]'))
    choice.checked = choice.value === fields.byline.kind
}

/** Sets one field, whoever is in it; the cursor stays where it was. */
export function forceValue(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name)
  if (!isValued(field) || field.value === value) return
  const cursor = field === document.activeElement && 'selectionStart' in field ? field.selectionStart : null
  field.value = value
  if (cursor !== null && 'setSelectionRange' in field && field.type !== 'date') field.setSelectionRange(cursor, cursor)
}

/** Sets one field, unless the writer is in it just now. */
export function setValue(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name)
  if (!isValued(field) || field === document.activeElement || field.value === value) return
  field.value = value
}

/** The value of one field, trimmed. */
export function fieldValue(form: HTMLFormElement, name: string): string {
  const field = form.elements.namedItem(name)
  return isValued(field) ? field.value.trim() : ''
}

function isValued(field: unknown): field is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement
}

function bylineKind(value: string): BylineChoice['kind'] {
  return value === 'pen' || value === 'withheld' ? value : 'name'
}

function aiUse(value: string): AiUse {
  return aiUses.find((use) => use === value) ?? ''
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
