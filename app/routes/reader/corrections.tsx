// GET /corrections: every public note on what was printed, the newest first, and the stories that were taken down.

import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import { publicChanges } from '#app/newsroom/press/corrections.server.ts'
import { paperFrame } from '#app/newsroom/press/paper-frame.server.ts'
import { door } from '#app/routes/door.ts'
import { Paper } from '#app/ui/page/paper.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { usePaper } from '#app/ui/reader/paper-context.ts'
import { PrintedAt } from '#app/ui/reader/printed-at.tsx'
import changedCss from '#app/ui/styles/what-changed.css?url'
import { wordsFor } from '#app/words/words.ts'
import { headOf, kept, paperLinks, readerHeaders } from './reader-page.ts'

export const links = () => [...paperLinks(), { rel: 'stylesheet', href: changedCss }]
export const headers = readerHeaders

const MOST = 100

export const loader = door('public', async ({ context }) => {
  const { db, now, settings } = context
  const changes = await publicChanges(db, MOST, now)
  const paper = await paperFrame(db)
  return kept(
    { paper, site: settings.siteUrl, changes: changes.map((one) => ({ ...one, at: one.at.toISOString() })) },
    [paperKeys.corrections],
  )
})

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const { outlet } = data.paper
  const words = wordsFor(outlet.language).after.corrections
  return headOf({
    title: `${words.title} – ${outlet.name}`,
    description: words.lead(outlet.deskName),
    site: data.site,
    path: '/corrections',
    outlet,
    corrections: words.feed,
  })
}

type Change = { kind: string; slug: string; headline: string; language: string; note: string; at: string }

export default function Corrections() {
  const { paper, changes } = useLoaderData<typeof loader>()
  return (
    <Paper paper={paper} here="/corrections">
      <div className="column corrections">
        <Head />
        {changes.map((change) => (
          <Note key={`${change.slug}${change.at}`} change={change} />
        ))}
        {changes.length === 0 ? <None /> : null}
      </div>
    </Paper>
  )
}

function Head() {
  const words = useWords().after.corrections
  const { deskName } = usePaper().outlet
  return (
    <header className="page-head">
      <h1>{words.title}</h1>
      <p className="standfirst">{words.lead(deskName)}</p>
      <p className="small">
        <a href="/corrections/feed.xml">{words.feed}</a>
      </p>
    </header>
  )
}

function None() {
  return <p>{useWords().after.corrections.none}</p>
}

function Note({ change: { kind, slug, headline, language, note, at } }: { change: Change }) {
  const { after, reader } = useWords()
  const kinds: Record<string, string> = reader.story.kind
  return (
    <section id={`${kind}-${at}`}>
      <h2 lang={headline === '' ? undefined : language} dir="auto">
        {/* What was taken down is not named: its address is made of its headline. */}
        {headline === '' ? after.corrections.takenDown : <a href={`/stories/${slug}`}>{headline}</a>}
      </h2>
      <p className="small">
        <span>
          {kinds[kind] ?? after.changes.retracted}, <PrintedAt at={at} />
        </span>
        {headline === '' ? null : (
          <span>
            <a href={`/stories/${slug}/changes`}>{after.story.allChanges}</a>
          </span>
        )}
      </p>
      <p className="said" dir="auto">
        {note}
      </p>
    </section>
  )
}
