// /sign-in: address and password; where two-step sign-in is on, a second page asks for the code (`?step=code`).
// The same in JSON for a page that goes on after it, such as the writing page when its session has ended.
import { type AppLoadContext, json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { Role } from '#app/newsroom/people/person.ts'
import { giveCode, type SignedIn, signIn, ticketOwner } from '#app/newsroom/people/sign-in.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { safeRedirect } from '#app/platform/safe-redirect.ts'
import { countTry, door } from '#app/routes/door.ts'
import { screenWords } from '#app/routes/screen-words.ts'
import { TextField } from '#app/ui/forms/field.tsx'
import { type Fault, Problems } from '#app/ui/forms/problems.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { PlainPage } from '#app/ui/page/plain-page.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { perBook } from '#app/words/per-book.ts'
import type { Words } from '#app/words/words.ts'
import { codeField, nextField, passwordField, tokenField } from './account-fields.ts'
import { DoneNotice, doneIn } from './done-notice.tsx'
import { secretsOf } from './secrets.server.ts'

export const links = workspaceLinks

// No rule for the address but that there is one: what is no address has no account either.
const signInForm = perBook(({ account: { faults } }) =>
  z.strictObject({
    email: z.string(faults.email).trim().min(1, faults.email).max(254, faults.emailLong),
    password: passwordField(faults),
    next: nextField,
  }),
)
const codeForm = perBook(({ account: { faults } }) =>
  z.strictObject({ ticket: tokenField, code: codeField(faults), next: nextField }),
)

export const meta = titledPage

export const loader = door('public', async ({ request, context, person }) => {
  const next = safeRedirect(new URL(request.url).searchParams.get('next'), '')
  // Somebody whose session lacks the second step signs in again to give it.
  // In JSON it was asked by somebody who stays where they are: the answer is the action's.
  if (person && !context.needsSecondFactor && !sendsJson(request)) throw redirect(afterSignIn(next, person.role))
  const { title } = (await screenWords({ request, context })).account.signIn
  return { title, next, done: doneIn(request.url) }
})

/** `person` is the public id of who signed in by JSON. */
type Answer = { faults: Fault[]; values: Record<string, string>; ticket: string; person?: string }

export const action = door('public', async ({ request, context }) => {
  const step = new URL(request.url).searchParams.get('step')
  const words = await screenWords({ request, context })
  return step === 'code' ? secondStep(request, context, words) : firstStep(request, context, words)
})

async function firstStep(request: Request, context: AppLoadContext, words: Words) {
  const said = words.account.faults
  const read = await readForm(request, signInForm(words), words)
  if (!read.ok) return back({ faults: read.faults, values: read.values, ticket: '' })
  const { email, password, next } = read.value
  const mine = `${email} ${context.address}`
  // By account and address together, so that a stranger elsewhere cannot lock anybody out.
  await countTry(context, 'sign-in-account-and-address', mine)
  await countTry(context, 'sign-in-address', context.address)
  const signed = await signIn(context.db, { email, password }, secretsOf(context), context.now)
  if (signed.ok || signed.because === 'code-needed') {
    await context.limits.giveBack('sign-in-account-and-address', mine)
    await context.limits.giveBack('sign-in-address', context.address)
  }
  if (signed.ok) return enter(request, context, signed, next)
  if (signed.because === 'code-needed') return json<Answer>({ faults: [], values: { next }, ticket: signed.ticket })
  const message = signed.because === 'suspended' ? said.suspended : said.wrongSignIn
  return back({ faults: [{ field: '', message }], values: { email, next }, ticket: '' })
}

async function secondStep(request: Request, context: AppLoadContext, words: Words) {
  const said = words.account.faults
  const secrets = secretsOf(context)
  const read = await readForm(request, codeForm(words), words)
  if (!read.ok) return back({ faults: read.faults, values: read.values, ticket: read.values.ticket ?? '' })
  const { ticket, code, next } = read.value
  const owner = ticketOwner(ticket, secrets, context.now)
  // Six digits are few: tries are also counted whatever address they come from. Only who knows the password gets here.
  const tries = owner === null ? [] : codeTries(owner, context.address)
  for (const [kind, key] of tries) await countTry(context, kind, key)
  const signed = await giveCode(context.db, { ticket, code }, secrets, context.now)
  if (signed.ok) {
    for (const [kind, key] of tries) await context.limits.giveBack(kind, key)
    return enter(request, context, signed, next)
  }
  if (signed.because === 'wrong-code')
    return back({ faults: [{ field: 'code', message: said.wrongCode }], values: { next }, ticket })
  const message = signed.because === 'suspended' ? said.suspended : said.signInOver
  return back({ faults: [{ field: '', message }], values: { next }, ticket: '' })
}

function codeTries(owner: number, address: string) {
  return [
    ['sign-in-account-and-address', `code ${owner} ${address}`],
    ['sign-in-address', `code ${owner}`],
  ] as const
}

async function enter(request: Request, context: AppLoadContext, signed: SignedIn & { ok: true }, next: string) {
  await context.sessions.end(request) // a session from before would live on unseen
  const cookie = await context.sessions.start(signed.personId, context.now, { secondFactor: signed.secondFactor })
  if (sendsJson(request)) {
    const person = signed.publicId
    return json<Answer>({ faults: [], values: {}, ticket: '', person }, { headers: { 'set-cookie': cookie } })
  }
  return redirect(afterSignIn(next, signed.role), { status: 303, headers: { 'set-cookie': cookie } })
}

function sendsJson(request: Request): boolean {
  return (request.headers.get('content-type') ?? '').includes('application/json')
}

function back(answer: Answer) {
  return json(answer, { status: 422 })
}

function afterSignIn(next: string, role: Role): string {
  return safeRedirect(next, role === 'contributor' ? '/my/stories' : '/desk')
}

export default function SignInPage() {
  const { next, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { faults, values, ticket } = answer ?? { faults: [], values: {} as Record<string, string>, ticket: '' }
  const shared = { faults, next: values.next || next }
  if (ticket) return <CodePage {...shared} ticket={ticket} />
  return <PasswordPage {...shared} email={values.email ?? ''} done={answer ? '' : done} />
}

type PageProps = { faults: Fault[]; next: string }

function PasswordPage({ faults, next, email, done }: PageProps & { email: string; done: string }) {
  const { signIn: words, fields } = useWords().account
  const joinPath = next ? `/join?next=${encodeURIComponent(next)}` : '/join'
  const beside = (
    <>
      <p>
        <a href="/forgot-password">{words.forgot}</a>
      </p>
      <p>
        {words.noAccount} <a href={joinPath}>{words.join}</a>
      </p>
    </>
  )
  return (
    <PlainPage title={words.title} beside={beside}>
      <DoneNotice done={done} />
      <Problems faults={faults} />
      <form method="post" action="/sign-in" className="form" noValidate>
        <TextField
          name="email"
          type="email"
          label={fields.email}
          autoComplete="username"
          required
          defaultValue={email}
          faults={faults}
        />
        <TextField
          name="password"
          type="password"
          label={fields.password}
          autoComplete="current-password"
          required
          faults={faults}
        />
        <input type="hidden" name="next" value={next} />
        <button type="submit" className="button primary">
          {words.button}
        </button>
      </form>
    </PlainPage>
  )
}

function CodePage({ faults, next, ticket }: PageProps & { ticket: string }) {
  const { signIn: words, fields } = useWords().account
  const beside = (
    <>
      <p>
        <a href="/sign-in">{words.startAgain}</a>
      </p>
      <p className="quiet">{words.lost}</p>
    </>
  )
  return (
    <PlainPage title={words.codeTitle} lead={words.codeLead} beside={beside}>
      <Problems faults={faults} />
      <form method="post" action="/sign-in?step=code" className="form" noValidate>
        <TextField
          name="code"
          label={fields.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          className="code"
          required
          faults={faults}
        />
        <input type="hidden" name="ticket" value={ticket} />
        <input type="hidden" name="next" value={next} />
        <button type="submit" className="button primary">
          {words.codeButton}
        </button>
      </form>
    </PlainPage>
  )
}
