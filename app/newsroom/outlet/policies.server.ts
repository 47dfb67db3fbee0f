// What each policy said from when on: a version is kept whenever somebody changes one, and none is ever changed.
import { desc, eq } from 'drizzle-orm'
import type { Reader, Writer } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import { policyVersions } from '#db/schema/policies.ts'
import type { OutletSettings } from './settings.ts'

type Policies = OutletSettings['policies']

/** `by` is the name of who changed it; empty once their account is gone. */
export type PolicyVersion = { policy: string; paragraphs: string[]; by: string; at: Date }

/** Keeps what changed between two states of the policies. Belongs into the transaction that saves the second. */
export async function keepPolicyVersions(
  tx: Writer,
  { before, after }: { before: Policies; after: Policies },
  byId: number,
  when: Date,
): Promise<void> {
  const changed = (Object.keys(after) as (keyof Policies)[]).filter(
    (policy) => JSON.stringify(before[policy]) !== JSON.stringify(after[policy]),
  )
  if (changed.length === 0) return
  await tx
    .insert(policyVersions)
    .values(changed.map((policy) => ({ policy, paragraphs: after[policy], byId, at: when })))
    .returning({ id: policyVersions.id })
}

/** The newest versions of all policies, newest first, at most `most`. */
export async function policyHistory(db: Reader, most: number): Promise<PolicyVersion[]> {
  const rows = await db
    .select({
      policy: policyVersions.policy,
      paragraphs: policyVersions.paragraphs,
      by: people.name,
      at: policyVersions.at,
    })
    .from(policyVersions)
    .leftJoin(people, eq(people.id, policyVersions.byId))
    .orderBy(desc(policyVersions.id))
    .limit(most)
  return rows.map(({ by, ...row }) => ({ ...row, by: by ?? '' }))
}

/** When a policy was changed last; null when it never was since it was first set. */
export async function policyChangedAt(db: Reader, policy: string): Promise<Date | null> {
  const [row] = await db
    .select({ at: policyVersions.at })
    .from(policyVersions)
    .where(eq(policyVersions.policy, policy))
    .orderBy(desc(policyVersions.id))
    .limit(1)
  return row?.at ?? null
}
