// GET /: the front page, and with ?after= the earlier stories behind it.

import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import { earlierStories, type FrontPage, frontPage } from '#app/newsroom/press/front-page.server.ts'
import { newsOrganization, webSite } from '#app/newsroom/wire/structured-data.ts'
import { door } from '#app/routes/door.ts'
import { Paper } from '#app/ui/page/paper.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { Invite } from '#app/ui/reader/invite.tsx'
import { LiveNowBand } from '#app/ui/reader/live-now.tsx'
import { TeaserList } from '#app/ui/reader/teaser-list.tsx'
import { CardTeaser, LeadTeaser, LineTeaser } from '#app/ui/reader/teasers.tsx'
import { wordsFor } from '#app/words/words.ts'
import { afterOf, headOf, kept, paperLinks, readerHeaders } from './reader-page.ts'

export const links = paperLinks
export const headers = readerHeaders

export const loader = door('public', async ({ request, context }) => {
  const site = context.settings.siteUrl
  const after = afterOf(request)
  if (after === null)
    return kept({ site, after: null, front: await frontPage(context.db, context.now) }, [paperKeys.lists])
  return kept({ site, after, earlier: await earlierStories(context.db, after, context.now) }, [paperKeys.lists])
})

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const { outlet } = 'front' in data ? data.front.paper : data.earlier.paper
  const words = wordsFor(outlet.language).reader
  return headOf({
    title: 'front' in data ? words.front.title(outlet.name, outlet.tagline) : `${words.earlier.title} – ${outlet.name}`,
    description: words.front.description(outlet.name),
    site: data.site,
    path: data.after === null ? '/' : `/?after=${encodeURIComponent(data.after)}`,
    outlet,
    image: 'front' in data ? data.front.lead?.lead : null,
    feeds: { path: '/', title: outlet.name },
    data: 'front' in data ? [newsOrganization(outlet, data.site), webSite(outlet, data.site)] : [],
  })
}

export default function FrontPageOrEarlier() {
  const data = useLoaderData<typeof loader>()
  const { earlier } = useWords().reader
  if ('front' in data) return <Front front={data.front} />
  return (
    <Paper paper={data.earlier.paper} here="/">
      <div className="column">
        <header className="page-head">
          <h1>{earlier.title}</h1>
          <p>
            <a href="/">{earlier.toFrontPage}</a>
          </p>
        </header>
        <TeaserList teasers={data.earlier.teasers} next={data.earlier.next} after={data.after} path="/" />
      </div>
    </Paper>
  )
}

function Front({ front }: { front: FrontPage }) {
  const { live, lead, seconds, latest, isShort, hubs, sections, next, paper } = front
  const words = useWords().reader.front
  return (
    <Paper paper={paper} here="/">
      <h1 className="only-heard">{words.onlyHeard(paper.outlet.name)}</h1>
      {live.length > 0 && <LiveNowBand live={live} />}
      {lead ? (
        <div className={isShort ? 'top top-alone h-feed' : 'top h-feed'}>
          <LeadTeaser teaser={lead} />
          {seconds.length > 0 && (
            <div className="seconds">
              {seconds.map((teaser) => (
                <CardTeaser key={teaser.slug} teaser={teaser} place="second" />
              ))}
            </div>
          )}
          {latest.length > 0 && <Latest latest={latest} isShort={isShort} next={next} />}
        </div>
      ) : (
        <div className="instead">
          <h2>{words.empty.title}</h2>
          <p>{words.empty.text}</p>
        </div>
      )}
      {hubs.length > 0 && <Hubs hubs={hubs} />}
      {sections.length > 0 && <Sections sections={sections} />}
      <Invite />
    </Paper>
  )
}

function Latest({ latest, isShort, next }: Pick<FrontPage, 'latest' | 'isShort' | 'next'>) {
  const words = useWords().reader.front
  return (
    <section className="latest" aria-labelledby="latest">
      <h2 id="latest">{words.latest}</h2>
      {isShort ? (
        <div className="seconds">
          {latest.map((teaser) => (
            <CardTeaser key={teaser.slug} teaser={teaser} place="second" level="h3" />
          ))}
        </div>
      ) : (
        latest.map((teaser) => <LineTeaser key={teaser.slug} teaser={teaser} />)
      )}
      {next !== null && (
        <p className="more">
          <a href={`/?after=${encodeURIComponent(next)}`}>{words.earlier}</a>
        </p>
      )}
    </section>
  )
}

function Hubs({ hubs }: Pick<FrontPage, 'hubs'>) {
  const words = useWords().reader
  return (
    <section className="hubs" aria-labelledby="hubs">
      <h2 id="hubs">
        <span className="all-hours">{words.masthead.allHours}</span> {words.front.topics}
      </h2>
      <div className="hub-columns">
        {hubs.map(({ slug, title, teasers }) => (
          <section key={slug} className="hub">
            <h3>
              <a href={`/topics/${slug}`}>{withoutAllHours(title)}</a>
            </h3>
            {teasers.map((teaser) => (
              <LineTeaser key={teaser.slug} teaser={teaser} level="h4" />
            ))}
          </section>
        ))}
      </div>
    </section>
  )
}

// The band says 24/7 once for all of them.
function withoutAllHours(title: string): string {
  return title.replace(/^24\/7\s*[–—:-]\s*/, '')
}

function Sections({ sections }: Pick<FrontPage, 'sections'>) {
  return (
    <div className="section-blocks">
      {sections.map(({ slug, name, teasers }) => (
        <SectionBlock key={slug} slug={slug} name={name} teasers={teasers} />
      ))}
    </div>
  )
}

function SectionBlock({ slug, name, teasers }: FrontPage['sections'][number]) {
  const [first, ...others] = teasers
  return (
    <section className="section-block" aria-labelledby={`section-${slug}`}>
      <h2 id={`section-${slug}`}>
        <a href={`/sections/${slug}`}>{name}</a>
      </h2>
      {first && <CardTeaser teaser={first} place="section" level="h3" />}
      {others.map((teaser) => (
        <LineTeaser key={teaser.slug} teaser={teaser} />
      ))}
    </section>
  )
}
