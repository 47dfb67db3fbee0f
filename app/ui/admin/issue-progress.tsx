// An issue that is on its way or sent: how far it is, what is wrong, the buttons that stop it and go on, and its stories.
import type { IssueView } from '#app/newsroom/wire/issue.ts'
import { Instant } from '#app/ui/page/instant.tsx'
import { useOutlet } from '#app/ui/page/outlet-data.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { formatInstant } from '#app/words/formats.ts'
import { IssuePreview } from './issue-form.tsx'
import { AudienceName, IssueMark } from './issue-list.tsx'

type Story = { slug: string; headline: string }
/** Null: a story that was taken down. */
type Props = { view: IssueView; stories: readonly (Story | null)[] }

export function IssueProgress({ view, stories }: Props) {
  const words = useWords().issues.admin
  return (
    <div className="letter-desk">
      <div>
        <p>
          <IssueMark state={view.state} /> <AudienceName audience={view.audience} topicName={view.topicName} />
          {view.queuedAt ? (
            <span className="quiet">
              {' · '}
              <Instant at={view.queuedAt} />
            </span>
          ) : null}
        </p>
        <Letters view={view} />
        <Trouble view={view} stories={stories} />
        <Acts view={view} />
        <section className="part" aria-labelledby="issue-stories">
          <h2 id="issue-stories">{words.stories}</h2>
          <ol className="kept-list">
            {stories.map((story, at) => (
              <li key={story?.slug ?? `gone-${at}`}>
                {story ? (
                  <a href={`/stories/${encodeURIComponent(story.slug)}`} dir="auto">
                    {story.headline}
                  </a>
                ) : (
                  <span className="quiet">{words.takenDown}</span>
                )}
              </li>
            ))}
          </ol>
        </section>
      </div>
      <IssuePreview issue={view.issue} />
    </div>
  )
}

function Letters({ view: { counts, state, issue } }: { view: IssueView }) {
  const words = useWords().issues.admin
  const { waiting, ...done } = counts
  const finished = Object.values(done).reduce((all, n) => all + n, 0)
  const shown = {
    toSend: waiting,
    sent: counts.sent,
    failed: counts.failed,
    bouncedLetters: counts.bounced,
    skipped: counts.skipped,
    unsure: counts.unsure,
  }
  const moving = state === 'queued' || state === 'sending'
  return (
    <section aria-labelledby="issue-letters">
      <h2 id="issue-letters" className="figures-title">
        {state === 'queued' ? words.preparing : words.progress(finished, finished + waiting)}
      </h2>
      <dl className="figures">
        {(Object.keys(shown) as (keyof typeof shown)[])
          .filter((name) => shown[name] > 0 || name === 'sent' || name === 'toSend')
          .map((name) => (
            <div key={name}>
              <dt>{words[name]}</dt>
              <dd>{shown[name]}</dd>
            </div>
          ))}
      </dl>
      {counts.skipped > 0 ? <p className="hint">{words.skippedHint}</p> : null}
      {counts.unsure > 0 ? <p className="hint">{words.unsureHint}</p> : null}
      {moving ? (
        <p>
          <a href={`/admin/newsletter/${issue}`}>{words.look}</a>
        </p>
      ) : null}
    </section>
  )
}

function Trouble({ view, stories }: Props) {
  const words = useWords().issues.admin
  const { timeZone, language } = useOutlet()
  if (view.pausedUntil)
    return (
      <div className="notice" role="status">
        <p>{words.paused(formatInstant(new Date(view.pausedUntil), 'time', timeZone, language))}</p>
        <p className="small" dir="ltr">
          {view.lastError}
        </p>
      </div>
    )
  if (view.state !== 'stopped') return null
  const allDown = stories.every((story) => story === null)
  return <p className="hint">{allDown ? words.allDown : words.stoppedHint}</p>
}

function Acts({ view: { state, issue, number } }: { view: IssueView }) {
  const words = useWords().issues.admin
  const acts = state === 'stopped' ? (['resume', 'end'] as const) : (['stop'] as const)
  if (state === 'sent' && number !== null)
    return (
      <p>
        <a href={`/newsletter/archive/${number}`}>{words.inArchive}</a>
      </p>
    )
  if (state === 'sent' || state === 'cancelled') return null
  return (
    <form method="post" action={`/admin/newsletter/${issue}`}>
      <div className="buttons">
        {acts.map((act) => (
          <button
            key={act}
            type="submit"
            name="act"
            value={act}
            className={act === 'resume' ? 'button primary' : 'button'}
          >
            {words[act]}
          </button>
        ))}
      </div>
      {state === 'stopped' ? <p className="hint">{words.endHint}</p> : null}
    </form>
  )
}
