// The newsletter's first screen: begin an issue, the issues with what became of them, the readers, the clock's times.
import type { Audience, IssueState, IssueView } from '#app/newsroom/wire/issue.ts'
import { Choice } from '#app/ui/forms/field.tsx'
import type { Fault } from '#app/ui/forms/problems.tsx'
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'

type TopicOffered = { slug: string; name: string }

/** Whom issues can be written for; a topic that is not offered any more (`own`) stays a choice where it is chosen. */
export function useAudiences(topics: readonly TopicOffered[], own?: TopicOffered) {
  const { audiences } = useWords().issues.admin
  const all = own && !topics.some(({ slug }) => slug === own.slug) ? [...topics, own] : topics
  return [
    { value: 'daily', label: audiences.daily },
    { value: 'weekly', label: audiences.weekly },
    ...all.map(({ slug, name }) => ({ value: `topic:${slug}`, label: audiences.topic(name) })),
  ]
}

export function BeginIssue({ topics, faults }: { topics: readonly TopicOffered[]; faults: readonly Fault[] }) {
  const words = useWords().issues.admin
  const options = useAudiences(topics)
  return (
    <form method="post" action="/admin/newsletter" className="form issue-begin">
      <Choice name="audience" label={words.writeFor} options={options} defaultValue="daily" faults={faults} />
      <div className="buttons">
        <button type="submit" name="act" value="write" className="button primary">
          {words.write}
        </button>
      </div>
    </form>
  )
}

const looks: Record<IssueState, string> = {
  draft: 'with-you',
  queued: 'waiting',
  sending: 'waiting',
  stopped: 'with-you',
  sent: 'done',
  cancelled: 'stopped',
}

export function IssueMark({ state }: { state: IssueState }) {
  const { states } = useWords().issues.admin
  return <span className={`state ${looks[state]}`}>{states[state]}</span>
}

export function AudienceName({ audience, topicName }: { audience: Audience; topicName: string }) {
  const { audiences, noTopic } = useWords().issues.admin
  return <span>{typeof audience === 'string' ? audiences[audience] : audiences.topic(topicName || noTopic)}</span>
}

export function IssueTable({ issues }: { issues: readonly IssueView[] }) {
  const words = useWords().issues.admin
  if (issues.length === 0) return <p className="empty">{words.none}</p>
  const numbers = ['toSend', 'sent', 'failed', 'bouncedLetters'] as const
  return (
    <table className="table stacks">
      <thead>
        <tr>
          {[words.subject, words.audience, words.state].map((label) => (
            <th scope="col" key={label}>
              {label}
            </th>
          ))}
          {numbers.map((name) => (
            <th scope="col" key={name}>
              {words[name]}
            </th>
          ))}
          <th scope="col">{words.when}</th>
        </tr>
      </thead>
      <tbody>
        {issues.map((view) => (
          <IssueRow key={view.issue} view={view} />
        ))}
      </tbody>
    </table>
  )
}

function IssueRow({ view }: { view: IssueView }) {
  const words = useWords().issues.admin
  const { counts, state } = view
  const shown = (n: number) => (state === 'draft' ? '–' : n)
  return (
    <tr>
      <th scope="row">
        <a href={`/admin/newsletter/${view.issue}`} dir="auto">
          {view.subject || words.untitled}
        </a>
        {view.byClock ? <span className="quiet small"> {words.byClock}</span> : null}
      </th>
      <td data-label={words.audience}>
        <AudienceName audience={view.audience} topicName={view.topicName} />
      </td>
      <td data-label={words.state}>
        <IssueMark state={state} />
      </td>
      <td data-label={words.toSend}>{shown(counts.waiting)}</td>
      <td data-label={words.sent}>{shown(counts.sent)}</td>
      <td data-label={words.failed}>{shown(counts.failed)}</td>
      <td data-label={words.bouncedLetters}>{shown(counts.bounced)}</td>
      <td data-label={words.when}>
        <Instant at={view.queuedAt ?? view.createdAt} />
      </td>
    </tr>
  )
}

type Counts = {
  daily: number
  weekly: number
  topics: number
  pending: number
  bounced: number
  byTopic: { slug: string; name: string; readers: number }[]
}

export function ReaderCounts({ counts }: { counts: Counts }) {
  const words = useWords().issues.admin
  const { byTopic, ...rhythms } = counts
  const nobody = Object.values(rhythms).every((n) => n === 0)
  return (
    <section className="part" aria-labelledby="readers">
      <h2 id="readers">{words.readers}</h2>
      {nobody ? (
        <p className="empty">
          {words.noReaders} <a href="/newsletter">{words.form}</a>
        </p>
      ) : (
        <dl className="figures">
          {(['daily', 'weekly', 'topics', 'pending', 'bounced'] as const).map((name) => (
            <div key={name}>
              <dt>{words[name]}</dt>
              <dd>{rhythms[name]}</dd>
            </div>
          ))}
        </dl>
      )}
      {byTopic.length > 0 ? (
        <ul className="kept-list">
          {byTopic.map(({ slug, name, readers }) => (
            <li key={slug}>
              <span dir="auto">{name}</span>
              <span className="tally">{readers}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

type Plan = { dailyHour: number | null; weekly: { day: number; hour: number } | null }

export function PlanForm({ plan }: { plan: Plan }) {
  const words = useWords().issues.admin
  const hours = Array.from({ length: 24 }, (_, hour) => ({
    value: String(hour),
    label: words.at(`${String(hour).padStart(2, '0')}:00`),
  }))
  const never = { value: 'never', label: words.never }
  const days = words.days.map((day, at) => ({ value: String(at + 1), label: words.on(day) }))
  return (
    <section className="part" aria-labelledby="plan">
      <h2 id="plan">{words.plan}</h2>
      <p className="hint">{words.planHint}</p>
      <form method="post" action="/admin/newsletter" className="form">
        <Choice
          name="daily"
          label={words.planDaily}
          options={[never, ...hours]}
          defaultValue={String(plan.dailyHour ?? 'never')}
        />
        <Choice
          name="weekly"
          label={words.planWeekly}
          options={[never, ...days]}
          defaultValue={String(plan.weekly?.day ?? 'never')}
        />
        <Choice
          name="weeklyHour"
          label={words.planHour}
          options={hours}
          defaultValue={String(plan.weekly?.hour ?? 9)}
        />
        <div className="buttons">
          <button type="submit" name="act" value="plan" className="button">
            {words.savePlan}
          </button>
        </div>
      </form>
    </section>
  )
}
