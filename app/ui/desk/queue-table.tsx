// The review queue: one line a story, late ones marked at the edge and in words; on phones each line becomes a card.
import type { ReactNode } from 'react'
import type { QueueRow } from '#app/newsroom/desk/review-queue.ts'
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { ClaimButton } from './moves-bar.tsx'
import { StateMark } from './state-mark.tsx'

/** `afterClaim` gives the path to come back to once the story with this public id is claimed. */
export function QueueTable({
  rows,
  tab,
  afterClaim,
}: {
  rows: QueueRow[]
  tab: string
  afterClaim: (publicId: string) => string
}) {
  const { queue } = useWords().desk
  const { columns } = queue
  return (
    <table className="table queue">
      <caption className="only-heard">{queue.caption(tab)}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.story}</th>
          <th scope="col">{columns.byline}</th>
          <th scope="col">{columns.section}</th>
          <th scope="col">{columns.since}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col">{columns.holder}</th>
          <th scope="col">
            <span className="only-heard">{columns.action}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line key={row.publicId} row={row} next={afterClaim(row.publicId)} />
        ))}
      </tbody>
    </table>
  )
}

function Line({ row, next }: { row: QueueRow; next: string }) {
  const { desk, calls, identity } = useWords()
  const { queue } = desk
  const { columns } = queue
  const headlineId = `story-${row.publicId}`
  return (
    <tr className={row.late ? 'late' : undefined}>
      <th scope="row">
        <a id={headlineId} className="headline" href={`/desk/stories/${row.publicId}`}>
          <bdi>{row.headline || queue.untitled}</bdi>
        </a>
        <span className="under">
          <bdi>{queue.number(row.number)}</bdi>
          <Part>{row.place}</Part>
          <Part>{row.words > 0 && queue.words(row.words)}</Part>
          <Part>{row.call && `${calls.answers} ${row.call}`}</Part>
          <Part>{row.round > 1 && queue.round(row.round)}</Part>
        </span>
      </th>
      <td data-label={columns.byline}>
        {row.byline === null ? (
          <span className="quiet">{row.protected ? identity.reporter(row.number) : queue.withheld}</span>
        ) : (
          <bdi>{row.byline}</bdi>
        )}
      </td>
      <td data-label={columns.section}>
        {row.section === null ? <span className="quiet">{queue.noSection}</span> : <bdi>{row.section}</bdi>}
      </td>
      <td data-label={columns.since}>
        <span>
          <Instant at={row.since} style="age" />
          <Deadline row={row} />
        </span>
      </td>
      <td data-label={columns.state}>
        <StateMark state={row.state} />
      </td>
      <td data-label={columns.holder}>
        {row.holder ? (
          row.holder.me ? (
            <b>{queue.me}</b>
          ) : (
            <bdi>{row.holder.name}</bdi>
          )
        ) : (
          <span className="quiet">{queue.nobody}</span>
        )}
      </td>
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

/** One more part of a line of small facts, apart from the others so that each keeps its own direction. */
function Part({ children }: { children: ReactNode }) {
  return children ? (
    <>
      {' · '}
      <bdi>{children}</bdi>
    </>
  ) : null
}

/** What the story is measured by in its state; late ones say so. */
function Deadline({ row }: { row: QueueRow }) {
  const { queue } = useWords().desk
  const at = row.state === 'scheduled' ? row.publishAt : isWaiting(row) ? row.dueAt : row.late ? row.answerBy : null
  if (!at) return null
  const words = row.state === 'scheduled' ? queue.appears : isWaiting(row) ? queue.due : queue.promised
  return (
    <span className="under">
      {row.late && <b className="late-word">{queue.late}</b>} {words} <Instant at={at} style="age" />
    </span>
  )
}

function isWaiting({ state }: QueueRow): boolean {
  return state === 'changes_requested' || state === 'awaiting_sign_off'
}
