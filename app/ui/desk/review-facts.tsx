// What stands beside the words on the review page: facts, the reporter's record, points, pictures, sources, revisions, log.
import type { ReactNode } from 'react'
import type { DeskPage, LogRow } from '#app/newsroom/desk/desk-story.ts'
import type { Likeness } from '#app/newsroom/desk/likeness.ts'
import type { Told } from '#app/newsroom/desk/tell.ts'
import type { VerificationPage } from '#app/newsroom/desk/verification.ts'
import { Instant } from '#app/ui/page/instant.tsx'
import { useReasons } from '#app/ui/page/reasons.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { Evidence } from './evidence.tsx'
import { Interests } from './interests.tsx'
import { LikenessPanel } from './likeness-panel.tsx'
import { Messages } from './messages.tsx'
import { StateMark } from './state-mark.tsx'
import { ToldToDesk } from './told-to-desk.tsx'
import { VerificationPanel } from './verification-panel.tsx'

/** `admin` may open the reporter's account from here; `verification` is null for the story's own writer. */
export function ReviewFacts({
  page,
  verification,
  likeness,
  admin,
  children,
}: {
  page: DeskPage
  verification: VerificationPage | null
  likeness: Likeness
  admin: boolean
  /** Panels about the words themselves. */
  children?: ReactNode
}) {
  const { review } = useWords().desk
  const { story, points, notes, pictures, revisions, log } = page
  const openPoints = points.filter((point) => !point.done && !point.answer).length
  return (
    <div className="beside">
      <Section title={review.facts.title} open>
        <Facts page={page} />
      </Section>
      {verification && <VerificationPanel page={verification} />}
      <LikenessPanel
        texts={likeness.texts}
        joins={page.claim?.me && story.state === 'in_review' ? story.publicId : null}
      />
      {children}
      {points.length > 0 && (
        <Section title={review.points.title} count={openPoints} open>
          <Points points={points} />
        </Section>
      )}
      <Section id="messages" title={review.messages.title} count={notes.length} open>
        <Messages notes={notes} publicId={story.publicId} own={story.own} />
      </Section>
      <Section title={review.sources.title} open={Object.values(page.told).some(Boolean)}>
        <ToldToDesk told={page.told} />
      </Section>
      {pictures.length > 0 && (
        <Section title={review.pictures.title} count={pictures.length} open>
          <Evidence page={page} alike={likeness.pictures} />
        </Section>
      )}
      <Section title={review.record.title}>
        <Record page={page} admin={admin} />
      </Section>
      <Section title={review.revisions.title} count={revisions.length}>
        <Revisions page={page} />
      </Section>
      {!story.own && (
        <Section
          title={page.standing.interests.length ? review.standing.interests : review.standing.interest}
          count={page.standing.interests.length}
          open={page.standing.interests.length > 0}
        >
          <Interests page={page} />
        </Section>
      )}
      <Section title={review.log.title} count={log.length}>
        <Log rows={log} />
      </Section>
    </div>
  )
}

function Section({
  title,
  count,
  open = false,
  id,
  children,
}: {
  title: string
  count?: number
  open?: boolean
  id?: string
  children: ReactNode
}) {
  return (
    <details open={open} id={id}>
      <summary>
        <h2>{title}</h2>
        {Boolean(count) && <span className="tally">{count}</span>}
      </summary>
      <div className="inside">{children}</div>
    </details>
  )
}

function Pair({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
    </div>
  )
}

function When({ name, at }: { name: string; at: string | null }) {
  return at ? (
    <Pair name={name}>
      <Instant at={at} style="both" />
    </Pair>
  ) : null
}

function Facts({
  page: { story, content, sectionName, topicNames, call, hash, approved, contributor },
}: {
  page: DeskPage
}) {
  const { calls, desk, identity, workflow } = useWords()
  const { facts } = desk.review
  const { kind, penName } = content.byline
  const byline =
    kind === 'pen'
      ? facts.pen(penName)
      : contributor.protected
        ? identity.reporter(story.number)
        : kind === 'withheld'
          ? desk.queue.withheld
          : contributor.name
  return (
    <dl className="facts">
      <Pair name={facts.number}>{desk.queue.number(story.number)}</Pair>
      <Pair name={facts.state}>
        <StateMark state={story.state} />
      </Pair>
      <Pair name={facts.since}>
        <Instant at={story.since} style="both" />
      </Pair>
      <Pair name={facts.next}>{workflow.whoActs[story.whoActs]}</Pair>
      <When name={facts.answerBy} at={story.answerBy} />
      <When name={facts.dueAt} at={story.dueAt} />
      <When name={facts.publishAt} at={story.publishAt} />
      <When name={facts.embargoUntil} at={story.embargoUntil} />
      <Pair name={facts.round}>{story.round}</Pair>
      <Pair name={facts.length}>{desk.queue.words(story.words)}</Pair>
      <Pair name={facts.section}>{sectionName ?? desk.queue.noSection}</Pair>
      <Pair name={facts.topics}>{topicNames.join(', ') || facts.none}</Pair>
      {call ? (
        <Pair name={calls.answers}>
          <bdi>{call}</bdi>
        </Pair>
      ) : null}
      <Pair name={facts.byline}>{byline}</Pair>
      <When name={facts.sent} at={story.submittedAt} />
      <Pair name={facts.fingerprint}>
        <code>{hash.slice(0, 12)}</code>
        {approved && <span className="small"> {facts.approvedWords}</span>}
      </Pair>
    </dl>
  )
}

