// The search page: the form with its filters, what was found, and where to go on when nothing was.
import { Fragment } from 'react'
import { isDay } from '#app/newsroom/outlet/local-time.ts'
import {
  type ArchiveAnswer,
  type ArchiveQuestion,
  type FoundStory,
  LONGEST_QUESTION,
  MOST_COUNTED,
  type Run,
} from '#app/newsroom/press/archive-search.ts'
import type { Teaser } from '#app/newsroom/press/teaser.ts'
import { Choice, TextField } from '#app/ui/forms/field.tsx'
import { ownLanguage } from '#app/ui/page/own-language.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { LeadImage } from './lead-image.tsx'
import { usePaper } from './paper-context.ts'
import { Kicker, LineTeaser, Signed } from './teasers.tsx'

type Props = { asked: ArchiveQuestion; answer: ArchiveAnswer | null; often: boolean; latest: Teaser[] }

/** `answer` is null where nothing was asked, or where somebody asked too `often`. */
export function SearchView({ asked, answer, often, latest }: Props) {
  const words = useWords().search
  const nothing = answer !== null && answer.found.length === 0
  return (
    <div className="column search-page">
      <header className="page-head">
        <h1>{words.title}</h1>
        <SearchForm asked={asked} />
      </header>
      <div className="search-results">
        {often && <p className="said">{words.often}</p>}
        {answer && answer.remarks.length > 0 && (
          <ul className="remarks">
            {answer.remarks.map((remark) => (
              <li key={remark}>{words.remarks[remark]}</li>
            ))}
          </ul>
        )}
        {answer && !nothing && <Results asked={asked} answer={answer} />}
        {nothing && !answer.older && !saysWhy(answer) && (
          <p className="nothing">{asked.after === '' ? words.none : words.noMore}</p>
        )}
        {nothing && answer.older && <Pages asked={asked} answer={answer} />}
        {(answer === null || nothing) && !often && <Elsewhere latest={latest} />}
      </div>
    </div>
  )
}

// Where the question itself was at fault, no word of stories.
function saysWhy({ remarks }: ArchiveAnswer): boolean {
  return remarks.some((remark) => remark === 'no-words' || remark === 'no-choice' || remark === 'days-turned')
}

function SearchForm({ asked }: { asked: ArchiveQuestion }) {
  const words = useWords().search
  const { sections, topics } = usePaper()
  const optionsOf = (links: { slug: string; name: string }[]) => [
    { value: '', label: words.any },
    ...links.map(({ slug, name }) => ({ value: slug, label: name })),
  ]
  const narrowed = [asked.section, asked.topic, asked.place, asked.from, asked.to].some((typed) => typed !== '')
  return (
    <search>
      <form method="get" action="/search" className="search-form">
        <TextField
          name="q"
          type="search"
          label={words.words}
          hint={words.hint}
          maxLength={LONGEST_QUESTION}
          dir="auto"
          autoComplete="off"
          defaultValue={asked.q.slice(0, LONGEST_QUESTION)}
        />
        <details open={narrowed}>
          <summary>{words.narrow}</summary>
          <Choice name="section" label={words.section} options={optionsOf(sections)} defaultValue={asked.section} />
          {topics.length > 0 && (
            <Choice name="topic" label={words.topic} options={optionsOf(topics)} defaultValue={asked.topic} />
          )}
          <TextField name="place" label={words.place} maxLength={100} dir="auto" defaultValue={asked.place} />
          <div className="days">
            <TextField name="from" type="date" label={words.from} defaultValue={onlyDay(asked.from)} />
            <TextField name="to" type="date" label={words.to} defaultValue={onlyDay(asked.to)} />
          </div>
        </details>
        <Choice
          name="order"
          label={words.order}
          options={[
            { value: 'best', label: words.orders.best },
            { value: 'newest', label: words.orders.newest },
          ]}
          defaultValue={asked.order}
        />
        <p>
          <button type="submit" className="button primary">
            {words.find}
          </button>
        </p>
      </form>
    </search>
  )
}

