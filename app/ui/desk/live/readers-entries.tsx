// The entries of live coverage that readers have, newest first, with what the desk can do with each.
import type { DeskEntry, LiveDesk } from '#app/newsroom/desk/live-desk.ts'
import { entryPath, type LiveMark, nameOfEntry } from '#app/newsroom/topics/live.ts'
import { EntryPhoto } from '#app/ui/forms/live-photo.tsx'
import { Instant } from '#app/ui/page/instant.tsx'
import { Pager } from '#app/ui/page/list-parts.tsx'
import { useWords } from '#app/ui/page/words-context.ts'

type Part = { live: LiveDesk; base: string; isOpen: boolean }

/** `base` is the address of the topic's live desk; `isNewest`: the list begins with the newest entry. */
export function ReadersEntries({ isNewest, ...part }: Part & { isNewest: boolean }) {
  const words = useWords().live.desk.entries
  const { entries, next } = part.live
  return (
    <section className="part" aria-labelledby="readers-entries">
      <h2 id="readers-entries">{words.title}</h2>
      {entries.length === 0 ? <p className="quiet">{words.none}</p> : null}
      <ol className="live-list">
        {entries.map((entry) => (
          <li key={entry.publicId} id={`entry-${entry.publicId}`}>
            <Row {...part} entry={entry} />
          </li>
        ))}
      </ol>
      <Pager
        label={words.title}
        first={isNewest ? null : { href: part.base, words: words.newest }}
        next={next ? { href: `${part.base}?entry=${next}#readers-entries`, words: words.earlier } : null}
      />
    </section>
  )
}

function Row({ entry, live, base, isOpen }: Part & { entry: DeskEntry }) {
  const { live: liveWords, identity } = useWords()
  const words = liveWords.desk.entries
  const isPublic = entry.state === 'public'
  return (
    <>
      <p className="quiet small">
        <a href={entryPath(live.topic.slug, entry.publicId)}>
          <Instant at={entry.at} style="both" />
        </a>{' '}
        · <bdi>{entry.from ?? identity.sender}</bdi>
        <Marks entry={entry} />
      </p>
      {entry.title ? (
        <p className="live-title" dir="auto">
          {entry.title}
        </p>
      ) : null}
      <p className={isPublic ? 'said' : 'said quiet'} dir="auto">
        {isPublic ? entry.text : entry.reason}
      </p>
      {entry.corrections.map(({ at, note }) => (
        <p key={at} className="quiet small" dir="auto">
          {words.corrected} <Instant at={at} style="time" />: {note}
        </p>
      ))}
      {entry.photo ? <EntryPhoto photo={entry.photo} /> : null}
      {isPublic ? <Acts entry={entry} live={live} base={base} isOpen={isOpen} /> : null}
    </>
  )
}

function Marks({ entry }: { entry: DeskEntry }) {
  const words = useWords().live.desk.entries
  return (
    <>
      {entry.pinned ? <span className="state with-you">{words.pinned}</span> : null}
      {entry.isKey ? <span className="state with-you">{words.moment}</span> : null}
      {entry.state === 'removed' ? <span className="state stopped">{words.removed}</span> : null}
    </>
  )
}

function Acts({ entry, live, base, isOpen }: Part & { entry: DeskEntry }) {
  const { desk, photo } = useWords().live
  const words = desk.entries
  const name = nameOfEntry(entry.title, entry.text)
  const here = `${base}/${entry.publicId}`
  const { publish, edit } = live.rights
  return (
    <div className="live-acts">
      {publish ? (
        <a className="button small" href={here} aria-label={words.named(words.correct, name)}>
          {words.correct}
        </a>
      ) : null}
      {publish ? (
        <a
          className="button small"
          href={`${here}/photo`}
          aria-label={entry.photo ? words.named(photo.out, name) : photo.addTo(name)}
        >
          {entry.photo ? photo.out : photo.add}
        </a>
      ) : null}
      {publish && isOpen ? (
        <>
          <MarkButton here={here} entry={entry} mark={entry.pinned ? 'unpin' : 'pin'} name={name} />
          <MarkButton here={here} entry={entry} mark={entry.isKey ? 'not-key' : 'key'} name={name} />
        </>
      ) : null}
      {entry.draft === null && edit ? (
        <form method="post" action={`${here}/story`}>
          <button type="submit" className="button small" aria-label={words.named(words.story, name)}>
            {words.story}
          </button>
        </form>
      ) : null}
      {entry.draft === '' ? <span className="quiet small">{words.begun}</span> : null}
      {entry.draft ? <a href={`/my/stories/${entry.draft}`}>{words.openStory}</a> : null}
    </div>
  )
}

function MarkButton({ here, entry, mark, name }: { here: string; entry: DeskEntry; mark: LiveMark; name: string }) {
  const words = useWords().live.desk.entries
  return (
    <form method="post" action={`${here}/mark`}>
      <input type="hidden" name="version" value={entry.version} />
      <button
        type="submit"
        name="mark"
        value={mark}
        className="button small"
        aria-label={words.named(words.marks[mark], name)}
      >
        {words.marks[mark]}
      </button>
    </form>
  )
}
