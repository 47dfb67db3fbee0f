// Live coverage on its hub's page: timed entries, newest first, each at an address of its own; a small script adds new ones.
import type { LiveCoverageView, LiveEntryView } from '#app/newsroom/press/live-coverage.ts'
import { anchorOf, entryPath } from '#app/newsroom/topics/live.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { formatInstant } from '#app/words/formats.ts'
import { LeadImage } from './lead-image.tsx'
import scriptUrl from './live-hub.ts?worker&url'
import { usePaper } from './paper-context.ts'
import { PrintedAt } from './printed-at.tsx'

/** So many sentences about new entries are printed for the script, which has no words of its own. */
const COUNTED = 20

/** `slug` is the hub's. A page of earlier entries, or of a coverage that has ended, loads no script. */
export function LiveView({ live, slug }: { live: LiveCoverageView; slug: string }) {
  const { hub: words } = useWords().live
  const isOpen = live.closedAt === null
  return (
    <section className="live" aria-labelledby="live" {...(isOpen && live.isNewest ? newsFor(slug, words) : {})}>
      <header className="live-head">
        <p className={isOpen ? 'live-mark on' : 'live-mark'}>{isOpen ? words.live : words.over}</p>
        <h2 id="live" dir="auto">
          {live.title}
        </h2>
        <p className="small">
          {words.since} <PrintedAt at={live.openedAt} style="brief" />
          {live.closedAt === null ? null : (
            <>
              {' · '}
              {words.ended} <PrintedAt at={live.closedAt} style="brief" />
            </>
          )}
        </p>
        {live.closing !== '' && (
          <p className="live-closing" dir="auto">
            {live.closing}
          </p>
        )}
      </header>
      <Moments live={live} slug={slug} />
      <Pinned entries={live.pinned} slug={slug} />
      <h3 className="only-heard" id="live-entries">
        {words.entries}
      </h3>
      <div className="live-bar" role="status" data-bar />
      {live.entries.length === 0 ? <p className="nothing">{words.none}</p> : null}
      <ol className="live-entries" aria-labelledby="live-entries" data-entries>
        {live.entries.map((entry) => (
          <li key={entry.id} id={anchorOf(entry.id)} data-version={entry.version} className="live-entry">
            <Entry entry={entry} slug={slug} />
          </li>
        ))}
      </ol>
      <Pages live={live} slug={slug} />
      {isOpen && (
        <p className="live-send">
          <a className="button" href={`/my/live/${slug}`}>
            {words.send}
          </a>{' '}
          <span className="small">{words.sendWhy}</span>
        </p>
      )}
      {isOpen && live.isNewest && <script type="module" src={scriptUrl} />}
    </section>
  )
}

type HubWords = ReturnType<typeof useWords>['live']['hub']

function newsFor(slug: string, words: HubWords) {
  const news = Array.from({ length: COUNTED }, (_, at) => words.news(at + 1))
  return {
    'data-live': `/topics/${slug}/events`,
    'data-news': JSON.stringify([...news, words.many(COUNTED)]),
    'data-edited': words.edited,
    'data-closed': words.closed,
  }
}

