// The review queue: one line a story, late ones marked at the edge and in words; on phones each line becomes a small card.
import type { ReactNode } from 'react'
import { type QueueRow, type QueueTab, queueTabs } from '#app/newsroom/desk/review-queue.ts'
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { ClaimButton } from './moves-bar.tsx'
import { BULK_FORM } from './selection-bar.tsx'
import { StateMark } from './state-mark.tsx'

/** `afterClaim` gives the path to come back to once the story with this public id is claimed. */
export function QueueTable({
  rows,
  tab,
  afterClaim,
}: {
  rows: QueueRow[]
  tab: QueueTab
  afterClaim: (publicId: string) => string
}) {
  const { desk, queue } = useWords()
  const { columns, tabs, caption } = desk.queue
  // Where every line says the same, a column says it for nothing.
  const shows = { state: queueTabs[tab].length > 1, holder: tab !== 'new' && tab !== 'mine' }
  return (
    <table className="table queue">
      <caption className="only-heard">{caption(tabs[tab])}</caption>
      <thead>
        <tr>
          <th scope="col" className="pick">
            <span className="only-heard">{queue.select.column}</span>
          </th>
          <th scope="col">{columns.story}</th>
          <th scope="col" className="who">
            {columns.byline}
          </th>
          <th scope="col" className="of">
            {columns.section}
          </th>
          <th scope="col" className="age">
            {columns.since}
          </th>
          {shows.state && (
            <th scope="col" className="in">
              {columns.state}
            </th>
          )}
          {shows.holder && (
            <th scope="col" className="by">
              {columns.holder}
            </th>
          )}
          <th scope="col" className="action">
            <span className="only-heard">{columns.action}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line key={row.publicId} row={row} shows={shows} next={afterClaim(row.publicId)} />
        ))}
      </tbody>
    </table>
  )
}

function Line({ row, shows, next }: { row: QueueRow; shows: { state: boolean; holder: boolean }; next: string }) {
  const { desk, identity, queue: words } = useWords()
  const { queue } = desk
  const headlineId = `story-${row.publicId}`
  return (
    <tr className={row.late ? 'late' : undefined}>
      <td className="pick">
        {row.own ? null : (
          <label>
            <input
              type="checkbox"
              name="story"
              form={BULK_FORM}
              value={`${row.publicId}.${row.version}`}
              aria-label={words.select.story}
              aria-describedby={headlineId}
            />
          </label>
        )}
      </td>
      <th scope="row">
        <bdi className="no">{queue.number(row.number)}</bdi>{' '}
        <a id={headlineId} className="headline" href={`/desk/stories/${row.publicId}`}>
          <bdi>{row.headline || queue.untitled}</bdi>
        </a>
        <Facts row={row} />
      </th>
      <td className="who">
        {row.byline === null ? (
          <span className="quiet">{row.protected ? identity.reporter(row.number) : queue.withheld}</span>
        ) : (
          <bdi>{row.byline}</bdi>
        )}
      </td>
      <td>{row.section === null ? <span className="quiet">{queue.noSection}</span> : <bdi>{row.section}</bdi>}</td>
      <td className="age">
        <Age row={row} />
      </td>
      {shows.state && (
        <td>
          <StateMark state={row.state} />
        </td>
      )}
      {shows.holder && (
        <td>
          <Holder row={row} />
        </td>
      )}
      <td className="action">
        {row.own ? (
          <span className="quiet small">{queue.own}</span>
        ) : row.state === 'submitted' ? (
          <ClaimButton facts={row} next={next} className="button small" label={queue.claim} heard={headlineId} />
        ) : null}
      </td>
    </tr>
  )
}

function Facts({ row }: { row: QueueRow }) {
  const { desk, calls, queue: words } = useWords()
  const { queue } = desk
  return (
    <span className="under">
      <span className="here" data-here={row.publicId}>
        {row.here.map(({ name, doing }) => words.presence[doing](name)).join(' · ')}
      </span>
      <Part>{row.place}</Part>
      <Part>{row.words > 0 && queue.words(row.words)}</Part>
      <Part>{row.risk !== 'none' && <b className={`risk ${row.risk}`}>{words.filters.risks[row.risk]}</b>}</Part>
      <Part>{row.call && `${calls.answers} ${row.call}`}</Part>
      <Part>{row.round > 1 && queue.round(row.round)}</Part>
    </span>
  )
}

function Holder({ row: { holder } }: { row: QueueRow }) {
  const { queue } = useWords().desk
  if (!holder) return <span className="quiet">{queue.nobody}</span>
  return holder.me ? <b>{queue.me}</b> : <bdi>{holder.name}</bdi>
}

/** One more part of a line of small facts, in its own direction. */
function Part({ children }: { children: ReactNode }) {
  return children ? <bdi className="part">{children}</bdi> : null
}

/** How long it is in its state, and what it is measured by there. */
function Age({ row }: { row: QueueRow }) {
  const { queue } = useWords().desk
  const at = row.state === 'scheduled' ? row.publishAt : isWaiting(row) ? row.dueAt : row.late ? row.answerBy : null
  const words = row.state === 'scheduled' ? queue.appears : isWaiting(row) ? queue.due : queue.promised
  return (
    <>
      {row.late && <b className="late-word">{queue.late}</b>} <Instant at={row.since} style="age" />
      {at && (
        <span className="under">
          {words} <Instant at={at} style="age" />
        </span>
      )}
    </>
  )
}

function isWaiting({ state }: QueueRow): boolean {
  return state === 'changes_requested' || state === 'awaiting_sign_off'
}