function Record({ page: { contributor, story }, admin }: { page: DeskPage; admin: boolean }) {
  const { desk, identity } = useWords()
  const { record } = desk.review
  if (contributor.protected)
    return (
      <>
        <p>{identity.record}</p>
        {contributor.mayOpen && (
          <p>
            <a href={`/desk/stories/${story.publicId}/identity`}>{identity.door.link}</a>
          </p>
        )}
      </>
    )
  return (
    <dl className="facts">
      <Pair name={record.name}>
        {contributor.name || record.withheld}
        {admin && contributor.publicId && (
          <>
            {' '}
            <a className="small" href={`/admin/contributors/${contributor.publicId}`}>
              {record.open}
            </a>
          </>
        )}
      </Pair>
      {contributor.since && (
        <Pair name={record.since}>
          <Instant at={contributor.since} style="date" />
        </Pair>
      )}
      <Pair name={record.trusted}>{contributor.trusted ? record.isTrusted : record.isNew}</Pair>
      <Pair name={record.sent}>{contributor.sent}</Pair>
      <Pair name={record.published}>{contributor.published}</Pair>
      <Pair name={record.declined}>{contributor.declined}</Pair>
    </dl>
  )
}

function Points({ points }: Pick<DeskPage, 'points'>) {
  const words = useWords().desk.review.points
  const rounds = [...new Set(points.map(({ round }) => round))].reverse()
  return rounds.map((round) => (
    <section key={round} className="points">
      {rounds.length > 1 && <h3>{words.round(round)}</h3>}
      <ol>
        {points
          .filter((point) => point.round === round)
          .map((point) => (
            <li key={point.id}>
              <p>
                <bdi>{point.text}</bdi> {point.quote && <q className="quoted-words">{point.quote}</q>}{' '}
                <span className={`state ${point.done ? 'done' : point.answer ? 'with-you' : 'waiting'}`}>
                  {point.done ? words.done : point.answer ? words.answered : words.open}
                </span>
              </p>
              {point.answer && (
                <p className="said small">
                  <b>{words.answer}</b> <bdi>{point.answer}</bdi>
                </p>
              )}
            </li>
          ))}
      </ol>
    </section>
  ))
}

function Revisions({ page: { revisions, hash } }: { page: DeskPage }) {
  const words = useWords().desk.review.revisions
  if (revisions.length === 0) return <p className="quiet">{words.none}</p>
  return (
    <ol className="trail">
      {revisions.map((revision) => (
        <li key={revision.number}>
          <p>
            <b>{words.why[revision.why] ?? revision.why}</b> <code>{revision.hash.slice(0, 12)}</code>
            {revision.hash === hash && <span className="quiet small"> {words.now}</span>}
          </p>
          <p className="quiet small">
            <Instant at={revision.at} style="both" />
            {revision.byName && (
              <>
                {' · '}
                <bdi>{revision.byName}</bdi>
              </>
            )}
          </p>
        </li>
      ))}
    </ol>
  )
}

function Log({ rows }: { rows: LogRow[] }) {
  const { desk, workflow } = useWords()
  const { say } = useReasons()
  const words = desk.review.log
  return (
    <ol className="trail">
      {[...rows].reverse().map((row) => (
        <li key={row.id}>
          <p>
            <b>{workflow.done[row.move]}</b>
          </p>
          <p className="quiet small">
            <Instant at={row.at} style="both" /> ·{' '}
            <bdi>{row.byOwner ? words.reporter : (row.byName ?? words.clock)}</bdi>
          </p>
          {row.reasons.length > 0 && (
            <ul className="small">
              {row.reasons.map((reason) => (
                <li key={reason}>{say(reason)}</li>
              ))}
            </ul>
          )}
          {row.note && (
            <p className="said" dir="auto">
              {row.note}
            </p>
          )}
          {row.deskNote && (
            <p className="said">
              <b>{words.deskOnly}</b> <bdi>{row.deskNote}</bdi>
            </p>
          )}
          <ToldThen told={row.told} />
        </li>
      ))}
    </ol>
  )
}

// The log keeps "side:letter:people:minutes".
function ToldThen({ told }: { told: string[] }) {
  const { desk, workflow } = useWords()
  if (told.length === 0) return null
  const names = told.map((text) => {
    const [who, , people] = text.split(':')
    return workflow.told[who as Told]?.(Number(people)) ?? who
  })
  return (
    <p className="quiet small">
      {desk.review.log.told} {names.join(', ')}
    </p>
  )
}
