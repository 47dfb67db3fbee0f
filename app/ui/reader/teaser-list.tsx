// A page of an archive: its rows, and the way to earlier and back to the newest ones.
import type { Teaser } from '#app/newsroom/press/teaser.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { RowTeaser } from './teasers.tsx'

/**
 * `path` is the list's own address; `after` what this page began after; `level` the rows' heading;
 * `inSection`: all of them are of the one section the page names.
 */
export function TeaserList({
  teasers,
  next,
  after,
  path,
  level = 'h2',
  inSection = false,
}: {
  teasers: Teaser[]
  next: string | null
  after: string | null
  path: string
  level?: 'h2' | 'h3'
  inSection?: boolean
}) {
  const { list } = useWords().reader
  if (teasers.length === 0) return <p className="nothing">{list.empty}</p>
  return (
    <>
      <div className="rows h-feed">
        {teasers.map((teaser) => (
          <RowTeaser key={teaser.slug} teaser={teaser} level={level} inSection={inSection} />
        ))}
      </div>
      {(next !== null || after !== null) && (
        <p className="pages">
          {after !== null && <a href={path}>{list.first}</a>}
          {next !== null && (
            <a href={`${path}?after=${encodeURIComponent(next)}`} rel="next">
              {list.next}
            </a>
          )}
        </p>
      )}
    </>
  )
}