// Such a field can hold nothing else; browsers leave it empty.
function onlyDay(typed: string): string {
  return isDay(typed) ? typed : ''
}

function Results({ asked, answer }: { asked: ArchiveQuestion; answer: ArchiveAnswer }) {
  const words = useWords().search
  const many = answer.count !== null && answer.count > MOST_COUNTED
  return (
    <>
      {answer.count !== null && (
        <p className="found-count">{many ? words.moreThan(MOST_COUNTED) : words.count(answer.count)}</p>
      )}
      {many && asked.order === 'best' && <p className="small">{words.bestOf(MOST_COUNTED)}</p>}
      <div className="rows h-feed">
        {answer.found.map((story) => (
          <FoundRow key={story.teaser.slug} story={story} />
        ))}
      </div>
      <Pages asked={asked} answer={answer} />
    </>
  )
}

function Pages({ asked, answer: { next, older } }: { asked: ArchiveQuestion; answer: ArchiveAnswer }) {
  const words = useWords().search
  return (
    <>
      {older && <p className="looked-at">{words.lookedAt}</p>}
      {(next !== null || asked.after !== '') && (
        <p className="pages">
          {asked.after !== '' && (
            <a href={addressOf({ ...asked, after: '' })} rel="nofollow">
              {words.first}
            </a>
          )}
          {next !== null && (
            <a href={addressOf({ ...asked, after: next })} rel="next nofollow">
              {older ? words.older : words.next}
            </a>
          )}
        </p>
      )}
    </>
  )
}

function FoundRow({ story: { teaser, headline, snippet } }: { story: FoundStory }) {
  const { language } = useWords()
  const own = ownLanguage(language, teaser.language, teaser.headline + teaser.standfirst)
  return (
    <article className="row h-entry">
      {teaser.lead && <LeadImage picture={teaser.lead} sizes="(min-width: 40rem) 14rem, 6.5rem" />}
      <Kicker teaser={teaser} />
      <h2 {...own}>
        <a className="p-name u-url" href={`/stories/${teaser.slug}`}>
          <Runs runs={headline} />
        </a>
      </h2>
      <p className="standfirst p-summary" {...own}>
        <Runs runs={snippet} />
      </p>
      <Signed teaser={teaser} />
    </article>
  )
}

function Runs({ runs }: { runs: Run[] }) {
  return (
    <>
      {runs.map(({ text, hit }, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text never move
        hit ? <mark key={at}>{text}</mark> : <Fragment key={at}>{text}</Fragment>,
      )}
    </>
  )
}

// Where there is nothing to show there is still a paper to read.
function Elsewhere({ latest }: { latest: Teaser[] }) {
  const words = useWords().search
  const { sections, topics } = usePaper()
  const lists = [
    { name: words.topics, links: topics, base: '/topics/' },
    { name: words.sections, links: sections, base: '/sections/' },
  ].filter(({ links }) => links.length > 0)
  return (
    <div className="elsewhere">
      {lists.map(({ name, links, base }) => (
        <section key={base}>
          <h2>{name}</h2>
          <ul>
            {links.map((link) => (
              <li key={link.slug}>
                <a href={base + link.slug}>{link.name}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {latest.length > 0 && (
        <section>
          <h2>{words.latest}</h2>
          {latest.map((teaser) => (
            <LineTeaser key={teaser.slug} teaser={teaser} />
          ))}
        </section>
      )}
    </div>
  )
}

function addressOf(asked: ArchiveQuestion): string {
  const query = new URLSearchParams()
  for (const [name, typed] of Object.entries({ ...asked, q: asked.q.slice(0, LONGEST_QUESTION) }))
    if (typed !== '' && !(name === 'order' && typed === 'best')) query.set(name, typed)
  return `/search?${query}`
}
