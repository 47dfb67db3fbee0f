// The versions of the outlet's policies: what each said from when on, and who changed it.
import { id, index, integer, json, table, text, timestamp } from '../columns.ts'
import { people } from './people.ts'

/** One row each time somebody changed a policy; the newest is the one that holds. */
export const policyVersions = table(
  'policy_versions',
  {
    id: id(),
    /** A name of newsroom/outlet/policies.ts. */
    policy: text('policy').notNull(),
    paragraphs: json<string[]>('paragraphs').notNull(),
    byId: integer('by_id').references(() => people.id, { onDelete: 'set null' }),
    at: timestamp('at').notNull(),
  },
  (t) => [index('policy_versions_latest').on(t.policy, t.id)],
)
