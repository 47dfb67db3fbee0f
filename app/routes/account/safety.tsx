// /account/safety: what safety mode does and cannot do, and the switch. On at one press, off with the password.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { turnOffSafetyMode, turnOnSafetyMode } from '#app/newsroom/people/safety-mode.server.ts'
import { wipesTheDevice } from '#app/platform/headers.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door } from '#app/routes/door.ts'
import { TextField } from '#app/ui/forms/field.tsx'
import { type Fault, Problems } from '#app/ui/forms/problems.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import { perBook } from '#app/words/per-book.ts'
import { wordsFor } from '#app/words/words.ts'
import { passwordField } from './account-fields.ts'
import { DoneNotice, doneIn } from './done-notice.tsx'
import { countTry, secretsOf } from './secrets.server.ts'

export const links = workspaceLinks

export const meta = titledPage

export const loader = door('account', async ({ request, person }) => ({
  person,
  title: wordsFor(person.language).account.safety.title,
  done: doneIn(request.url),
}))

const switching = z.strictObject({ safety: z.enum(['on', 'off']), passwordAgain: z.string().max(1000).optional() })
const passwordForm = perBook(({ account: { faults } }) => z.strictObject({ passwordAgain: passwordField(faults) }))

export const action = door('account', async ({ request, context, person }) => {
  const words = wordsFor(person.language)
  const read = await readForm(request, switching, words)
  if (!read.ok) return json({ faults: read.faults }, { status: 422 })
  if (read.value.safety === 'on') {
    const { sessionKey } = await context.sessions.read(request, context.now)
    await turnOnSafetyMode(context.db, sessionKey, person, context.now)
    return redirect('/account/safety?done=safety-on', { status: 303, headers: wipesTheDevice })
  }
  const { passwordAgain = '' } = read.value
  const given = passwordForm(words).safeParse({ passwordAgain })
  if (!given.success) return json({ faults: [faultOf(given.error.issues[0]?.message ?? '')] }, { status: 422 })
  const tries = `${person.email} ${context.address}`
  await countTry(context, 'sign-in-account-and-address', tries)
  const turned = await turnOffSafetyMode(context.db, passwordAgain, person, secretsOf(context), context.now)
  if (!turned.ok) return json({ faults: [faultOf(words.account.faults.wrongPassword)] }, { status: 422 })
  await context.limits.giveBack('sign-in-account-and-address', tries)
  return redirect('/account/safety?done=safety-off', 303)
})

function faultOf(message: string): Fault {
  return { field: 'passwordAgain', message }
}

export default function SafetyPage() {
  const { person, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const words = useWords().account.safety
  const faults = answer?.faults ?? []
  return (
    <Workspace person={person} here="account" title={words.title}>
      <div className="account-parts">
        <DoneNotice done={answer ? '' : done} />
        <Problems faults={faults} />
        <section className="part">
          <p className="lead">{words.lead}</p>
          <p>
            <span className={person.safetyMode ? 'state done' : 'state stopped'}>
              {person.safetyMode ? words.on : words.off}
            </span>
          </p>
          {person.safetyMode ? <TurnOff faults={faults} /> : <TurnOn />}
        </section>
        <section className="part">
          <h2>{words.doesTitle}</h2>
          <Points points={words.does} />
        </section>
        <section className="part">
          <h2>{words.doesNotTitle}</h2>
          <Points points={words.doesNot} />
        </section>
      </div>
    </Workspace>
  )
}

function TurnOn() {
  const words = useWords().account.safety
  return (
    <form method="post" action="/account/safety">
      <button type="submit" name="safety" value="on" className="button primary">
        {words.turnOn}
      </button>
    </form>
  )
}

function TurnOff({ faults }: { faults: readonly Fault[] }) {
  const { safety: words, fields } = useWords().account
  return (
    <form method="post" action="/account/safety" className="form" noValidate>
      <TextField
        name="passwordAgain"
        type="password"
        label={fields.password}
        hint={words.turnOffLead}
        autoComplete="current-password"
        required
        faults={faults}
      />
      <div className="buttons">
        <button type="submit" name="safety" value="off" className="button danger">
          {words.turnOff}
        </button>
      </div>
    </form>
  )
}

function Points({ points }: { points: readonly string[] }) {
  return (
    <ul className="points">
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  )
}
