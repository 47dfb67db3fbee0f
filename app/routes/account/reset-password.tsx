// /reset-password: the link of the letter. Setting the password uses it up and ends every session.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { tokenOpens } from '#app/newsroom/people/mailed-tokens.server.ts'
import { resetPassword } from '#app/newsroom/people/reset-password.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { countTry, door } from '#app/routes/door.ts'
import { screenWords } from '#app/routes/screen-words.ts'
import { TextField } from '#app/ui/forms/field.tsx'
import { type Fault, Problems } from '#app/ui/forms/problems.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { PlainPage } from '#app/ui/page/plain-page.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { perBook } from '#app/words/per-book.ts'
import { newPasswordField, tokenField } from './account-fields.ts'
import { houseOf } from './secrets.server.ts'

export const links = workspaceLinks

const resetForm = perBook(({ account: { faults } }) =>
  z.strictObject({ token: tokenField, password: newPasswordField(faults) }),
)

export const meta = titledPage

export const loader = door('public', async ({ request, context }) => {
  const token = new URL(request.url).searchParams.get('token') ?? ''
  const opens = await tokenOpens(context.db, 'reset-password', token, context.now)
  const { title } = (await screenWords({ request, context })).account.reset
  return json({ token: opens ? token : '', title }, { status: opens ? 200 : 410 })
})

type Answer = { faults: Fault[]; token: string }

export const action = door('public', async ({ request, context }) => {
  const words = await screenWords({ request, context })
  const read = await readForm(request, resetForm(words), words)
  if (!read.ok) return json<Answer>({ faults: read.faults, token: read.values.token ?? '' }, { status: 422 })
  const { token } = read.value
  await countTry(context, 'sign-in-address', context.address)
  const reset = await resetPassword(context.db, read.value, await houseOf(context), context.now)
  if (reset.ok) {
    const cookie = await context.sessions.end(request)
    return redirect('/sign-in?done=reset', { status: 303, headers: { 'set-cookie': cookie } })
  }
  if (reset.because === 'link-over') return json<Answer>({ faults: [], token: '' }, { status: 410 })
  return json<Answer>(
    { faults: [{ field: 'password', message: words.account.passwordFaults[reset.passwordFault] }], token },
    { status: 422 },
  )
})

export default function ResetPage() {
  const loaded = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { reset: words, fields, join } = useWords().account
  const token = answer ? answer.token : loaded.token
  if (!token)
    return (
      <PlainPage title={words.overTitle} lead={words.over}>
        <a className="button primary" href="/forgot-password">
          {words.again}
        </a>
      </PlainPage>
    )
  const faults = answer?.faults ?? []
  return (
    <PlainPage title={words.title} lead={words.lead}>
      <Problems faults={faults} />
      <form method="post" action="/reset-password" className="form" noValidate>
        <TextField
          name="password"
          type="password"
          label={fields.newPassword}
          hint={join.passwordHint}
          autoComplete="new-password"
          required
          faults={faults}
        />
        <input type="hidden" name="token" value={token} />
        <button type="submit" className="button primary">
          {words.button}
        </button>
      </form>
    </PlainPage>
  )
}
