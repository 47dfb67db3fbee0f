// What is covered live, at the head of the front page: one line a coverage, with its newest words.
import type { LiveNow } from '#app/newsroom/press/live-now.ts'
import { entryPath } from '#app/newsroom/topics/live.ts'
import { ownLanguage } from '#app/ui/page/own-language.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { PrintedAt } from './printed-at.tsx'

export function LiveNowBand({ live }: { live: LiveNow[] }) {
  const words = useWords().live.hub
  return (
    <section className="live-now" aria-label={words.live}>
      {live.map((coverage) => (
        <Coverage key={coverage.slug} coverage={coverage} />
      ))}
    </section>
  )
}

function Coverage({ coverage: { slug, title, language, newest } }: { coverage: LiveNow }) {
  const words = useWords()
  return (
    <div className="live-line">
      <p className="live-mark on">{words.live.hub.live}</p>
      <h2 {...ownLanguage(words.language, language, title)}>
        <a href={`/topics/${slug}`}>{title}</a>
      </h2>
      {newest && (
        <p className="live-newest">
          <span className="small">
            <PrintedAt at={newest.at} style="brief" />
          </span>{' '}
          <a href={entryPath(slug, newest.id)} {...ownLanguage(words.language, language, newest.name)}>
            {newest.name}
          </a>
        </p>
      )}
    </div>
  )
}
