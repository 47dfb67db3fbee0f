// /admin: what waits, what is late, and which letters could not be sent; a dead letter can be tried again.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { type Backlog, backlogOf } from '#app/newsroom/desk/backlog.server.ts'
import { type Outbox, outboxHealth, tryLetterAgain } from '#app/newsroom/letters/dead-letters.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door } from '#app/routes/door.ts'
import { Problems } from '#app/ui/forms/problems.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { wordsFor } from '#app/words/words.ts'
import { AdminPage, doneIn } from './admin-page.tsx'

export const links = workspaceLinks

const letterForm = z.strictObject({ letter: z.coerce.number().int().positive() })

export const meta = titledPage

export const loader = door('admin', async ({ request, context, person }) => ({
  person,
  title: wordsFor(person.language).admin.health.title,
  backlog: await backlogOf(context.db),
  outbox: await outboxHealth(context.db),
  now: context.now.toISOString(),
  done: doneIn(request.url),
}))

export const action = door('admin', async ({ request, context, person }) => {
  const words = wordsFor(person.language)
  const faults = [{ field: '', message: words.admin.faults.letter }]
  const read = await readForm(request, letterForm, words)
  if (!read.ok) return json({ faults }, { status: 422 })
  const again = await tryLetterAgain(context.db, read.value.letter, context.now)
  if (!again) return json({ faults }, { status: 409 })
  return redirect('/admin?done=letter-again', 303)
})

export default function HealthPage() {
  const { person, backlog, outbox, now, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const words = useWords().admin.health
  return (
    <AdminPage person={person} tab="health" title={words.title} done={answer ? '' : done}>
      <Problems faults={answer?.faults ?? []} />
      <section aria-labelledby="stories">
        <h2 id="stories" className="figures-title">
          {words.stories}
        </h2>
        <Stories backlog={backlog} now={now} />
      </section>
      <section className="part" aria-labelledby="letters">
        <h2 id="letters">{words.letters}</h2>
        <Letters outbox={outbox} />
      </section>
    </AdminPage>
  )
}

function Stories({ backlog, now }: { backlog: Backlog; now: string }) {
  const words = useWords().admin.health
  const { counts, oldest } = backlog
  const late = oldest?.answerBy ? oldest.answerBy < now : false
  return (
    <dl className="figures">
      <div>
        <dt>{words.submitted}</dt>
        <dd>{counts.submitted}</dd>
      </div>
      <div>
        <dt>{words.in_review}</dt>
        <dd>{counts.in_review}</dd>
      </div>
      <div>
        <dt>{words.approved}</dt>
        <dd>{counts.approved}</dd>
      </div>
      <div>
        <dt>{words.scheduled}</dt>
        <dd>{counts.scheduled}</dd>
      </div>
      <div className="wide">
        <dt>{words.oldest}</dt>
        {oldest ? (
          <dd>
            <Instant at={oldest.since} style="age" />
            <span className="beside">
              <a href={`/desk/stories/${oldest.publicId}`}>{words.oldestStory(oldest.number)}</a>
              {late ? <span className="state waiting">{words.late}</span> : null}
            </span>
          </dd>
        ) : (
          <dd>{words.none}</dd>
        )}
      </div>
    </dl>
  )
}

function Letters({ outbox }: { outbox: Outbox }) {
  const words = useWords().admin.health
  return (
    <>
      <dl className="figures">
        <div>
          <dt>{words.waiting}</dt>
          <dd>{outbox.waiting}</dd>
        </div>
        <div>
          <dt>{words.dead}</dt>
          <dd className={outbox.dead ? 'alarm' : undefined}>{outbox.dead}</dd>
        </div>
        {outbox.oldestWaitingSince ? (
          <div className="wide">
            <dt>{words.oldestLetter}</dt>
            <dd>
              <Instant at={outbox.oldestWaitingSince} style="age" />
            </dd>
          </div>
        ) : null}
      </dl>
      {outbox.deadLetters.length === 0 ? <p className="quiet">{words.allWell}</p> : <DeadLetters outbox={outbox} />}
    </>
  )
}

function DeadLetters({ outbox }: { outbox: Outbox }) {
  const { admin, lists } = useWords()
  const words = admin.health
  return (
    <table className="table stacks">
      <thead>
        <tr>
          <th scope="col">{words.letter}</th>
          <th scope="col">{words.to}</th>
          <th scope="col">{words.error}</th>
          <th scope="col">{words.written}</th>
          <th scope="col">
            <span className="only-heard">{words.tryAgain}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {outbox.deadLetters.map((letter) => (
          <tr key={letter.id}>
            <th scope="row">{words.kinds[letter.kind] ?? inWords(letter.kind)}</th>
            <td data-label={words.to}>
              <span>
                {letter.toEmail === '' ? (
                  lists.letters.protectedReader
                ) : (
                  <>
                    <bdi>{letter.toName}</bdi> <bdi className="quiet small">{letter.toEmail}</bdi>
                  </>
                )}
              </span>
            </td>
            <td data-label={words.error}>
              <span>
                <bdi>{letter.error || words.noError}</bdi>{' '}
                <span className="quiet small">{words.tries(letter.attempts)}</span>
              </span>
            </td>
            <td data-label={words.written}>
              <Instant at={letter.writtenAt} />
            </td>
            <td>
              <form method="post" action="/admin">
                <input type="hidden" name="letter" value={letter.id} />
                <button type="submit" className="button small">
                  {words.tryAgain}
                  <span className="only-heard">{words.tryAgainFor(letter.toName)}</span>
                </button>
              </form>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

// Letters about stories are named by their keys, which are words: "hold-placed" reads "Hold placed".
function inWords(kind: string): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('-', ' ')
}
