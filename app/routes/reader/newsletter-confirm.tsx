// /newsletter/confirm: the link of the letter that asks. Looking changes nothing; the button begins the newsletter.
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { paperFrame } from '#app/newsroom/press/paper-frame.server.ts'
import { confirmationOpens, confirmNewsletter } from '#app/newsroom/wire/subscribers.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door } from '#app/routes/door.ts'
import { Paper } from '#app/ui/page/paper.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { LinkOver, NewsletterDone, OneButton } from '#app/ui/reader/newsletter-form.tsx'
import { wordsFor } from '#app/words/words.ts'
import { personal, tokenField, tokenOf } from './newsletter-links.server.ts'
import { newsletterLinks, personalHead } from './newsletter-page.ts'
import { readerHeaders } from './reader-page.ts'

export const links = newsletterLinks
export const headers = readerHeaders

export const loader = door('public', async ({ request, context }) => {
  const token = tokenOf(request)
  const opens = await confirmationOpens(context.db, token, context.now)
  return personal({ paper: await paperFrame(context.db), token: opens ? token : '' }, opens ? 200 : 410)
})

const confirmForm = z.strictObject({ token: tokenField })

export const action = door('public', async ({ request, context }) => {
  const { outlet } = await paperFrame(context.db)
  const read = await readForm(request, confirmForm, wordsFor(outlet.language))
  const begun = read.ok && (await confirmNewsletter(context.db, read.value.token, context.now)).ok
  return personal({ begun }, begun ? 200 : 410)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const { outlet } = data.paper
  return personalHead(wordsFor(outlet.language).newsletter.confirm.title, outlet.name)
}

export default function ConfirmNewsletter() {
  const { paper, token } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { confirm } = useWords().newsletter
  return (
    <Paper paper={paper} here="">
      {answer?.begun ? (
        <NewsletterDone title={confirm.done} text={confirm.doneText} />
      ) : token && !answer ? (
        <OneButton to="/newsletter/confirm" token={token} words={confirm} />
      ) : (
        <LinkOver />
      )}
    </Paper>
  )
}
