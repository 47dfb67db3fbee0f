// /account/safety: safety mode and protected identity: what each does and cannot do, and the switches. On at one press, off with the password.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { openingsOf } from '#app/newsroom/desk/identity.server.ts'
import { endProtection, isProtected, protectOneself } from '#app/newsroom/people/protection.server.ts'
import { turnOffSafetyMode, turnOnSafetyMode } from '#app/newsroom/people/safety-mode.server.ts'
import { wipesTheDevice } from '#app/platform/headers.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { countTry, door } from '#app/routes/door.ts'
import { TextField } from '#app/ui/forms/field.tsx'
import { type Fault, Problems } from '#app/ui/forms/problems.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import { wordsFor } from '#app/words/words.ts'
import { passwordField } from './account-fields.ts'
import { DoneNotice, doneIn } from './done-notice.tsx'
import { ProtectedPart } from './protected-part.tsx'
import { secretsOf } from './secrets.server.ts'

export const links = workspaceLinks

export const meta = titledPage

export const loader = door('account', async ({ request, context, person }) => ({
  person,
  title: wordsFor(person.language).account.safety.title,
  done: doneIn(request.url),
  protection: {
    on: await isProtected(context.db, person),
    offered: person.role === 'contributor',
    openings: await openingsOf(context.db, person),
  },
}))

const onOrOff = z.enum(['on', 'off'])
const password = z.string().max(1000).optional()
/** One of the two switches; the password goes with turning one off. */
const switching = z.strictObject({
  safety: onOrOff.optional(),
  passwordAgain: password,
  protection: onOrOff.optional(),
  protectionPassword: password,
})

export const action = door('account', async ({ request, context, person }) => {
  const words = wordsFor(person.language)
  const read = await readForm(request, switching, words)
  if (!read.ok) return json({ faults: read.faults }, { status: 422 })
  const { safety, protection, passwordAgain, protectionPassword } = read.value
  if (safety === 'on') {
    const { sessionKey } = await context.sessions.read(request, context.now)
    await turnOnSafetyMode(context.db, sessionKey, person, context.now)
    return redirect('/account/safety?done=safety-on', { status: 303, headers: wipesTheDevice })
  }
  if (protection === 'on') {
    const turned = await protectOneself(context.db, person, context.now)
    if (turned.ok) return redirect('/account/safety?done=protected#protected', 303)
    return json({ faults: [{ field: '', message: words.identity.refusals[turned.because] }] }, { status: 409 })
  }
  if (safety === undefined && protection === undefined)
    return json({ faults: [{ field: '', message: words.errors.form.notRead }] }, { status: 422 })
  const [field, turnOff] =
    safety === 'off'
      ? (['passwordAgain', turnOffSafetyMode] as const)
      : (['protectionPassword', endProtection] as const)
  const given = passwordField(words.account.faults).safeParse(passwordAgain ?? protectionPassword ?? '')
  if (!given.success)
    return json({ faults: [{ field, message: given.error.issues[0]?.message ?? '' }] }, { status: 422 })
  const tries = `${person.email} ${context.address}`
  await countTry(context, 'sign-in-account-and-address', tries)
  const turned = await turnOff(context.db, given.data, person, secretsOf(context), context.now)
  if (!turned.ok) return json({ faults: [{ field, message: words.account.faults.wrongPassword }] }, { status: 422 })
  await context.limits.giveBack('sign-in-account-and-address', tries)
  const done = safety === 'off' ? 'safety-off' : 'protection-ended'
  return redirect(`/account/safety?done=${done}`, 303)
})

export default function SafetyPage() {
  const { person, done, protection } = useLoaderData<typeof loader>()
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
        <ProtectedPart
          protection={protection}
          faults={faults.filter((fault: Fault) => fault.field === 'protectionPassword')}
        />
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
