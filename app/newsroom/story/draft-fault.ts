// What is wrong with a draft that was sent to be saved: where, and a code whose sentence is in words.
import type { z } from 'zod'
import type { CopyFault, CopyFaultCode } from '#app/newsroom/story/copy/check-copy.ts'

export type DraftFaultCode =
  | CopyFaultCode
  | 'too-long'
  | 'too-many'
  | 'not-a-choice'
  | 'not-read'
  | 'strange-picture'
  | 'asides-full'
  | 'call-closed'

/** `most` goes with too-long (characters), too-many and asides-full. Faults deep inside the copy have no code. */
export type DraftFault = Omit<CopyFault, 'code'> & { code?: DraftFaultCode; most?: number }

/** The fault that an issue of the draft's schema is. */
export function draftFaultOf(issue: z.core.$ZodIssue): DraftFault {
  const fault = { path: issue.path.map(String).join('.'), message: issue.message }
  if (issue.code === 'too_big') {
    const code = issue.origin === 'string' ? 'too-long' : 'too-many'
    return { ...fault, code, most: Number(issue.maximum) }
  }
  const isChoice = issue.code === 'invalid_value' || issue.code === 'invalid_format'
  return { ...fault, code: isChoice ? 'not-a-choice' : 'not-read' }
}
