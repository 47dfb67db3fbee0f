// /admin/log: everything that was done to stories and accounts, newest first.
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { houseLog, type LogEntry } from '#app/newsroom/desk/house-log.server.ts'
import { readQuery } from '#app/platform/read-form.server.ts'
import { door } from '#app/routes/door.ts'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { Instant } from '#app/ui/page/instant.tsx'
import { useReasons } from '#app/ui/page/reasons.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { wordsFor } from '#app/words/words.ts'
import { AdminPage, Pager } from './admin-page.tsx'

export const links = workspaceLinks

export const meta = titledPage

export const loader = door('admin', async ({ request, context, person }) => {
  const { after } = readQuery(request.url, z.strictObject({ after: z.string().max(30).default('') }))
  return { person, title: wordsFor(person.language).admin.log.title, after, ...(await houseLog(context.db, { after })) }
})

export default function LogPage() {
  const { person, after, rows, next } = useLoaderData<typeof loader>()
  const words = useWords().admin.log
  return (
    <AdminPage person={person} tab="log" title={words.title}>
      {rows.length === 0 ? <p className="empty">{words.none}</p> : <LogTable rows={rows} />}
      <Pager first={after ? '/admin/log' : null} next={next ? `/admin/log?after=${next}` : null} words={words} />
    </AdminPage>
  )
}

function LogTable({ rows }: { rows: LogEntry[] }) {
  const words = useWords().admin.log
  return (
    <table className="table stacks log-table">
      <thead>
        <tr>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.about}</th>
          <th scope="col">{words.by}</th>
          <th scope="col">{words.when}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((entry, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the page is drawn once and rows have no other name
          <Row key={at} entry={entry} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ entry }: { entry: LogEntry }) {
  const { admin, desk, workflow } = useWords()
  const words = admin.log
  const moves: Record<string, string> = workflow.done
  const { say } = useReasons()
  const isStory = entry.about === 'story'
  const nobody = isStory ? (entry.byWriter ? desk.review.log.reporter : words.clock) : words.themselves
  const what = isStory ? (moves[entry.move] ?? entry.move) : (admin.peopleActs[entry.act] ?? entry.act)
  const why = isStory ? entry.reasons.map(say).join(', ') : entry.reason
  return (
    <tr>
      <th scope="row">
        {what}
        {why ? <bdi className="why">{why}</bdi> : null}
      </th>
      <td data-label={words.about}>
        {isStory ? (
          <a href={`/desk/stories/${entry.publicId}`}>{words.story(entry.number)}</a>
        ) : (
          <a href={`/admin/contributors/${entry.publicId}`}>
            <bdi>{entry.name}</bdi>
          </a>
        )}
      </td>
      <td data-label={words.by}>
        <bdi>{entry.by ?? nobody}</bdi>
      </td>
      <td data-label={words.when}>
        <Instant at={entry.at} />
      </td>
    </tr>
  )
}
