// Hands the platform's locks to the people's room: passwords and seals, as newsroom/people/secrets.ts asks for them.
import { type AppLoadContext, json } from '@remix-run/node'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import type { Secrets } from '#app/newsroom/people/secrets.ts'
import { hashPassword, passwordFault, verifyPassword } from '#app/platform/passwords.server.ts'
import type { LimitKind } from '#app/platform/rate-limits.server.ts'
import { makeSeal } from '#app/platform/seal.server.ts'

/** The locks of this house, keyed by its SECRET_KEY. */
export function secretsOf(context: AppLoadContext): Secrets {
  const { seal, open } = makeSeal(context.settings.secretKey, 'people')
  return { hashPassword, verifyPassword, passwordFault, seal, open }
}

/** The locks, and the outlet's name: a word that passwords must not be made of. */
export async function houseOf(context: AppLoadContext): Promise<{ secrets: Secrets; outletName: string }> {
  const { name } = await outletOf(context.db)
  return { secrets: secretsOf(context), outletName: name }
}

/** Counts one try; throws a 429 page that says how long to wait when there were too many. */
export async function countTry(context: AppLoadContext, kind: LimitKind, key: string): Promise<void> {
  const taken = await context.limits.take(kind, key)
  if (taken.ok) return
  const { retryAfterSeconds } = taken
  throw json(
    { because: 'too-many', retryAfterSeconds },
    { status: 429, headers: { 'retry-after': String(retryAfterSeconds) } },
  )
}
