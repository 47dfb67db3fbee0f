// /my/pitches/:id: one's own idea, what the desk said of it, and what can be done with it.
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ownPitch } from '#app/newsroom/desk/pitches.server.ts'
import { readQuery } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { hueOfPitch } from '#app/ui/contributor/pitch-rows.tsx'
import { titledPage } from '#app/ui/page/head.ts'
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import contributorCss from '#app/ui/styles/contributor.css?url'
import workspaceCss from '#app/ui/styles/workspace.css?url'
import { wordsFor } from '#app/words/words.ts'

export const links = () => [workspaceCss, contributorCss].map((href) => ({ rel: 'stylesheet', href }))

const query = z.strictObject({ done: z.enum(['sent', 'withdrawn', 'not-now', '']).catch('').default('') })

export const loader = door('contributor', async ({ request, context, person, field }) => {
  const pitch = await ownPitch(context.db, field('id'), person)
  if (!pitch) throw notFound()
  const { name, role, confirmed, language } = person
  const title = wordsFor(language).calls.pitch.one
  return { person: { name, role, confirmed }, title, pitch, done: readQuery(request.url, query).done }
})

export const meta = titledPage

export default function Pitch() {
  const { person, title, pitch, done } = useLoaderData<typeof loader>()
  const { pitch: words, answers } = useWords().calls
  return (
    <Workspace person={person} here="stories" title={title}>
      {done === 'not-now' ? (
        <p className="notice stopped" role="status">
          {words.notNow}
        </p>
      ) : done ? (
        <p className="notice done" role="status">
          {words.done[done]}
        </p>
      ) : null}
      <section className="part">
        <p>
          <span className={`state ${hueOfPitch(pitch.state)}`}>{words.states[pitch.state]}</span>
        </p>
        <p className="said" dir="auto">
          {pitch.text}
        </p>
        <p className="quiet small">
          {words.sent} <Instant at={pitch.sentAt} style="both" />
          {pitch.section ? ` · ${pitch.section}` : ''}
          {pitch.state === 'open' ? (
            <>
              {' · '}
              {words.promised} <Instant at={pitch.answerBy} style="both" />
            </>
          ) : null}
        </p>
        {pitch.call ? (
          <p className="quiet small">
            {answers} <bdi>{pitch.call}</bdi>
          </p>
        ) : null}
      </section>
      {pitch.answer ? (
        <section className="part" aria-labelledby="pitch-answer">
          <h2 id="pitch-answer">{words.answer}</h2>
          <p className="said" dir="auto">
            {pitch.answer}
          </p>
          {pitch.answeredAt ? (
            <p className="quiet small">
              <Instant at={pitch.answeredAt} style="both" />
            </p>
          ) : null}
        </section>
      ) : null}
      <div className="buttons">
        {pitch.story ? (
          <a className="button primary" href={`/my/stories/${pitch.story}`}>
            {words.openStory}
          </a>
        ) : pitch.state === 'welcome' ? (
          <form method="post" action={`/my/pitches/${pitch.publicId}/write`}>
            <button type="submit" className="button primary">
              {words.write}
            </button>
          </form>
        ) : null}
        {pitch.state === 'open' ? (
          <form method="post" action={`/my/pitches/${pitch.publicId}/withdraw`}>
            <button type="submit" className="button">
              {words.withdraw}
            </button>
          </form>
        ) : null}
        <a className="button" href="/my/stories">
          {words.back}
        </a>
      </div>
    </Workspace>
  )
}
