// What a move is ordered with: one schema for the form and for JSON.
import { z } from 'zod'
import { type Move, moves } from '#app/newsroom/desk/workflow.ts'
import { cleanText } from '#app/newsroom/story/copy/clean-text.ts'

const sentence = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => cleanText(text).trim())
    .default('')

const tick = z
  .union([z.boolean(), z.literal('on').transform(() => true), z.literal('').transform(() => false)])
  .default(false)

/** Orders come by form (everything is text, lists repeat) or as JSON. Instants are ISO, or local to the outlet. */
export const moveOrder = z.strictObject({
  move: z.enum(moves as [Move, ...Move[]]),
  version: z.coerce.number().int().min(1),
  /** Words the other side reads. */
  note: sentence(5000),
  /** Words only the desk reads. */
  deskNote: sentence(5000),
  /** Keys of the desk's list: which there are, the door asks the database. */
  reasons: z.array(z.string().max(40)).max(10).default([]),
  /** Change points; a text with several lines is one point a line. */
  points: z.array(sentence(2000)).max(30).default([]),
  /** With the story sent again: its points as the form showed them, those that are ticked, and an answer to each. */
  answered: z.array(z.coerce.number().int()).max(500).default([]),
  done: z.array(z.coerce.number().int()).max(500).default([]),
  answers: z.array(sentence(2000)).max(500).default([]),
  /** When to publish, or until when an embargo holds. */
  at: z.string().max(40).default(''),
  /** Days the contributor is given. */
  days: z.coerce.number().int().min(1).max(60).default(7),
  /** Public id of the editor who takes over. */
  to: z.string().max(40).default(''),
  /** The revision's hash that is approved. */
  hash: z.string().max(64).default(''),
  hold: z.enum(['legal', 'safety', 'embargo', 'other', '']).default(''),
  spam: tick,
  /** Somebody is in danger: an admin retracts alone. */
  safety: tick,
  /** Said a second time: yes, withdraw what was accepted already. */
  sure: tick,
  /** Where a form wants to go afterwards; the route reads it, the newsroom does not. */
  next: z.string().max(200).default(''),
})

export type MoveOrder = z.infer<typeof moveOrder>
