// What a failed write means, on either engine.

/** True when a write broke a unique constraint. */
export function isUniqueViolation(error: unknown): boolean {
  const code = codeOf(error)
  return code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
}

/** True when the database was locked for longer than a request may wait; the answer is 503 with Retry-After. */
export class DatabaseBusy extends Error {
  constructor() {
    super('the database is busy; try again in a moment')
    this.name = 'DatabaseBusy'
  }
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  if ('code' in error && typeof error.code === 'string') return error.code
  return 'cause' in error ? codeOf(error.cause) : undefined
}
