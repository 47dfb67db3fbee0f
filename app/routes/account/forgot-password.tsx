// /forgot-password: asks for a letter with a link. The answer is the same for every address.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { askForReset } from '#app/newsroom/people/reset-password.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { countTry, door } from '#app/routes/door.ts'
import { screenWords } from '#app/routes/screen-words.ts'
import { TextField } from '#app/ui/forms/field.tsx'
import { Problems } from '#app/ui/forms/problems.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { PlainPage } from '#app/ui/page/plain-page.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { perBook } from '#app/words/per-book.ts'
import { emailField } from './account-fields.ts'

export const links = workspaceLinks

const forgotForm = perBook(({ account: { faults } }) => z.strictObject({ email: emailField(faults) }))

export const meta = titledPage

export const loader = door('public', async ({ request, context }) => ({
  title: (await screenWords({ request, context })).account.forgot.title,
  sent: new URL(request.url).searchParams.get('done') === 'sent',
}))

export const action = door('public', async ({ request, context }) => {
  const words = await screenWords({ request, context })
  const read = await readForm(request, forgotForm(words), words)
  if (!read.ok) return json({ faults: read.faults, values: read.values }, { status: 422 })
  await countTry(context, 'join-address', context.address)
  await countTry(context, 'mail-address', read.value.email)
  await askForReset(context.db, read.value.email, context.now)
  return redirect('/forgot-password?done=sent', 303)
})

export default function ForgotPage() {
  const { sent } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { forgot: words, fields } = useWords().account
  const { faults, values } = answer ?? { faults: [], values: {} as Record<string, string> }
  const back = (
    <p>
      <a href="/sign-in">{words.back}</a>
    </p>
  )
  if (sent && !answer) return <PlainPage title={words.sentTitle} lead={words.sent} beside={back} />
  return (
    <PlainPage title={words.title} lead={words.lead} beside={back}>
      <Problems faults={faults} />
      <form method="post" action="/forgot-password" className="form" noValidate>
        <TextField
          name="email"
          type="email"
          label={fields.email}
          autoComplete="username"
          required
          defaultValue={values.email}
          faults={faults}
        />
        <button type="submit" className="button primary">
          {words.button}
        </button>
      </form>
    </PlainPage>
  )
}
