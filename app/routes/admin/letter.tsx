// /admin/letters/:kind: the words of one kind of letter in one language – the book's, and the house's own.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { isAboutStory } from '#app/newsroom/letters/kinds.ts'
import { dropTemplate, putTemplates, writeTemplate } from '#app/newsroom/letters/own-words.server.ts'
import { bookTemplate } from '#app/newsroom/letters/sample-letter.ts'
import { LONGEST_BODY, LONGEST_SUBJECT, placesOf, type TemplateFault } from '#app/newsroom/letters/templates.ts'
import { readForm, readQuery } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { LetterForm, type LetterRefused } from '#app/ui/admin/letter-form.tsx'
import { Problems } from '#app/ui/forms/problems.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { isLanguage, languages } from '#app/words/languages.ts'
import { letterWordsFor } from '#app/words/letters.ts'
import { type Words, wordsFor } from '#app/words/words.ts'
import { AdminPage } from './admin-page.tsx'

export const links = workspaceLinks

export const meta = titledPage

const query = z.strictObject({
  language: z.string().max(10).catch('').default(''),
  done: z.enum(['saved', 'dropped', '']).catch('').default(''),
})

export const loader = door('admin', async ({ request, context, person, field }) => {
  const kind = field('kind')
  if (!isAboutStory(kind)) throw notFound()
  const { language: asked, done } = readQuery(request.url, query)
  const language = isLanguage(asked) ? asked : wordsFor(person.language).language
  const put = (await putTemplates(context.db)).filter((row) => row.kind === kind)
  return {
    person,
    title: wordsFor(person.language).account.letters.kinds[kind],
    kind,
    language,
    book: bookTemplate(kind, letterWordsFor(language)),
    own: put.find((row) => row.language === language) ?? null,
    written: put.map((row) => row.language),
    places: placesOf(kind),
    done,
  }
})

/** `act`: save the words, or go back to the book's. */
const letterForm = z.strictObject({
  act: z.enum(['save', 'drop']),
  language: z.string().max(10),
  subject: z.string().max(1000).default(''),
  body: z.string().max(20_000).default(''),
})

export const action = door('admin', async ({ request, context, person, field }) => {
  const words = wordsFor(person.language)
  const kind = field('kind')
  if (!isAboutStory(kind)) throw notFound()
  const read = await readForm(request, letterForm, words)
  if (!read.ok) return json<LetterRefused>({ faults: read.faults, values: read.values }, { status: 422 })
  const { act, language, subject, body } = read.value
  if (!isLanguage(language)) throw notFound()
  const { db, now } = context
  const written =
    act === 'drop'
      ? await dropTemplate(db, { kind, language }, person)
      : await writeTemplate(db, { kind, language, subject, body }, person, now)
  const done = act === 'drop' ? 'dropped' : 'saved'
  if (written.ok) return redirect(`/admin/letters/${kind}?language=${language}&done=${done}`, 303)
  if (written.because !== 'faults') throw notFound()
  const faults = written.faults.map((fault) => ({ field: fault.field, message: sentenceOf(fault, words) }))
  return json<LetterRefused>({ faults, values: { subject, body } }, { status: 422 })
})

function sentenceOf(fault: TemplateFault, { lists }: Words): string {
  const { faults } = lists.letters
  switch (fault.code) {
    case 'template-empty':
      return faults['template-empty']
    case 'template-long':
      return faults['template-long'](fault.field === 'subject' ? LONGEST_SUBJECT : LONGEST_BODY)
    case 'template-place':
    case 'template-lacks':
      return faults[fault.code](fault.place)
  }
}

export default function LetterPage() {
  const { person, title, kind, language, book, own, written, places, done } = useLoaderData<typeof loader>()
  const refused = useActionData<LetterRefused>()
  const words = useWords().lists.letters
  return (
    <AdminPage person={person} tab="letters" title={title}>
      <p>
        <a className="small back" href="/admin/letters">
          {words.back}
        </a>
      </p>
      <Problems faults={refused?.faults ?? []} />
      {done && !refused ? (
        <p className="notice done" role="status">
          {words.done[done]}
        </p>
      ) : null}
      <nav aria-label={words.languages}>
        <ul className="tabs">
          {languages.map(({ code, name }) => (
            <li key={code}>
              <a
                href={`/admin/letters/${kind}?language=${code}`}
                lang={code}
                aria-current={code === language ? 'page' : undefined}
              >
                {name}
                {written.includes(code) ? ' •' : ''}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <LetterForm kind={kind} language={language} book={book} own={own} places={places} refused={refused} />
    </AdminPage>
  )
}
