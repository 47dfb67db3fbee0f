// Hands the platform's locks to the people's room: passwords and seals, as newsroom/people/secrets.ts asks for them.
import type { AppLoadContext } from '@remix-run/node'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import type { Secrets } from '#app/newsroom/people/secrets.ts'
import { hashPassword, passwordFault, verifyPassword } from '#app/platform/passwords.server.ts'
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
