// The links of newsletter letters: their seal, their token, the fields of a choice; and that no page of theirs is kept.
import { type AppLoadContext, json } from '@remix-run/node'
import { z } from 'zod'
import { rhythms, type SubscriberSeal } from '#app/newsroom/wire/subscriber.ts'
import { makeSeal } from '#app/platform/seal.server.ts'

/** Seals and opens the tokens of this house's subscribers. */
export function sealOf({ settings }: AppLoadContext): SubscriberSeal {
  return makeSeal(settings.secretKey, 'newsletter')
}

/** The token of a link or a form; what is wrong with one is said as "does not work any more". */
export const tokenField = z.string().max(1000).default('')

/** What is chosen, wherever it is chosen. */
export const choiceFields = z.strictObject({
  rhythm: z.enum(rhythms).default('daily'),
  topics: z.array(z.string().max(200)).max(100).default([]),
})

/** The token that a letter's link carries. */
export function tokenOf(request: Request): string {
  return new URL(request.url).searchParams.get('token') ?? ''
}

/** Data of a page that is one reader's: kept nowhere. */
export function personal<T>(data: T, status = 200) {
  return json(data, { status, headers: { 'cache-control': 'no-store' } })
}
