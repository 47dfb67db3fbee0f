// An open call: what the desk is looking for.
import { z } from 'zod'

export type OpenCall = {
  id: number
  slug: string
  title: string
  text: string
  section: { slug: string; name: string } | null
  topic: { slug: string; name: string } | null
  /** ISO instants; null while it has no end, and while it is open. */
  closesAt: string | null
  closedAt: string | null
  createdAt: string
}

/** A call as the desk's list shows it. */
export type CallInList = OpenCall & { isOpen: boolean; stories: number }

/** Refusals that a form can mend, each with its sentence in words. */
export type CallFault = { field: 'title' | 'text' | 'section' | 'topic' | 'until'; code: CallFaultCode }
export type CallFaultCode =
  | 'call-no-title'
  | 'call-title-long'
  | 'call-no-text'
  | 'call-text-long'
  | 'call-no-section'
  | 'call-no-topic'
  | 'call-no-time'
  | 'call-time-past'

/** What an editor fills in. `until` is a day ("2026-12-24") of the outlet, to whose end the call is open, or ''. */
export const callInput = z.strictObject({
  title: z.string().max(1000).default(''),
  text: z.string().max(20_000).default(''),
  section: z.string().max(80).default(''),
  topic: z.string().max(80).default(''),
  until: z.string().max(40).default(''),
})
export type CallInput = z.infer<typeof callInput>
