// Writes down what was done to an account, by whom and why; append-only.
import type { Writer } from '#db/client.ts'
import { peopleLog } from '#db/schema/people.ts'

/** Everything that is written down about an account. */
export const peopleActs = [
  'joined',
  'confirmed-email',
  'changed-password',
  'reset-password',
  'two-step-on',
  'two-step-off',
  'safety-mode-on',
  'safety-mode-off',
  'made-contributor',
  'made-editor',
  'made-admin',
  'suspended',
  'suspension-lifted',
  'protected',
  'protection-ended',
  'opened-identity',
  'may-open-identity',
  'may-not-open-identity',
  'section-rights',
  'changed-section',
  'changed-topic',
  'joined-topics',
  'changed-outlet',
  'sent-newsletter',
  'stopped-newsletter',
  'planned-newsletter',
] as const
export type PeopleAct = (typeof peopleActs)[number]

/** `byId` is null when nobody signed in did it: the person themselves by mail, or the command line. */
export async function logAct(
  tx: Writer,
  { personId, byId, act, reason = '' }: { personId: number; byId: number | null; act: PeopleAct; reason?: string },
  when: Date,
): Promise<void> {
  await tx.insert(peopleLog).values({ personId, byId, act, reason, at: when })
}
