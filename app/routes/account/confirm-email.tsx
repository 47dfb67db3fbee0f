// /confirm-email: the link of the confirmation letter. Looking changes nothing; the button does. `?again` sends another letter.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { confirmEmail, sendConfirmationAgain } from '#app/newsroom/people/confirm-email.server.ts'
import { tokenOpens } from '#app/newsroom/people/mailed-tokens.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { countTry, door } from '#app/routes/door.ts'
import { screenWords } from '#app/routes/screen-words.ts'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { PlainPage } from '#app/ui/page/plain-page.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { tokenField } from './account-fields.ts'

export const links = workspaceLinks

const confirmForm = z.strictObject({ token: tokenField })

export const meta = titledPage

export const loader = door('public', async ({ request, context }) => {
  const token = new URL(request.url).searchParams.get('token') ?? ''
  const opens = await tokenOpens(context.db, 'confirm-email', token, context.now)
  const { title } = (await screenWords({ request, context })).account.confirm
  return json({ token: opens ? token : '', title }, { status: opens ? 200 : 410 })
})

export const action = door('public', async ({ request, context, person }) => {
  if (new URL(request.url).searchParams.has('again')) {
    if (!person) return redirect('/sign-in', 303)
    await countTry(context, 'mail-address', person.email)
    await sendConfirmationAgain(context.db, person, context.now)
    return redirect('/account?done=letter-sent', 303)
  }
  const read = await readForm(request, confirmForm, await screenWords({ request, context }))
  const confirmed = read.ok ? await confirmEmail(context.db, read.value.token, context.now) : { ok: false }
  if (!confirmed.ok) return json({ over: true }, { status: 410 })
  // The link proves the mailbox, not the password, so it signs nobody in.
  return redirect(person ? '/account?done=confirmed' : '/sign-in?done=confirmed-sign-in', 303)
})

export default function ConfirmPage() {
  const { token } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const words = useWords().account.confirm
  if (answer || !token)
    return (
      <PlainPage title={words.overTitle} lead={words.over}>
        <a className="button primary" href="/sign-in">
          {words.signIn}
        </a>
      </PlainPage>
    )
  return (
    <PlainPage title={words.title} lead={words.lead}>
      <form method="post" action="/confirm-email" className="form">
        <input type="hidden" name="token" value={token} />
        <button type="submit" className="button primary">
          {words.button}
        </button>
      </form>
    </PlainPage>
  )
}
