// An issue of the newsletter in the readers' archive: its line of facts, and the whole of it.
import { directionOf } from '#app/newsroom/story/direction.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { PrintedAt } from './printed-at.tsx'

/** `sentAt` is an ISO instant; `topic` the name of its topic, '' of others. */
export type IssueLine = {
  number: number
  subject: string
  audience: 'daily' | 'weekly' | 'topic'
  topic: string
  language: string
  sentAt: string
}

export type IssueShown = IssueLine & {
  intro: string
  /** Null: a story that was taken down since. */
  stories: ({ slug: string; headline: string; standfirst: string; language: string } | null)[]
  earlier: number | null
  later: number | null
}

/** "Issue 12 · Daily · 24 November 2026"; the style sheet puts the dots. */
export function IssueFacts({ issue: { number, audience, topic, sentAt } }: { issue: IssueLine }) {
  const words = useWords().issues.archive
  return (
    <p className="small">
      <span>{words.issue(number)}</span> <span dir="auto">{topic || words.audiences[audience]}</span>{' '}
      <PrintedAt at={sentAt} style="date" />
    </p>
  )
}

export function IssueView({ issue }: { issue: IssueShown }) {
  const words = useWords().issues.archive
  return (
    <div className="column issues">
      <header className="page-head">
        <h1 lang={issue.language} dir="auto">
          {issue.subject}
        </h1>
        <IssueFacts issue={issue} />
        <p className="small">
          <span>
            <a href="/newsletter/archive">{words.all}</a>
          </span>{' '}
          <span>
            <a href="/newsletter">{words.join}</a>
          </span>
        </p>
      </header>
      {issue.intro ? (
        <p className="intro" lang={issue.language} dir="auto">
          {issue.intro}
        </p>
      ) : null}
      {issue.stories.map((story, at) => (
        <section key={story?.slug ?? `gone-${at}`}>{story ? <Story story={story} /> : <TakenDown />}</section>
      ))}
      <Neighbours issue={issue} />
    </div>
  )
}

function Story({ story }: { story: NonNullable<IssueShown['stories'][number]> }) {
  const { slug, headline, standfirst, language } = story
  const spoken = { lang: language, dir: directionOf(language, headline) }
  return (
    <>
      <h2 {...spoken}>
        <a href={`/stories/${encodeURIComponent(slug)}`}>{headline}</a>
      </h2>
      {standfirst ? (
        <p className="standfirst" {...spoken}>
          {standfirst}
        </p>
      ) : null}
    </>
  )
}

// What was taken down is not named.
function TakenDown() {
  const words = useWords().issues.archive
  return (
    <p>
      {words.takenDown} <a href="/corrections">{words.corrections}</a>
    </p>
  )
}

function Neighbours({ issue: { earlier, later } }: { issue: IssueShown }) {
  const words = useWords().issues.archive
  if (earlier === null && later === null) return null
  return (
    <nav className="more" aria-label={words.pages}>
      {earlier === null ? null : (
        <a rel="prev" href={`/newsletter/archive/${earlier}`}>
          {words.earlier}
        </a>
      )}{' '}
      {later === null ? null : (
        <a rel="next" href={`/newsletter/archive/${later}`}>
          {words.later}
        </a>
      )}
    </nav>
  )
}
