// A pitch: an idea in three lines, sent before the story is written.
import { z } from 'zod'

export const pitchStates = ['open', 'welcome', 'declined', 'withdrawn'] as const
export type PitchState = (typeof pitchStates)[number]

/** What a reporter fills in; lengths get their sentences from the newsroom. */
export const pitchInput = z.strictObject({
  text: z.string().max(20_000).default(''),
  section: z.string().max(80).default(''),
  call: z.string().max(80).default(''),
})
export type PitchInput = z.infer<typeof pitchInput>

/** Refusals that a form can mend, each with its sentence in words. */
export type PitchFaultCode =
  | 'pitch-empty'
  | 'pitch-long'
  | 'pitch-many-lines'
  | 'pitch-no-section'
  | 'pitch-call-closed'
  | 'pitch-many-open'
  | 'pitch-unconfirmed'
  | 'pitch-no-answer'
  | 'pitch-answer-long'
  | 'pitch-own'
  | 'pitch-answered'
export type PitchFault = { field: '' | 'text' | 'section' | 'call' | 'answer'; code: PitchFaultCode }

/** A pitch as its sender sees it. Instants are ISO. */
export type OwnPitch = {
  publicId: string
  text: string
  state: PitchState
  section: string | null
  call: string | null
  sentAt: string
  answerBy: string
  answer: string
  answeredAt: string | null
  /** Public id of the story that was begun from it. */
  story: string | null
}

/** A pitch as the desk sees it. `own`: the one who looks sent it, so another editor answers. `from` is null for a protected reporter. */
export type DeskPitch = OwnPitch & { late: boolean; own: boolean; from: string | null; language: string }

/** The first line of a pitch, as its name in lists and letters. */
export function nameOfPitch(text: string): string {
  const [line = ''] = text.split('\n')
  const letters = [...line]
  return letters.length <= 90 ? line : `${letters.slice(0, 88).join('').trimEnd()}…`
}
