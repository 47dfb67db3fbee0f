// My stories: where each stands, who acts next and since when.
import { type HeadersFunction, json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { myPitches } from '#app/newsroom/desk/pitches.server.ts'
import { myStories } from '#app/newsroom/desk/status.server.ts'
import { openCallsNow } from '#app/newsroom/story/open-calls.server.ts'
import { readQuery } from '#app/platform/read-form.server.ts'
import { door } from '#app/routes/door.ts'
import { PitchRows } from '#app/ui/contributor/pitch-rows.tsx'
import { StoryRows } from '#app/ui/contributor/story-rows.tsx'
import { titledPage } from '#app/ui/page/head.ts'
import { Pager } from '#app/ui/page/list-parts.tsx'
import { OpenCalls } from '#app/ui/page/open-calls.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import contributorCss from '#app/ui/styles/contributor.css?url'
import workspaceCss from '#app/ui/styles/workspace.css?url'
import { wordsFor } from '#app/words/words.ts'

const rowsPerPage = 50

export const links = () => [workspaceCss, contributorCss].map((href) => ({ rel: 'stylesheet', href }))

export const meta = titledPage

/** `after` is `<ms>_<number>` of the last row of the page before. */
const query = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,15}_\d{1,15}$/)
    .or(z.literal(''))
    .catch('')
    .default(''),
})

export const loader = door('contributor', async ({ request, context, person }) => {
  const [savedAt, id] = readQuery(request.url, query).after.split('_').map(Number)
  const after = savedAt !== undefined && id !== undefined ? { savedAt: new Date(savedAt), id } : undefined
  const rows = await myStories(context.db, { after, limit: rowsPerPage + 1 }, person)
  const stories = rows.slice(0, rowsPerPage)
  const last = stories.at(-1)
  // Beside the newest stories only; further pages are for looking back.
  const [pitches, calls] = after
    ? [[], []]
    : await Promise.all([myPitches(context.db, person), openCallsNow(context.db, context.now)])
  const { name, role, confirmed } = person
  const shown = {
    person: { name, role, confirmed },
    title: wordsFor(person.language).contributor.mine.title,
    stories,
    pitches,
    calls,
    isFirst: after === undefined,
    next: rows.length > rowsPerPage && last ? `${Date.parse(last.savedAt)}_${last.number}` : null,
  }
  return json(shown, { headers: { 'x-writer': person.publicId } })
})

/** Tells the browser's worker who is here now, so that it drops the pages of whoever was here before. */
export const headers: HeadersFunction = ({ loaderHeaders }) => {
  const writer = loaderHeaders.get('x-writer')
  return writer ? { 'x-writer': writer } : new Headers()
}

export default function MyStories() {
  const { person, stories, pitches, calls, isFirst, next } = useLoaderData<typeof loader>()
  const { contributor, calls: said } = useWords()
  const words = contributor.mine
  const write = (
    <form method="post" action="/my/stories/new">
      <button type="submit" className="button primary">
        {words.write}
      </button>
    </form>
  )
  return (
    <Workspace person={person} here="stories" title={words.title} primary={write}>
      {stories.length > 0 ? (
        <StoryRows stories={stories} />
      ) : (
        <div className="empty">
          <p>
            <strong>{words.empty}</strong>
          </p>
          <p className="empty-hint">{words.emptyHint}</p>
        </div>
      )}
      <Pager
        label={words.title}
        first={isFirst ? null : { href: '/my/stories', words: words.newest }}
        next={next ? { href: `/my/stories?after=${next}`, words: words.older } : null}
      />
      {isFirst ? (
        <p className="pitch-way">
          <a href="/my/pitches/new">{said.pitch.link}</a>
        </p>
      ) : null}
      {pitches.length > 0 ? <PitchRows pitches={pitches} /> : null}
      <OpenCalls calls={calls} signedIn />
    </Workspace>
  )
}