function Moments({ live, slug }: { live: LiveCoverageView; slug: string }) {
  const { hub: words } = useWords().live
  const here = new Set(live.entries.map(({ id }) => id))
  return (
    <div data-moments>
      {live.keyEvents.length > 0 && (
        <nav className="live-moments" aria-labelledby="live-moments">
          <h3 id="live-moments">{words.moments}</h3>
          <ul>
            {live.keyEvents.map(({ id, at, name }) => (
              <li key={id}>
                <PrintedAt at={at} style="brief" />{' '}
                <a dir="auto" href={here.has(id) ? `#${anchorOf(id)}` : entryPath(slug, id)}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  )
}

function Pinned({ entries, slug }: { entries: LiveEntryView[]; slug: string }) {
  const { hub: words } = useWords().live
  return (
    <div data-pinned>
      {entries.map((entry) => (
        <article key={entry.id} className="live-entry pinned">
          <p className="live-kicker">{words.pinned}</p>
          <Entry entry={entry} slug={slug} />
        </article>
      ))}
    </div>
  )
}

function Entry({ entry, slug }: { entry: LiveEntryView; slug: string }) {
  const { live, reader } = useWords()
  const time = useTimes(entry.at)
  const { hub: words } = live
  return (
    <>
      <p className="live-time">
        <a href={entryPath(slug, entry.id)} aria-label={words.linkTo(time(entry.at, true))}>
          <PrintedAt at={entry.at} style="brief" />
        </a>
        {entry.isKey && <span className="live-kicker">{words.moment}</span>}
      </p>
      {entry.title !== '' && <h4 dir="auto">{entry.title}</h4>}
      {entry.removed === null ? (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: render-copy made it of checked copy, and escapes every text
        <div className="live-words" dir="auto" dangerouslySetInnerHTML={{ __html: entry.html }} />
      ) : (
        <p className="live-note">
          <strong>{words.removed(time(entry.removed.at))}</strong> <bdi>{entry.removed.reason}</bdi>
        </p>
      )}
      {entry.photo && <Photo {...entry.photo} />}
      {entry.story && <Linked story={entry.story} />}
      {entry.byline && (
        <p className="live-by small">
          {entry.byline.name === '' ? reader.story.nameWithheld : `${reader.story.by} `}
          {entry.byline.handle === null ? (
            entry.byline.name
          ) : (
            <a href={`/contributors/${entry.byline.handle}`}>{entry.byline.name}</a>
          )}
        </p>
      )}
      {entry.corrections.map(({ at, note }) => (
        <p key={at} className="live-note">
          <strong>{words.corrected(time(at))}</strong> <bdi>{note}</bdi>
        </p>
      ))}
    </>
  )
}

function Photo({ picture, caption }: NonNullable<LiveEntryView['photo']>) {
  return (
    <figure className="live-shot">
      <LeadImage picture={picture} sizes="(min-width: 48rem) 36rem, 100vw" described />
      <figcaption dir="auto">
        {caption !== '' && `${caption} `}
        <span className="credit">{picture.credit}</span>
      </figcaption>
    </figure>
  )
}

function Linked({ story }: { story: NonNullable<LiveEntryView['story']> }) {
  const { hub: words } = useWords().live
  const { picture } = story
  return (
    <>
      {picture && (
        <figure className="live-shot">
          <LeadImage picture={picture} sizes="(min-width: 48rem) 36rem, 100vw" described />
          {picture.credit !== '' && <figcaption>{picture.credit}</figcaption>}
        </figure>
      )}
      <p className="live-story">
        {words.readStory}:{' '}
        <a href={`/stories/${story.slug}`}>
          <bdi>{story.headline}</bdi>
        </a>
      </p>
    </>
  )
}

function Pages({ live, slug }: { live: LiveCoverageView; slug: string }) {
  const { hub: words } = useWords().live
  return (
    <>
      {(live.next !== null || !live.isNewest) && (
        <p className="pages">
          {!live.isNewest && <a href={`/topics/${slug}`}>{words.newest}</a>}
          {live.next !== null && (
            <a href={entryPath(slug, live.next)} rel="next">
              {words.earlier}
            </a>
          )}
        </p>
      )}
      {live.earlier.length > 0 && (
        <nav className="live-before" aria-labelledby="live-before">
          <h3 id="live-before">{words.before}</h3>
          <ul>
            {live.earlier.map(({ title, openedAt, entry }) => (
              <li key={entry}>
                <a href={entryPath(slug, entry)}>{title}</a> <PrintedAt at={openedAt} style="brief" />
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  )
}

/** Times in a sentence: the hour alone on the day of the entry, else with the day. */
function useTimes(entryAt: string): (at: string, whole?: boolean) => string {
  const { timeZone } = usePaper().outlet
  const { language } = useWords()
  const shown = (at: string, style: 'date' | 'time' | 'brief') => formatInstant(new Date(at), style, timeZone, language)
  return (at, whole = false) => shown(at, !whole && shown(at, 'date') === shown(entryAt, 'date') ? 'time' : 'brief')
}
