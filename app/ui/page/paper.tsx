// The paper around every page for readers: masthead, running topics, footer.
import type { ReactNode } from 'react'
import type { PaperFrame } from '#app/newsroom/press/paper-frame.ts'
import { beAReporter } from '#app/ui/reader/invite.tsx'
import { PaperContext } from '#app/ui/reader/paper-context.ts'
import { useWords } from './words-context.ts'

/** `here` is the path of the page, so that its own links say so; `topic` is filled in where reporting is offered. */
export function Paper({
  paper,
  here,
  topic,
  children,
}: {
  paper: PaperFrame
  here: string
  topic?: string
  children: ReactNode
}) {
  const words = useWords().reader
  return (
    <PaperContext.Provider value={paper}>
      <div className="paper" data-accent={paper.outlet.accent}>
        <a className="skip-link" href="#main">
          {words.skip}
        </a>
        <Masthead paper={paper} here={here} topic={topic} />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <Foot paper={paper} topic={topic} />
      </div>
    </PaperContext.Provider>
  )
}

function Masthead({ paper, here, topic }: { paper: PaperFrame; here: string; topic?: string }) {
  const { masthead } = useWords().reader
  const { outlet, sections, topics } = paper
  return (
    <header className="masthead">
      <div className="nameplate">
        <p className="tagline">{outlet.tagline}</p>
        <p className="name">
          <a href="/" aria-label={masthead.home(outlet.name)}>
            {outlet.name}
          </a>
        </p>
        <div className="offers">
          {here === '/search' ? null : <SearchField />}
          <p className="join">
            {/* Also where a page brings the styles of forms. */}
            <a className="button primary" href={beAReporter(topic)}>
              {masthead.beAReporter}
            </a>
          </p>
        </div>
      </div>
      {sections.length > 0 && (
        <nav className="sections" aria-label={masthead.sections}>
          <NavLinks links={sections} base="/sections/" here={here} />
        </nav>
      )}
      {topics.length > 0 && (
        <nav className="running" aria-label={masthead.topics}>
          <span className="all-hours">{masthead.allHours}</span>
          <NavLinks links={topics} base="/topics/" here={here} />
        </nav>
      )}
    </header>
  )
}

function SearchField() {
  const { search } = useWords()
  return (
    <search className="find">
      <form method="get" action="/search">
        <label className="only-heard" htmlFor="paper-search">
          {search.label}
        </label>
        <input id="paper-search" type="search" name="q" maxLength={400} dir="auto" placeholder={search.label} />
        <button type="submit" aria-label={search.find}>
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <path
              d="M13 13l5 5M8.5 14a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11z"
              fill="none"
              stroke="currentColor"
              strokeWidth="2"
            />
          </svg>
        </button>
      </form>
    </search>
  )
}

function NavLinks({ links, base, here }: { links: { slug: string; name: string }[]; base: string; here: string }) {
  return (
    <ul>
      {links.map(({ slug, name }) => (
        <li key={slug}>
          <a href={base + slug} aria-current={here === base + slug ? 'page' : undefined}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Foot({ paper, topic }: { paper: PaperFrame; topic?: string }) {
  const { after, newsletter, policies, reader } = useWords()
  const { footer } = reader
  const corrections = after.corrections.title
  const { outlet } = paper
  return (
    <footer className="foot">
      <div className="about">
        <p className="name">{outlet.name}</p>
        {outlet.about !== '' && <p>{outlet.about}</p>}
      </div>
      <nav aria-labelledby="foot-paper">
        <h2 id="foot-paper">{footer.thePaper}</h2>
        <ul>
          <li>
            <a href={beAReporter(topic)}>{footer.beAReporter}</a>
          </li>
          <li>
            <a href="/editorial-team">{footer.editorialTeam}</a>
          </li>
          <li>
            <a href="/corrections">{corrections}</a>
          </li>
          <li>
            <a href="/newsletter">{newsletter.title}</a>
          </li>
          <li>
            <a href="/feed.xml">{footer.rss}</a>
          </li>
        </ul>
      </nav>
      {outlet.policies.length > 0 && (
        <nav aria-labelledby="foot-rules">
          <h2 id="foot-rules">{policies.footer}</h2>
          <ul>
            {outlet.policies.map((policy) => (
              <li key={policy}>
                <a href={`/policies/${policy}`}>{policies.titles[policy]}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {outlet.social.length > 0 && (
        <nav aria-labelledby="foot-follow">
          <h2 id="foot-follow">{footer.follow}</h2>
          <ul>
            {outlet.social.map(({ name, url }) => (
              <li key={url}>
                <a href={url} rel="me noopener">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </footer>
  )
}
