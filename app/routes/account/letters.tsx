// /account/letters: which letters come at once, which once a day, and which stay notices on the site.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { letterChoicesOf, saveLetterChoices } from '#app/newsroom/letters/choices.server.ts'
import { DIGEST_HOUR } from '#app/newsroom/letters/digest.server.ts'
import { choicesOf, kindsToChoose, type StoryLetterKind } from '#app/newsroom/letters/kinds.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door } from '#app/routes/door.ts'
import { LetterChoices } from '#app/ui/account/letter-choices.tsx'
import { Problems } from '#app/ui/forms/problems.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import { perBook } from '#app/words/per-book.ts'
import { wordsFor } from '#app/words/words.ts'
import { DoneNotice, doneIn } from './done-notice.tsx'

export const links = workspaceLinks

export const meta = titledPage

export const loader = door('account', async ({ request, context, person }) => ({
  person,
  title: wordsFor(person.language).account.letters.title,
  choices: await letterChoicesOf(context.db, person),
  digestHour: DIGEST_HOUR,
  done: doneIn(request.url),
}))

/** One field for each kind, named after it; a kind that is not sent stays as it is. */
const choicesForm = perBook(({ account: { letters } }) => {
  const rules = kindsToChoose(true).map((kind) => [kind, z.enum(choicesOf(kind), letters.fault).optional()] as const)
  return z.strictObject(Object.fromEntries(rules) as Record<StoryLetterKind, (typeof rules)[number][1]>)
})

export const action = door('account', async ({ request, context, person }) => {
  const words = wordsFor(person.language)
  const read = await readForm(request, choicesForm(words), words)
  if (!read.ok) return json({ faults: read.faults, values: read.values }, { status: 422 })
  await saveLetterChoices(context.db, read.value, person)
  return redirect('/account/letters?done=saved', 303)
})

export default function LettersPage() {
  const { person, choices, digestHour, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const words = useWords().account.letters
  const faults = answer?.faults ?? []
  const values: Record<string, string> = answer?.values ?? {}
  return (
    <Workspace person={person} here="account" title={words.title}>
      <div className="account-parts">
        <DoneNotice done={answer ? '' : done} />
        <Problems faults={faults} />
        {person.safetyMode ? (
          <div className="notice waiting">
            <p>
              {words.safetyOn} <a href="/account/safety">{words.safety}</a>
            </p>
          </div>
        ) : null}
        <LetterChoices choices={choices} digestHour={digestHour} values={values} faults={faults} />
      </div>
    </Workspace>
  )
}
