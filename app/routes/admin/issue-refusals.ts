// With which status, and at which field, a refusal about an issue is answered.
import type { IssueRefusal } from '#app/newsroom/wire/issue.ts'
import type { Fault } from '#app/ui/forms/problems.tsx'
import type { Words } from '#app/words/words.ts'

/** RFC 9110: not yours 403, gone 404, not now 409, not like this 422. */
export function issueStatus(because: IssueRefusal): number {
  switch (because) {
    case 'not-found':
      return 404
    case 'not-allowed':
      return 403
    case 'changed':
    case 'already-sent':
    case 'not-now':
      return 409
    default:
      return 422
  }
}

/** The refusal as a fault of the form, beside its field where it has one. */
export function issueFault(because: IssueRefusal, { issues }: Words): Fault {
  const fields: Partial<Record<IssueRefusal, string>> = { 'no-subject': 'subject', 'no-topic': 'audience' }
  return { field: fields[because] ?? '', message: issues.admin.refusals[because] }
}
