// A sealed slip that a form carries from its first page to its second: whose it is, what for, until when.
import type { Secrets } from './secrets.ts'

export type Ticket = {
  for: 'sign-in-code' | 'two-step'
  personId: number
  /** What the second page has to prove or needs again; never shown. */
  proof: string
}

/** Seals a ticket that is good for so many minutes. */
export function sealTicket(ticket: Ticket, minutes: number, secrets: Pick<Secrets, 'seal'>, when: Date): string {
  return secrets.seal(JSON.stringify({ ...ticket, until: when.getTime() + minutes * 60_000 }))
}

/** The ticket, or null when it was not sealed here, is meant for something else or is over. */
export function openTicket(
  sealed: string,
  meantFor: Ticket['for'],
  secrets: Pick<Secrets, 'open'>,
  when: Date,
): Ticket | null {
  const text = secrets.open(sealed)
  if (text === null) return null
  const ticket = parsed(text)
  return ticket && ticket.for === meantFor && ticket.until > when.getTime() ? ticket : null
}

// A sealed second factor opens too, and is no ticket.
function parsed(text: string): (Ticket & { until: number }) | null {
  try {
    return JSON.parse(text) as Ticket & { until: number }
  } catch {
    return null
  }
}
