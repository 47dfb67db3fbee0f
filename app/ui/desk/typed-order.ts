// What somebody typed into the form of a move, as it was typed: kept whatever becomes of the order.
import { type Move, moves } from '#app/newsroom/desk/workflow.ts'
import { answerField } from '#app/ui/contributor/change-points.tsx'
import type { Typed } from './move-form.tsx'

export type TypedOrder = Typed & {
  move: Move | null
  next: string
  /** Of the points that a story is sent again with: their ids, those that are ticked, and an answer to each. */
  answered: number[]
  done: number[]
  answers: string[]
}

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
    answered: form.getAll('answered').map(Number),
    done: form.getAll('done').map(Number),
    answers: form.getAll('answers').map(textOf),
  }
}

const fields = ['points', 'days', 'reasons', 'note', 'deskNote', 'at', 'to', 'hold', 'spam', 'safety', 'sure']

/** The field of the form that a fault belongs to; '' when it is not one of them (the story's own words, the version). */
export function pageNameOf(field: string, typed?: TypedOrder): string {
  const [name = '', at] = field.split('.')
  if (name === 'answers') return answerField(typed?.answered[Number(at)] ?? 0)
  return fields.includes(name) ? name : ''
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value : ''
}
