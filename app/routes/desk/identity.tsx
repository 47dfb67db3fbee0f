// /desk/stories/:id/identity: opens once who the protected reporter of a story is, for a reason that the reporter reads.
import { json } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { type IdentityDoor, identityDoor, openIdentity } from '#app/newsroom/desk/identity.server.ts'
import { hashPassword, passwordFault, verifyPassword } from '#app/platform/passwords.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { makeSeal } from '#app/platform/seal.server.ts'
import { countTry, door, notFound } from '#app/routes/door.ts'
import { TextArea, TextField } from '#app/ui/forms/field.tsx'
import { type Fault, Problems } from '#app/ui/forms/problems.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import { wordsFor } from '#app/words/words.ts'

export const links = workspaceLinks

export const meta = titledPage

export const loader = door('desk', async ({ context, person, field }) => {
  const asked = await identityDoor(context.db, field('id'), person)
  if (!asked.ok) throw refusalOf(asked.because)
  const { name, role, confirmed, language } = person
  const { door: words } = wordsFor(language).identity
  return {
    person: { name, role, confirmed },
    title: words.title(asked.door.number),
    story: field('id'),
    door: asked.door,
  }
})

const form = z.strictObject({ reason: z.string().max(20_000).default(''), proof: z.string().max(1000).default('') })

type Shown = { number: number; name: string; email: string }
type Answer = { faults: Fault[]; reason: string; shown: Shown | null }

export const action = door('desk', async ({ request, context, person, field }) => {
  const words = wordsFor(person.language)
  const read = await readForm(request, form, words)
  if (!read.ok)
    return json<Answer>({ faults: read.faults, reason: read.values.reason ?? '', shown: null }, { status: 422 })
  const { reason, proof } = read.value
  const tries = `identity ${person.publicId}`
  await countTry(context, 'sign-in-account-and-address', tries)
  const seal = makeSeal(context.settings.secretKey, 'people')
  const secrets = { hashPassword, passwordFault, verifyPassword, ...seal }
  const opened = await openIdentity(context.db, { story: field('id'), reason, proof }, person, secrets, context.now)
  if (opened.ok) {
    await context.limits.giveBack('sign-in-account-and-address', tries)
    const { number, name, email } = opened
    return json<Answer>({ faults: [], reason: '', shown: { number, name, email } })
  }
  if (opened.because !== 'fault') throw refusalOf(opened.because)
  const { fault } = opened
  const faults = [{ field: fault.startsWith('reason') ? 'reason' : 'proof', message: words.identity.refusals[fault] }]
  return json<Answer>({ faults, reason, shown: null }, { status: 422 })
})

// There is no door where nobody is protected, nor where there is no story.
function refusalOf(because: 'not-allowed' | 'not-found' | 'not-protected'): Response {
  return because === 'not-allowed' ? json({ because }, { status: 403 }) : notFound()
}

export default function IdentityPage() {
  const { person, story, door: asked } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const words = useWords().identity.door
  const shown = answer?.shown
  const back = (
    <a className="small back" href={`/desk/stories/${story}`}>
      {words.back}
    </a>
  )
  const title = shown ? words.openedTitle(shown.number) : words.title(asked.number)
  return (
    <Workspace person={person} here="desk" title={title} primary={back}>
      {shown ? <Opened shown={shown} /> : <Door asked={asked} story={story} answer={answer} />}
    </Workspace>
  )
}

function Opened({ shown }: { shown: Shown }) {
  const words = useWords().identity.door
  return (
    <section className="part first">
      <dl className="facts">
        <div>
          <dt>{words.name}</dt>
          <dd>
            <bdi>{shown.name}</bdi>
          </dd>
        </div>
        <div>
          <dt>{words.email}</dt>
          <dd>
            <bdi>{shown.email}</bdi>
          </dd>
        </div>
      </dl>
      <p className="hint">{words.once}</p>
    </section>
  )
}

function Door({ asked, story, answer }: { asked: IdentityDoor; story: string; answer: Answer | undefined }) {
  const { desk, identity } = useWords()
  const words = identity.door
  const faults = answer?.faults ?? []
  const isCode = asked.proof === 'code'
  return (
    <>
      <Problems faults={faults} />
      <section className="part first">
        <p>
          <b>
            <bdi>{asked.headline || desk.queue.untitled}</bdi>
          </b>{' '}
          · <bdi>{asked.byline ?? identity.reporter(asked.number)}</bdi>
        </p>
        <p>{words.lead}</p>
        <p>{words.told}</p>
        <form method="post" action={`/desk/stories/${story}/identity`} className="form" noValidate autoComplete="off">
          <TextArea
            name="reason"
            label={words.reason}
            hint={words.reasonHint}
            required
            maxLength={1000}
            defaultValue={answer?.reason}
            faults={faults}
          />
          <TextField
            name="proof"
            type={isCode ? 'text' : 'password'}
            inputMode={isCode ? 'numeric' : undefined}
            label={isCode ? words.code : words.password}
            hint={isCode ? words.codeHint : words.passwordHint}
            autoComplete={isCode ? 'one-time-code' : 'current-password'}
            required
            faults={faults}
          />
          <div className="buttons">
            <button type="submit" className="button danger">
              {words.open}
            </button>
          </div>
        </form>
      </section>
    </>
  )
}
