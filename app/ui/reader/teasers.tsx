// A published story in lists, from the front page's lead to one line.
import type { Teaser } from '#app/newsroom/press/teaser.ts'
import { ownLanguage } from '#app/ui/page/own-language.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { LeadImage } from './lead-image.tsx'
import { PrintedAt } from './printed-at.tsx'

type Level = 'h2' | 'h3' | 'h4'

// How wide paper.css draws the pictures, so that nobody fetches a larger one than is shown.
const leadWidth = '(min-width: 80rem) 52.6rem, (min-width: 64rem) calc(100vw - 26rem), 100vw'
const cardWidths = {
  second: '(min-width: 80rem) 16.6rem, (min-width: 64rem) calc(33vw - 9.5rem), (min-width: 40rem) 30vw, 6.5rem',
  section: '(min-width: 80rem) 23.5rem, (min-width: 64rem) 30vw, (min-width: 38rem) 46vw, calc(100vw - 2rem)',
  related: '(min-width: 80rem) 17.7rem, (min-width: 50rem) 30vw, (min-width: 40rem) 45vw, 6.5rem',
}

/** The front page's first story: large picture, headline, standfirst. */
export function LeadTeaser({ teaser }: { teaser: Teaser }) {
  const own = useOwnLanguage(teaser)
  return (
    <article className="lead h-entry">
      {teaser.lead && <LeadImage picture={teaser.lead} sizes={leadWidth} first />}
      <Kicker teaser={teaser} />
      <h2 className={lengthOf(teaser.headline)} {...own}>
        <a className="p-name u-url" href={addressOf(teaser)}>
          {teaser.headline}
        </a>
      </h2>
      <p className="standfirst p-summary" {...own}>
        {teaser.standfirst}
      </p>
      <Signed teaser={teaser} />
    </article>
  )
}

/** A story with a picture above its headline; on a phone, among the seconds and the related ones, beside it. */
export function CardTeaser({
  teaser,
  place,
  level = 'h2',
}: {
  teaser: Teaser
  place: keyof typeof cardWidths
  level?: Level
}) {
  const Heading = level
  const own = useOwnLanguage(teaser)
  return (
    <article className="card h-entry">
      {teaser.lead && <LeadImage picture={teaser.lead} sizes={cardWidths[place]} />}
      <Kicker teaser={teaser} />
      <Heading {...own}>
        <a className="p-name u-url" href={addressOf(teaser)}>
          {teaser.headline}
        </a>
      </Heading>
      <p className="standfirst p-summary" {...own}>
        {teaser.standfirst}
      </p>
      <p className="small">
        <PrintedAt at={teaser.publishedAt} style="brief" mark="dt-published" />
      </p>
    </article>
  )
}

/** A story as a row of an archive; without its section where the whole list is of one. */
export function RowTeaser({
  teaser,
  level = 'h2',
  inSection = false,
}: {
  teaser: Teaser
  level?: Level
  inSection?: boolean
}) {
  const Heading = level
  const own = useOwnLanguage(teaser)
  return (
    <article className="row h-entry">
      {teaser.lead && <LeadImage picture={teaser.lead} sizes="(min-width: 40rem) 14rem, 6.5rem" />}
      {!inSection && <Kicker teaser={teaser} />}
      <Heading {...own}>
        <a className="p-name u-url" href={addressOf(teaser)}>
          {teaser.headline}
        </a>
      </Heading>
      <p className="standfirst p-summary" {...own}>
        {teaser.standfirst}
      </p>
      <Signed teaser={teaser} />
    </article>
  )
}

/** A story as one line with its time. */
export function LineTeaser({ teaser, level = 'h3' }: { teaser: Teaser; level?: Level }) {
  const Heading = level
  const own = useOwnLanguage(teaser)
  return (
    <article className="line h-entry">
      <p className="small">
        <PrintedAt at={teaser.publishedAt} style="brief" mark="dt-published" />
      </p>
      <Heading {...own}>
        <a className="p-name u-url" href={addressOf(teaser)}>
          {teaser.headline}
        </a>
      </Heading>
    </article>
  )
}

/** The section a story stands in. */
export function Kicker({ teaser }: { teaser: Teaser }) {
  if (teaser.section.slug === '') return null
  return (
    <p className="kicker">
      <a href={`/sections/${teaser.section.slug}`}>{teaser.section.name}</a>
    </p>
  )
}

/** Who wrote a story, where and when. */
export function Signed({ teaser }: { teaser: Teaser }) {
  const { list, story } = useWords().reader
  return (
    <p className="small">
      <span>{teaser.bylineName === '' ? story.nameWithheld : list.by(teaser.bylineName)}</span>
      {/* The dot after it is the paper's: inside the place it would run the place's way. */}
      {teaser.place !== '' && (
        <span>
          <bdi>{teaser.place}</bdi>
        </span>
      )}
      <PrintedAt at={teaser.publishedAt} style="brief" mark="dt-published" />
    </p>
  )
}

const LONG = 110

/** The class of a headline that is set smaller, because it is longer than most. */
export function lengthOf(headline: string): 'long' | undefined {
  return headline.length > LONG ? 'long' : undefined
}

// The headline's link is stretched over the whole teaser by paper.css, so picture and words need no links of their own.
function addressOf({ slug }: Teaser): string {
  return `/stories/${slug}`
}

function useOwnLanguage({ language, headline, standfirst }: Teaser) {
  return ownLanguage(useWords().language, language, headline + standfirst)
}
