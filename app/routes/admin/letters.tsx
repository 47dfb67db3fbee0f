// /admin/letters: every kind of letter about stories, and in which languages the house has words of its own for it.
import { useLoaderData } from '@remix-run/react'
import { letterKinds } from '#app/newsroom/letters/kinds.ts'
import { putTemplates } from '#app/newsroom/letters/own-words.server.ts'
import { writableKinds } from '#app/newsroom/letters/templates.ts'
import { door } from '#app/routes/door.ts'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { languages } from '#app/words/languages.ts'
import { wordsFor } from '#app/words/words.ts'
import { AdminPage } from './admin-page.tsx'

export const links = workspaceLinks

export const meta = titledPage

export const loader = door('admin', async ({ context, person }) => {
  const put = await putTemplates(context.db)
  const kinds = writableKinds.map((kind) => ({
    kind,
    group: letterKinds[kind].group,
    own: languages.filter(({ code }) => put.some((row) => row.kind === kind && row.language === code)),
  }))
  return { person, title: wordsFor(person.language).lists.letters.title, kinds }
})

export default function LettersPage() {
  const { person, kinds } = useLoaderData<typeof loader>()
  const { account, lists } = useWords()
  const words = lists.letters
  const groups = [...new Set(kinds.map(({ group }) => group))]
  const names: Record<string, string> = { ...account.letters.groups, account: words.toReaders }
  return (
    <AdminPage person={person} tab="letters" title={words.title}>
      <p className="lead">{words.lead}</p>
      {groups.map((group) => (
        <section className="part" key={group} aria-labelledby={`letters-${group}`}>
          <h2 id={`letters-${group}`}>{names[group]}</h2>
          <ul className="kept-list">
            {kinds
              .filter((row) => row.group === group)
              .map(({ kind, own }) => (
                <li key={kind}>
                  <a href={`/admin/letters/${kind}`}>{account.letters.kinds[kind]}</a>
                  {own.length > 0 ? (
                    <span className="quiet small">{words.ownIn(own.map(({ name }) => name).join(' · '))}</span>
                  ) : null}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </AdminPage>
  )
}
