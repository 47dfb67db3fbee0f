// One order for several stories: which, in which version, and what they are all moved with.
import { z } from 'zod'
import { moveOrder } from '#app/newsroom/desk/move-order.ts'
import type { Move } from '#app/newsroom/desk/workflow.ts'

/** The moves that several stories can be moved by at once. */
export const bulkMoves = ['claim', 'release', 'handOver', 'decline'] as const satisfies readonly Move[]
export type BulkMove = (typeof bulkMoves)[number]

export const MOST_IN_BULK = 100

const { note, deskNote, reasons, to, next } = moveOrder.shape

/** A line of the queue is sent as its story's public id, a dot, and its version. */
export const bulkOrder = z.strictObject({
  move: z.enum(bulkMoves),
  story: z
    .array(z.string().regex(/^[\w-]{1,40}\.\d{1,9}$/))
    .min(1)
    .max(MOST_IN_BULK),
  note,
  deskNote,
  reasons,
  to,
  /** Where the form wants to go afterwards. */
  next: next.catch(''),
})

export type BulkOrder = z.infer<typeof bulkOrder>

export type BulkStory = { story: string; version: number }

/** The stories of an order, each once. */
export function storiesOf(lines: readonly string[]): BulkStory[] {
  return [...new Set(lines)].map((line) => {
    const dot = line.lastIndexOf('.')
    return { story: line.slice(0, dot), version: Number(line.slice(dot + 1)) }
  })
}
