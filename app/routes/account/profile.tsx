// /account: what a person says of themselves, their by-lines, and the way out.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { bylinesOf } from '#app/newsroom/people/bylines.server.ts'
import { profileOf, saveProfile } from '#app/newsroom/people/profile.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door } from '#app/routes/door.ts'
import { Choice, TextArea, TextField } from '#app/ui/forms/field.tsx'
import { Problems } from '#app/ui/forms/problems.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import { languages } from '#app/words/languages.ts'
import { perBook } from '#app/words/per-book.ts'
import { wordsFor } from '#app/words/words.ts'
import { nameField } from './account-fields.ts'
import { DoneNotice, doneIn } from './done-notice.tsx'

export const links = workspaceLinks

const ourLanguages = languages.map(({ code }) => code)
const profileForm = perBook(({ account: { faults } }) =>
  z.strictObject({
    name: nameField(faults),
    language: z.enum(ourLanguages, faults.language),
    about: z.string(faults.aboutLong).trim().max(500, faults.aboutLong).default(''),
  }),
)

export const meta = titledPage

export const loader = door('account', async ({ request, context, person }) => ({
  person,
  title: wordsFor(person.language).account.profile.title,
  profile: await profileOf(context.db, person),
  bylines: await bylinesOf(context.db, person.id),
  done: doneIn(request.url),
}))

export const action = door('account', async ({ request, context, person }) => {
  const words = wordsFor(person.language)
  const read = await readForm(request, profileForm(words), words)
  if (!read.ok) return json({ faults: read.faults, values: read.values }, { status: 422 })
  await saveProfile(context.db, read.value, person, context.now)
  await context.press.afterwards()
  return redirect('/account?done=saved', 303)
})

export default function ProfilePage() {
  const { person, profile, bylines, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { profile: words, fields, frame, safety } = useWords().account
  const faults = answer?.faults ?? []
  const values: Record<string, string | undefined> = answer?.values ?? profile
  const signOut = (
    <form method="post" action="/sign-out">
      <button type="submit" className="button">
        {words.signOut}
      </button>
    </form>
  )
  return (
    <Workspace person={person} here="account" title={words.title} primary={signOut}>
      <div className="account-parts">
        <DoneNotice done={answer ? '' : done} />
        <Problems faults={faults} />
        <section className="part">
          <form method="post" action="/account" className="form" noValidate>
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
            <Choice
              name="language"
              label={fields.language}
              hint={words.languageHint}
              options={languages.map(({ code, name }) => ({ value: code, label: name, lang: code }))}
              defaultValue={values.language}
              faults={faults}
            />
            <TextArea
              name="about"
              label={fields.about}
              hint={words.aboutHint}
              maxLength={500}
              defaultValue={values.about}
              faults={faults}
            />
            <div className="buttons">
              <button type="submit" className="button primary">
                {words.save}
              </button>
            </div>
          </form>
        </section>
        <section className="part">
          <h2>{words.bylines}</h2>
          <p className="hint">{words.bylinesHint}</p>
          {bylines.length === 0 ? <p className="quiet">{words.noBylines}</p> : <Bylines bylines={bylines} />}
        </section>
        <section className="part">
          <h2>{words.letters}</h2>
          <ul className="plain-list">
            <li>
              <a href="/my/notices">{frame.notices}</a>
            </li>
            <li>
              <a href="/account/letters">{words.chooseLetters}</a>
            </li>
          </ul>
        </section>
        <section className="part">
          <h2>{safety.title}</h2>
          <p className="hint">{safety.lead}</p>
          <p>
            <span className={person.safetyMode ? 'state done' : 'state stopped'}>
              {person.safetyMode ? safety.on : safety.off}
            </span>
          </p>
          <p>
            <a href="/account/safety">{words.aboutSafety}</a>
          </p>
        </section>
        <section className="part">
          <h2>{words.signingIn}</h2>
          <dl className="facts">
            <dt>{words.email}</dt>
            <dd>
              <bdi>{profile.email}</bdi>
            </dd>
          </dl>
          <p>
            <a href="/account/security">{words.security}</a>
          </p>
        </section>
      </div>
    </Workspace>
  )
}

function Bylines({ bylines }: { bylines: { handle: string; name: string; kind: 'name' | 'pen' }[] }) {
  const { profile: words } = useWords().account
  return (
    <ul className="bylines">
      {bylines.map((byline) => (
        <li key={byline.handle}>
          <a href={`/contributors/${byline.handle}`}>
            <bdi>{byline.name}</bdi>
          </a>{' '}
          <span className="quiet small">{byline.kind === 'name' ? words.ownName : words.penName}</span>
        </li>
      ))}
    </ul>
  )
}
