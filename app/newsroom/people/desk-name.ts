// Under which name the desk knows who wrote a story: the account's, the pen name, or none.

/** How a story is signed. */
export type Signed = { bylineKind: 'name' | 'pen' | 'withheld'; penName: string }

/** Who wrote it. `protectedAt` is null for everybody the desk may know. */
export type Writer = { name: string; protectedAt: Date | null }

/** True when the desk must not learn the account behind this story: its name, address, id and record. */
export function isVeiled({ bylineKind }: Pick<Signed, 'bylineKind'>, writer: Pick<Writer, 'protectedAt'>): boolean {
  return writer.protectedAt !== null || bylineKind === 'withheld'
}

/**
 * The name on the desk's pages, in its letters and searches; null where there is none to show. A protected writer is
 * the pen name of that story alone; signed in any other way, a protected writer has no name, only the story's number.
 */
export function nameForDesk({ bylineKind, penName }: Signed, { name, protectedAt }: Writer): string | null {
  if (bylineKind === 'pen') return penName
  return bylineKind === 'withheld' || protectedAt !== null ? null : name
}

/** How a story of this writer is printed: while protected, their own name is on no page, whatever the story says. */
export function printedAs(kind: Signed['bylineKind'], { protectedAt }: Pick<Writer, 'protectedAt'>) {
  return kind === 'name' && protectedAt !== null ? 'withheld' : kind
}
