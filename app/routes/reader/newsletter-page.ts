// What the pages of the newsletter share: the seal of its links, the fields of a choice, styles, and that nothing with a token is kept.
import { type AppLoadContext, json, type MetaDescriptor } from '@remix-run/node'
import { z } from 'zod'
import { rhythms, type SubscriberSeal } from '#app/newsroom/wire/subscriber.ts'
import { makeSeal } from '#app/platform/seal.server.ts'
import formsCss from '#app/ui/styles/forms.css?url'
import changedCss from '#app/ui/styles/what-changed.css?url'
import { paperLinks, unlisted } from './reader-page.ts'

export const newsletterLinks = () => [
  ...paperLinks(),
  ...[formsCss, changedCss].map((href) => ({ rel: 'stylesheet', href })),
]

/** Seals and opens the tokens of this house's subscribers. */
export function sealOf({ settings }: AppLoadContext): SubscriberSeal {
  return makeSeal(settings.secretKey, 'newsletter')
}

/** The token of a link or a form; what is wrong with one is said as "does not work any more". */
export const tokenField = z.string().max(1000).default('')

export const choiceFields = {
  rhythm: z.enum(rhythms).default('daily'),
  topics: z.array(z.string().max(200)).max(100).default([]),
}

/** The token that a letter's link carries. */
export function tokenOf(request: Request): string {
  return new URL(request.url).searchParams.get('token') ?? ''
}

/** Data of a page that is one reader's: kept nowhere. */
export function personal<T>(data: T, status = 200) {
  return json(data, { status, headers: { 'cache-control': 'no-store' } })
}

/** The head of a page that a letter's link opens. */
export function personalHead(title: string, outlet: string): MetaDescriptor[] {
  return unlisted(`${title} – ${outlet}`)
}
