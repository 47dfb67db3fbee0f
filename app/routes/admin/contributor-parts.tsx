// The parts of one account's page that only show: facts, stories, by-lines, sessions, log.
import type { PersonPage } from '#app/newsroom/people/contributors.server.ts'
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { StatusBadge } from './status-badge.tsx'

export function AccountFacts({ person }: { person: PersonPage['person'] }) {
  const { contributor: words, roles } = useWords().admin
  return (
    <section className="part first">
      <h2>{words.facts}</h2>
      <dl className="facts">
        <dt>{words.email}</dt>
        <dd>
          <bdi>{person.email}</bdi>
        </dd>
        <dt>{words.role}</dt>
        <dd>{roles[person.role]}</dd>
        <dt>{words.status}</dt>
        <dd>
          <StatusBadge status={person.status} />
        </dd>
        {person.suspendedAt ? (
          <>
            <dt>{words.suspendedFor}</dt>
            <dd>
              <bdi>{person.suspendedBecause}</bdi> (<Instant at={person.suspendedAt} style="date" />)
            </dd>
          </>
        ) : null}
        <dt>{words.joined}</dt>
        <dd>
          <Instant at={person.joinedAt} style="date" />
        </dd>
        <dt>{words.twoStep}</dt>
        <dd>{person.twoStep ? words.on : words.off}</dd>
        {person.about ? (
          <>
            <dt>{words.about}</dt>
            <dd>
              <bdi>{person.about}</bdi>
            </dd>
          </>
        ) : null}
      </dl>
    </section>
  )
}

export function RightsPart({ page }: { page: PersonPage }) {
  const words = useWords().house.rights
  const { person, sections, rightActs } = page
  if (!sections && !person.protected && rightActs.length === 0) return null
  const limited = sections && !sections.everywhere ? sections.rights.filter((one) => one.edit || one.publish) : []
  return (
    <section className="part">
      <h2>{words.part}</h2>
      {person.protected ? <p>{words.isProtected}</p> : null}
      {sections?.everywhere ? <p>{words.everywhere}</p> : null}
      {limited.length > 0 ? <p>{words.limited}</p> : null}
      <ul className="counts">
        {limited.map((one) => (
          <li key={one.slug}>
            <strong>
              <bdi>{one.name}</bdi>
            </strong>{' '}
            {[one.edit && words.edit, one.publish && words.publish].filter(Boolean).join(', ')}
          </li>
        ))}
      </ul>
      {person.mayOpenIdentity ? <p>{words.mayOpen}</p> : null}
      {sections || rightActs.length > 0 ? (
        <p>
          <a href={`/admin/contributors/${person.publicId}/rights`}>{words.change}</a>
        </p>
      ) : null}
    </section>
  )
}

export function StoriesPart({ stories }: { stories: PersonPage['stories'] }) {
  const { admin, workflow } = useWords()
  const words = admin.contributor
  const states: Record<string, string> = workflow.states
  return (
    <section className="part">
      <h2>{words.stories}</h2>
      {stories.length === 0 ? <p className="quiet">{words.noStories}</p> : null}
      <ul className="counts">
        {stories.map(({ state, count }) => (
          <li key={state}>
            <strong>{count}</strong> {states[state] ?? state}
          </li>
        ))}
      </ul>
    </section>
  )
}

export function BylinesPart({ bylines }: { bylines: PersonPage['bylines'] }) {
  const words = useWords().admin.contributor
  return (
    <section className="part">
      <h2>{words.bylines}</h2>
      {bylines.length === 0 ? <p className="quiet">{words.noBylines}</p> : null}
      <ul className="bylines">
        {bylines.map((byline) => (
          <li key={byline.handle}>
            <a href={`/contributors/${byline.handle}`}>
              <bdi>{byline.name}</bdi>
            </a>
            <span className="quiet small">{byline.kind === 'name' ? words.ownName : words.penName}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function SessionsPart({ sessions }: { sessions: PersonPage['sessions'] }) {
  const words = useWords().admin.contributor
  return (
    <section className="part first">
      <h2>{words.sessions}</h2>
      {sessions.length === 0 ? <p className="quiet">{words.noSessions}</p> : null}
      <ul className="sessions">
        {sessions.map((session) => (
          <li key={session.since + session.seen}>
            <span>
              {words.since} <Instant at={session.since} />
            </span>
            <span className="quiet">
              {words.seen} <Instant at={session.seen} style="age" />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function LogPart({ log }: { log: PersonPage['log'] }) {
  const { contributor: words, peopleActs, log: logWords } = useWords().admin
  return (
    <section className="part">
      <h2>{words.log}</h2>
      {log.length === 0 ? <p className="quiet">{words.noLog}</p> : null}
      <ol className="log">
        {log.map((entry) => (
          <li key={entry.at + entry.act}>
            <p>
              <strong>{peopleActs[entry.act] ?? entry.act}</strong>
              {entry.reason ? (
                <>
                  : <bdi>{entry.reason}</bdi>
                </>
              ) : null}
            </p>
            <p className="quiet small">
              <Instant at={entry.at} /> · <bdi>{entry.by ?? logWords.themselves}</bdi>
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
