// /admin/contributors: everybody with an account, newest first, by the beginning of a name or address, role and status.
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { contributorList, type PersonInList } from '#app/newsroom/people/contributors.server.ts'
import { readQuery } from '#app/platform/read-form.server.ts'
import { door } from '#app/routes/door.ts'
import { Choice, TextField } from '#app/ui/forms/field.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { wordsFor } from '#app/words/words.ts'
import { AdminPage, Pager } from './admin-page.tsx'
import { StatusBadge } from './status-badge.tsx'

export const links = workspaceLinks

const question = z.strictObject({
  q: z.string().trim().max(100).default(''),
  role: z.enum(['', 'contributor', 'editor', 'admin']).default(''),
  status: z.enum(['', 'active', 'unconfirmed', 'suspended']).default(''),
  after: z.string().max(40).default(''),
})
type Question = z.infer<typeof question>

export const meta = titledPage

export const loader = door('admin', async ({ request, context, person }) => {
  const asked = readQuery(request.url, question)
  const { rows, next } = await contributorList(context.db, { ...asked, text: asked.q })
  return { person, title: wordsFor(person.language).admin.contributors.title, asked, rows, next }
})

export default function ContributorsPage() {
  const { person, asked, rows, next } = useLoaderData<typeof loader>()
  const words = useWords().admin.contributors
  return (
    <AdminPage person={person} tab="contributors" title={words.title}>
      <Filters asked={asked} />
      {rows.length === 0 ? <Nobody asked={asked} /> : <PeopleTable rows={rows} />}
      <Pager
        first={asked.after ? address({ ...asked, after: '' }) : null}
        next={next ? address({ ...asked, after: next }) : null}
        words={words}
      />
    </AdminPage>
  )
}

function Filters({ asked }: { asked: Question }) {
  const { contributors: words, roles, statuses } = useWords().admin
  const any = { value: '', label: words.any }
  return (
    <search>
      <form method="get" action="/admin/contributors" className="filters">
        <TextField name="q" type="search" label={words.search} defaultValue={asked.q} maxLength={100} />
        <Choice name="role" label={words.role} options={[any, ...optionsOf(roles)]} defaultValue={asked.role} />
        <Choice
          name="status"
          label={words.status}
          options={[any, ...optionsOf(statuses)]}
          defaultValue={asked.status}
        />
        <button type="submit" className="button">
          {words.find}
        </button>
      </form>
    </search>
  )
}

function Nobody({ asked }: { asked: Question }) {
  const words = useWords().admin.contributors
  const filtered = asked.q || asked.role || asked.status
  return (
    <div className="empty">
      <p>{filtered ? words.none : words.noneYet}</p>
      {filtered ? (
        <p>
          <a href="/admin/contributors">{words.clear}</a>
        </p>
      ) : null}
    </div>
  )
}

function PeopleTable({ rows }: { rows: PersonInList[] }) {
  const { contributors: words, roles } = useWords().admin
  return (
    <table className="table stacks people">
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.email}</th>
          <th scope="col">{words.role}</th>
          <th scope="col">{words.status}</th>
          <th scope="col">{words.joined}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.publicId}>
            <th scope="row">
              <a href={`/admin/contributors/${row.publicId}`}>
                <bdi>{row.name}</bdi>
              </a>
            </th>
            <td data-label={words.email}>
              <bdi>{row.email}</bdi>
            </td>
            <td data-label={words.role}>{roles[row.role]}</td>
            <td data-label={words.status}>
              <StatusBadge status={row.status} />
            </td>
            <td data-label={words.joined}>
              <Instant at={row.joinedAt} style="date" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function optionsOf(labels: Record<string, string>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }))
}

function address(asked: Question): string {
  const kept = Object.entries(asked).filter(([, value]) => value !== '')
  const query = new URLSearchParams(kept).toString()
  return query ? `/admin/contributors?${query}` : '/admin/contributors'
}
