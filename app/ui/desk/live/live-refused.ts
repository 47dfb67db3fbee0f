// An act on live coverage that was refused: which form it came from, what is wrong, and what was typed.
import type { Fault } from '#app/ui/forms/problems.tsx'

/** `answer-` and a public id is the answer to that waiting entry. */
export type LiveForm = 'open' | 'write' | 'close' | 'mark' | 'correct' | 'remove' | `answer-${string}`

export type LiveRefused = { form: LiveForm; faults: Fault[]; values: Record<string, string> }

/** What stands in a form: what was typed into it when it came back, else nothing. */
export function typedIn(refused: LiveRefused | null, form: LiveForm): Pick<LiveRefused, 'faults' | 'values'> {
  return refused?.form === form ? refused : { faults: [], values: {} }
}
