// /newsletter/leave: one press, without signing in. A mail program presses it too (RFC 8058); looking changes nothing.
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { paperFrame } from '#app/newsroom/press/paper-frame.server.ts'
import { leaveNewsletter, subscriptionOf } from '#app/newsroom/wire/subscribers.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door } from '#app/routes/door.ts'
import { Paper } from '#app/ui/page/paper.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { LinkOver, NewsletterDone, OneButton } from '#app/ui/reader/newsletter-form.tsx'
import { wordsFor } from '#app/words/words.ts'
import { personal, sealOf, tokenField, tokenOf } from './newsletter-links.server.ts'
import { newsletterLinks, personalHead } from './newsletter-page.ts'
import { readerHeaders } from './reader-page.ts'

export const links = newsletterLinks
export const headers = readerHeaders

export const loader = door('public', async ({ request, context }) => {
  const token = tokenOf(request)
  const gets = (await subscriptionOf(context.db, token, sealOf(context))) !== null
  return personal({ paper: await paperFrame(context.db), token: gets ? token : '' }, gets ? 200 : 410)
})

/** The page's button sends the token; a mail program sends what RFC 8058 says, to the address with the token in it. */
const leaveForm = z.strictObject({ token: tokenField, 'List-Unsubscribe': z.literal('One-Click').optional() })

export const action = door('public', async ({ request, context }) => {
  const { outlet } = await paperFrame(context.db)
  const read = await readForm(request, leaveForm, wordsFor(outlet.language))
  const token = (read.ok && read.value.token) || tokenOf(request)
  const left = read.ok && (await leaveNewsletter(context.db, token, sealOf(context), context.now))
  return personal({ left }, left ? 200 : 410)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const { outlet } = data.paper
  return personalHead(wordsFor(outlet.language).newsletter.leave.title, outlet.name)
}

export default function LeaveNewsletter() {
  const { paper, token } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { leave } = useWords().newsletter
  return (
    <Paper paper={paper} here="">
      {answer?.left ? (
        <NewsletterDone title={leave.done} text={leave.doneText} />
      ) : token && !answer ? (
        <OneButton to="/newsletter/leave" token={token} words={leave} />
      ) : (
        <LinkOver />
      )}
    </Paper>
  )
}
