// What somebody typed into the form of a move, as it was typed: kept whatever becomes of the order.
import { type Move, moves } from '#app/newsroom/desk/workflow.ts'
import type { Typed } from './move-form.tsx'

export type TypedOrder = Typed & { move: Move | null; next: string }

/** Reads a posted form without judging it. */
export function typedIn(form: FormData): TypedOrder {
  const text = (name: string) => textOf(form.get(name))
  return {
    move: moves.find((move) => move === text('move')) ?? null,
    next: text('next'),
    note: text('note'),
    deskNote: text('deskNote'),
    points: form.getAll('points').map(textOf).join('\n'),
    reasons: form.getAll('reasons').map(textOf),
    at: text('at'),
    days: text('days'),
    to: text('to'),
    hold: text('hold'),
    spam: text('spam') === 'on',
    safety: text('safety') === 'on',
    sure: text('sure') === 'on',
  }
}

const fields = ['points', 'days', 'reasons', 'note', 'deskNote', 'at', 'to', 'hold', 'spam', 'safety', 'sure']

/** The field of the form that a fault belongs to; '' when it is not one of them (the story's own words, the version). */
export function pageNameOf(field: string): string {
  const name = field.split('.')[0] ?? ''
  return fields.includes(name) ? name : ''
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value : ''
}
