// A reporter's own entries on a topic: where each stands, what the desk said, and the way to take a waiting one back.
import { entryPath, type LiveEntryState, type OwnEntry } from '#app/newsroom/topics/live.ts'
import { EntryPhoto } from '#app/ui/forms/live-photo.tsx'
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'

const hues: Record<LiveEntryState, string> = {
  waiting: 'waiting',
  public: 'done',
  declined: 'stopped',
  withdrawn: 'stopped',
  removed: 'stopped',
}

export function OwnEntries({ entries, slug }: { entries: readonly OwnEntry[]; slug: string }) {
  const { mine: words, states, photo } = useWords().live
  return (
    <section className="part" aria-labelledby="own-entries">
      <h2 id="own-entries">{words.own}</h2>
      {entries.length === 0 ? <p className="quiet">{words.none}</p> : null}
      <ul className="call-list">
        {entries.map((entry) => (
          <li key={entry.publicId}>
            <p dir="auto">
              {entry.state === 'public' ? <a href={entryPath(slug, entry.publicId)}>{entry.name}</a> : entry.name}
            </p>
            <p className="quiet small">
              <span className={`state ${hues[entry.state]}`}>{states[entry.state]}</span> {words.sent}{' '}
              <Instant at={entry.sentAt} style="both" />
              {entry.state === 'waiting' && entry.answerBy ? (
                <>
                  {' · '}
                  {words.promised} <Instant at={entry.answerBy} style="both" />
                </>
              ) : null}
            </p>
            {entry.reason ? (
              <p className="said" dir="auto">
                {words.reason}: {entry.reason}
              </p>
            ) : null}
            {entry.photo ? <EntryPhoto photo={entry.photo} /> : null}
            {entry.state === 'waiting' ? (
              <a
                className="button small"
                href={`/my/live/${slug}/${entry.publicId}/photo`}
                aria-label={entry.photo ? undefined : photo.addTo(entry.name)}
              >
                {entry.photo ? photo.out : photo.add}
              </a>
            ) : null}
            {entry.state === 'waiting' ? (
              <form method="post" action={`/my/live/${slug}/${entry.publicId}/withdraw`}>
                <button type="submit" className="button small" aria-label={words.withdrawOne(entry.name)}>
                  {words.withdraw}
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
