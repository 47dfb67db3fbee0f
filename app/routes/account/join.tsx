// /join: an account for somebody who wants to report. The answer is the same whether the address is known or not.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { join } from '#app/newsroom/people/join.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { safeRedirect } from '#app/platform/safe-redirect.ts'
import { countTry, door } from '#app/routes/door.ts'
import { screenWords } from '#app/routes/screen-words.ts'
import { TextField } from '#app/ui/forms/field.tsx'
import { Problems } from '#app/ui/forms/problems.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { PlainPage } from '#app/ui/page/plain-page.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { perBook } from '#app/words/per-book.ts'
import { emailField, nameField, newPasswordField, nextField } from './account-fields.ts'
import { houseOf } from './secrets.server.ts'

export const links = workspaceLinks

const joinForm = perBook(({ account: { faults } }) =>
  z.strictObject({
    name: nameField(faults),
    email: emailField(faults),
    password: newPasswordField(faults),
    next: nextField,
  }),
)

export const meta = titledPage

export const loader = door('public', async ({ request, context }) => {
  const url = new URL(request.url)
  const words = (await screenWords({ request, context })).account
  const sent = url.searchParams.get('done') === 'sent'
  return {
    title: sent ? words.checkEmail.title : words.join.title,
    sent,
    next: safeRedirect(url.searchParams.get('next'), ''),
  }
})

export const action = door('public', async ({ request, context }) => {
  const words = await screenWords({ request, context })
  const read = await readForm(request, joinForm(words), words)
  if (!read.ok) return json({ faults: read.faults, values: read.values }, { status: 422 })
  const { next, password, ...typed } = read.value
  await countTry(context, 'join-address', context.address)
  await countTry(context, 'mail-address', typed.email)
  const newcomer = { ...typed, password, language: words.language }
  const joined = await join(context.db, newcomer, await houseOf(context), context.now)
  if (!joined.ok) {
    const faults = [{ field: 'password', message: words.account.passwordFaults[joined.passwordFault] }]
    return json({ faults, values: { ...typed, next } }, { status: 422 })
  }
  const goOn = safeRedirect(next, '')
  return redirect(`/join?done=sent${goOn ? `&next=${encodeURIComponent(goOn)}` : ''}`, 303)
})

export default function JoinPage() {
  const { sent, next } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return sent && !answer ? <CheckYourEmail next={next} /> : <JoinForm next={next} answer={answer} />
}

type Answer = { faults: { field: string; message: string }[]; values: Record<string, string | undefined> }

function JoinForm({ next, answer }: { next: string; answer: Answer | undefined }) {
  const { join: words, fields } = useWords().account
  const { faults, values } = answer ?? { faults: [], values: {} }
  const beside = (
    <p>
      {words.haveAccount} <a href={withNext('/sign-in', next)}>{words.signIn}</a>
    </p>
  )
  return (
    <PlainPage title={words.title} lead={words.lead} beside={beside}>
      <Problems faults={faults} />
      <form method="post" action="/join" className="form" noValidate>
        <TextField
          name="name"
          label={fields.name}
          hint={words.nameHint}
          autoComplete="name"
          maxLength={80}
          required
          defaultValue={values.name}
          faults={faults}
        />
        <TextField
          name="email"
          type="email"
          label={fields.email}
          hint={words.emailHint}
          autoComplete="email"
          required
          defaultValue={values.email}
          faults={faults}
        />
        <TextField
          name="password"
          type="password"
          label={fields.password}
          hint={words.passwordHint}
          autoComplete="new-password"
          required
          faults={faults}
        />
        <input type="hidden" name="next" value={values.next ?? next} />
        <div className="agree">
          <button type="submit" className="button primary">
            {words.button}
          </button>
          <p className="hint">
            {words.agreement} <a href="/be-a-reporter#agreement">{words.agreementLink}</a>.
          </p>
        </div>
      </form>
    </PlainPage>
  )
}

function CheckYourEmail({ next }: { next: string }) {
  const { checkEmail: words } = useWords().account
  return (
    <PlainPage title={words.title} lead={words.lead}>
      <p className="lead">{words.nothing}</p>
      <p className="lead">{words.meanwhile}</p>
      <a className="button primary" href={withNext('/sign-in', next)}>
        {words.signIn}
      </a>
    </PlainPage>
  )
}

function withNext(path: string, next: string): string {
  return next ? `${path}?next=${encodeURIComponent(next)}` : path
}
