// /newsletter/choices: how often the newsletter comes to the owner of a letter's link, and what is in it.
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { paperFrame } from '#app/newsroom/press/paper-frame.server.ts'
import { changeSubscription, subscriptionOf } from '#app/newsroom/wire/subscribers.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door } from '#app/routes/door.ts'
import { Paper } from '#app/ui/page/paper.tsx'
import { ChoicesForm, LinkOver } from '#app/ui/reader/newsletter-form.tsx'
import { wordsFor } from '#app/words/words.ts'
import { choiceFields, personal, sealOf, tokenField, tokenOf } from './newsletter-links.server.ts'
import { newsletterLinks, personalHead } from './newsletter-page.ts'
import { readerHeaders } from './reader-page.ts'

export const links = newsletterLinks
export const headers = readerHeaders

export const loader = door('public', async ({ request, context }) => {
  const token = tokenOf(request)
  const chosen = await subscriptionOf(context.db, token, sealOf(context))
  // After a form was sent, its answer says what there is: then the address has no token.
  return personal({ paper: await paperFrame(context.db), token, chosen }, chosen ? 200 : 410)
})

const choicesForm = z.strictObject({ token: tokenField, ...choiceFields.shape })

export const action = door('public', async ({ request, context }) => {
  const { outlet } = await paperFrame(context.db)
  const words = wordsFor(outlet.language)
  const read = await readForm(request, choicesForm, words)
  if (!read.ok) return personal({ faults: read.faults, form: null }, 422)
  const saved = await changeSubscription(context.db, read.value, sealOf(context))
  if (saved.ok) return personal({ faults: [], form: read.value })
  if (saved.because === 'link-over') return personal({ faults: [], form: null }, 410)
  return personal({ faults: [{ field: 'topics', message: words.newsletter.noTopic }], form: read.value }, 422)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const { outlet } = data.paper
  return personalHead(wordsFor(outlet.language).newsletter.choices.title, outlet.name)
}

export default function NewsletterChoices() {
  const { paper, token, chosen } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const shown = answer ? answer.form : chosen
  return (
    <Paper paper={paper} here="">
      {shown ? (
        <ChoicesForm
          token={answer?.form?.token ?? token}
          chosen={shown}
          faults={answer?.faults ?? []}
          saved={answer !== undefined && answer.faults.length === 0}
        />
      ) : (
        <LinkOver />
      )}
    </Paper>
  )
}
