// /account/security: password, two-step sign-in, sessions. Each form posts with `?form=`, and each has its own rules.
import { type AppLoadContext, json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import { changePassword } from '#app/newsroom/people/change-password.server.ts'
import { endOtherSessions, sessionsOf } from '#app/newsroom/people/own-sessions.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import {
  hasTwoStep,
  proposalOf,
  proposeTwoStep,
  type TwoStepProposal,
  turnOffTwoStep,
  turnOnTwoStep,
} from '#app/newsroom/people/two-step.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { countTry, door, notFound } from '#app/routes/door.ts'
import { type Fault, Problems } from '#app/ui/forms/problems.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import { perBook } from '#app/words/per-book.ts'
import { wordsFor } from '#app/words/words.ts'
import { codeField, newPasswordField, passwordField, tokenField } from './account-fields.ts'
import { DoneNotice, doneIn } from './done-notice.tsx'
import { houseOf, secretsOf } from './secrets.server.ts'
import { PasswordPart, SessionsPart, TwoStepPart } from './security-parts.tsx'

export const links = workspaceLinks

export const meta = titledPage

export const loader = door('account', async ({ request, context, person }) => {
  const { sessionKey } = await context.sessions.read(request, context.now)
  const twoStep = await hasTwoStep(context.db, person)
  const { name } = await outletOf(context.db)
  return {
    person,
    title: wordsFor(person.language).account.security.title,
    twoStep,
    proposal: twoStep ? null : proposeTwoStep(person, name, secretsOf(context), context.now),
    sessions: await sessionsOf(context.db, person.id, sessionKey, context.now),
    done: doneIn(request.url),
    needed: new URL(request.url).searchParams.get('need') === 'two-step' && context.needsSecondFactor,
  }
})

const passwordForm = perBook(({ account: { faults } }) =>
  z.strictObject({ currentPassword: passwordField(faults), newPassword: newPasswordField(faults) }),
)
const turnOnForm = perBook(({ account: { faults } }) => z.strictObject({ ticket: tokenField, code: codeField(faults) }))
const turnOffForm = perBook(({ account: { faults } }) => z.strictObject({ passwordAgain: passwordField(faults) }))

type Answer = { faults: Fault[]; proposal: TwoStepProposal | null }
type Posted = { request: Request; context: AppLoadContext; person: Person }

export const action = door('account', async ({ request, context, person }) => {
  const form = new URL(request.url).searchParams.get('form') ?? ''
  const handle = Object.hasOwn(forms, form) ? forms[form as keyof typeof forms] : null
  if (!handle) throw notFound()
  return handle({ request, context, person })
})

const forms = {
  password: newPassword,
  'two-step-on': twoStepOn,
  'two-step-off': twoStepOff,
  sessions: signOutElsewhere,
}

async function newPassword({ request, context, person }: Posted) {
  const words = wordsFor(person.language)
  const read = await readForm(request, passwordForm(words), words)
  if (!read.ok) return faulty(read.faults)
  const tries = `${person.email} ${context.address}`
  await countTry(context, 'sign-in-account-and-address', tries)
  const { sessionKey } = await context.sessions.read(request, context.now)
  const typed = { now: read.value.currentPassword, next: read.value.newPassword, sessionKey }
  const changed = await changePassword(context.db, typed, person, await houseOf(context), context.now)
  if (changed.ok || changed.because === 'weak') await context.limits.giveBack('sign-in-account-and-address', tries)
  if (changed.ok) return redirect('/account/security?done=password', 303)
  if (changed.because === 'wrong-password') {
    const message = words.account.faults.wrongPassword
    return faulty([{ field: 'currentPassword', message }])
  }
  return faulty([{ field: 'newPassword', message: words.account.passwordFaults[changed.passwordFault] }])
}

async function twoStepOn({ request, context, person }: Posted) {
  const secrets = secretsOf(context)
  const { name } = await outletOf(context.db)
  const words = wordsFor(person.language)
  const said = words.account.faults
  const read = await readForm(request, turnOnForm(words), words)
  const ticket = read.ok ? read.value.ticket : (read.values.ticket ?? '')
  // The same key again, so that what was typed into the app stays right.
  const proposal = proposalOf(ticket, person, name, secrets, context.now)
  if (!read.ok) return faulty(read.faults, proposal)
  const tries = `code ${person.id} ${context.address}`
  await countTry(context, 'sign-in-account-and-address', tries)
  const { sessionKey } = await context.sessions.read(request, context.now)
  const typed = { ticket, code: read.value.code, sessionKey }
  const turned = await turnOnTwoStep(context.db, typed, person, secrets, context.now)
  if (turned.ok) {
    await context.limits.giveBack('sign-in-account-and-address', tries)
    return redirect('/account/security?done=two-step-on', 303)
  }
  const messages = { 'wrong-code': said.wrongCode, 'ticket-over': said.twoStepOver, 'already-on': said.alreadyOn }
  return faulty([{ field: 'code', message: messages[turned.because] }], proposal)
}

async function twoStepOff({ request, context, person }: Posted) {
  const words = wordsFor(person.language)
  const read = await readForm(request, turnOffForm(words), words)
  if (!read.ok) return faulty(read.faults)
  await countTry(context, 'sign-in-account-and-address', `${person.email} ${context.address}`)
  const turned = await turnOffTwoStep(context.db, read.value.passwordAgain, person, secretsOf(context), context.now)
  if (turned.ok) return redirect('/account/security?done=two-step-off', 303)
  return faulty([{ field: 'passwordAgain', message: words.account.faults.wrongPassword }])
}

async function signOutElsewhere({ request, context, person }: Posted) {
  const { sessionKey } = await context.sessions.read(request, context.now)
  await endOtherSessions(context.db, sessionKey, person)
  return redirect('/account/security?done=others-ended', 303)
}

function faulty(faults: Fault[], proposal: TwoStepProposal | null = null) {
  return json<Answer>({ faults, proposal }, { status: 422 })
}

export default function SecurityPage() {
  const { person, twoStep, proposal, sessions, done, needed } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const words = useWords().account.security
  const faults = answer?.faults ?? []
  return (
    <Workspace person={person} here="account" title={words.title}>
      <div className="account-parts">
        {needed ? (
          <div className="notice waiting" role="status">
            <p>{twoStep ? words.needCode : words.needTwoStep}</p>
            {twoStep ? (
              <a className="button small" href="/sign-in">
                {words.signInAgain}
              </a>
            ) : null}
          </div>
        ) : null}
        <DoneNotice done={answer ? '' : done} />
        <Problems faults={faults} />
        <TwoStepPart on={twoStep} proposal={answer?.proposal ?? proposal} open={needed} faults={faults} />
        <PasswordPart faults={faults} email={person.email} />
        <SessionsPart sessions={sessions} />
      </div>
    </Workspace>
  )
}
