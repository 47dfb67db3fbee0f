// The outlet's rules that have a page of their own, in the order in which they are listed.

export const policyNames = ['editorial', 'corrections', 'ethics', 'ownership', 'privacy'] as const
export type PolicyName = (typeof policyNames)[number]

/** Is this the last part of the address of a policy? */
export function isPolicy(name: string): name is PolicyName {
  return policyNames.some((known) => known === name)
}
