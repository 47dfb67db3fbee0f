// A published story on its page: head, who wrote and who checked it, copy, changes, topics, sharing, what else there is.
import { Fragment } from 'react'
import type { EditionPage } from '#app/newsroom/press/edition.ts'
import { type Direction, directionOf } from '#app/newsroom/story/direction.ts'
import { ownLanguage } from '#app/ui/page/own-language.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { formatsIn } from '#app/words/formats.ts'
import { Invite } from './invite.tsx'
import { usePaper } from './paper-context.ts'
import { PrintedAt } from './printed-at.tsx'
import { Share } from './share.tsx'
import { CardTeaser, lengthOf } from './teasers.tsx'

/** `site` is the outlet's address without a slash at its end: shared links have to be whole. */
export function EditionView({ edition, site }: { edition: EditionPage; site: string }) {
  const { language } = useWords()
  const own = ownLanguage(language, edition.language, edition.headline + edition.standfirst)
  // What the paper says around the story is in the paper's language, and runs its way.
  const ours = own.lang || own.dir ? { lang: language, dir: directionOf(language) } : {}
  return (
    <>
      <article className="story h-entry" {...own}>
        <header className="story-head">
          {edition.section.slug !== '' && (
            <p className="kicker">
              <a href={`/sections/${edition.section.slug}`}>
                <bdi lang={ours.lang}>{edition.section.name}</bdi>
              </a>
            </p>
          )}
          {/* For readers of microformats; a link would say the page's own address to everybody else too. */}
          <data className="u-url" value={`${site}/stories/${edition.slug}`} />
          <h1 className={['p-name', lengthOf(edition.headline)].filter(Boolean).join(' ')}>{edition.headline}</h1>
          <p className="standfirst p-summary">{edition.standfirst}</p>
        </header>
        <About edition={edition} own={ours} />
        {/* The only markup that is not React's: rendered from checked copy when the edition was printed. */}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own serializer's output, escaped there */}
        <div className="copy e-content" dangerouslySetInnerHTML={{ __html: hurryFirstPicture(edition.html) }} />
        <footer className="story-foot" {...ours}>
          {edition.changes.length > 0 && <Changes changes={edition.changes} slug={edition.slug} />}
          {edition.topics.length > 0 && <Topics topics={edition.topics} />}
          <Report slug={edition.slug} />
          <Share headline={edition.headline} url={`${site}/stories/${edition.slug}`} />
        </footer>
      </article>
      <Related edition={edition} />
      <Invite topic={edition.topics[0] ?? null} />
    </>
  )
}

function About({ edition, own }: { edition: EditionPage; own: { lang?: string; dir?: Direction } }) {
  const { language, reader, verification } = useWords()
  const { story } = reader
  const { deskName } = usePaper().outlet
  const checked = edition.checked.map((key) => verification.checks[key].readers)
  return (
    <div className="story-about" {...own}>
      <Byline edition={edition} />
      <p className="checked">
        {story.checked(deskName)}
        {checked.length > 0 && `. ${verification.readers(formatsIn(language).list(checked))}`}
      </p>
      <p className="small">
        <span>
          {story.published} <PrintedAt at={edition.publishedAt} mark="dt-published" />
        </span>
        {edition.updatedAt && (
          <span>
            {story.updated} <PrintedAt at={edition.updatedAt} mark="dt-updated" />
          </span>
        )}
        {edition.changes.length > 0 && (
          <span>
            <a href="#changes">{story.seeChanges}</a>
          </span>
        )}
        <span>{story.reading(minutesOf(edition.words))}</span>
      </p>
    </div>
  )
}

function Byline({ edition: { byline, coBylines } }: { edition: EditionPage }) {
  const { after, reader } = useWords()
  const { story } = reader
  if (coBylines.length === 0 && byline.name === '')
    return (
      <p className="byline">
        <b>{story.nameWithheld}</b> <span>{story.nameWithheldWhy}</span>
      </p>
    )
  return (
    <p className="byline">
      {story.by} <Signed byline={byline} />
      {coBylines.map((one, at) => (
        <Fragment key={one.handle ?? ''}>
          {at === coBylines.length - 1 ? ` ${after.story.and} ` : ', '}
          <Signed byline={one} />
        </Fragment>
      ))}
    </p>
  )
}

function Signed({ byline: { name, handle } }: Pick<EditionPage, 'byline'>) {
  const { story } = useWords().reader
  if (handle === null) return <b>{name === '' ? story.nameWithheld : <bdi>{name}</bdi>}</b>
  return (
    <a href={`/contributors/${handle}`} rel="author">
      <bdi>{name}</bdi>
    </a>
  )
}

function Changes({ changes, slug }: Pick<EditionPage, 'changes' | 'slug'>) {
  const { after, reader } = useWords()
  const { story } = reader
  return (
    <section className="changes" aria-labelledby="changes">
      <h2 id="changes">{story.changes}</h2>
      <dl>
        {changes.map(({ kind, note, at }) => (
          <div key={at}>
            <dt>
              {story.kind[kind]}, <PrintedAt at={at} />
            </dt>
            <dd dir="auto">{note}</dd>
          </div>
        ))}
      </dl>
      <p className="small">
        <a href={`/stories/${slug}/changes`}>{after.story.allChanges}</a>
      </p>
    </section>
  )
}

function Report({ slug }: Pick<EditionPage, 'slug'>) {
  const { story } = useWords().after
  return (
    <p className="report-error">
      <a href={`/stories/${slug}/report`} rel="nofollow">
        {story.report}
      </a>
    </p>
  )
}

function Topics({ topics }: Pick<EditionPage, 'topics'>) {
  const { story } = useWords().reader
  return (
    <nav className="topics" aria-labelledby="topics">
      <h2 id="topics">{story.topics}</h2>
      <ul>
        {topics.map(({ slug, name }) => (
          <li key={slug}>
            <a href={`/topics/${slug}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Related({ edition: { related, section } }: { edition: EditionPage }) {
  const { story } = useWords().reader
  if (related.teasers.length === 0) return null
  return (
    <section className="related-stories" aria-labelledby="related">
      <h2 id="related">
        {related.topic ? (
          <a href={`/topics/${related.topic.slug}`}>{story.moreOnTopic(related.topic.name)}</a>
        ) : (
          <a href={`/sections/${section.slug}`}>{story.moreInSection(section.name)}</a>
        )}
      </h2>
      <div className="cards">
        {related.teasers.map((teaser) => (
          <CardTeaser key={teaser.slug} teaser={teaser} place="related" level="h3" />
        ))}
      </div>
    </section>
  )
}

// The first picture is what a reader waits for. All text in the copy is escaped, so `<img ` is always a tag.
function hurryFirstPicture(html: string): string {
  return html.replace('<img ', '<img fetchpriority="high" ')
}

const WORDS_A_MINUTE = 220

function minutesOf(words: number): number {
  return Math.max(1, Math.round(words / WORDS_A_MINUTE))
}
