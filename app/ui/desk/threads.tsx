// Comments on words: each thread with the words it hangs on; shared ones and the desk's own look and are called differently.
import { useId } from 'react'
import type { Thread } from '#app/newsroom/desk/comments.ts'
import { TextArea } from '#app/ui/forms/field.tsx'
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'

type About = { publicId: string; next: string }

/** `forDesk`: the reader is of the desk, and may settle threads. Plain forms; a page with script sends them its own way. */
export function Threads({
  threads,
  about,
  forDesk,
  onPlace,
}: {
  threads: readonly Thread[]
  about: About
  forDesk: boolean
  /** Brings the words of a thread into view, where the page can. */
  onPlace?: ((thread: Thread) => void) | undefined
}) {
  const words = useWords().copydesk.comments
  if (threads.length === 0) return <p className="quiet">{words.none}</p>
  return (
    <ol className="threads">
      {threads.map((thread) => (
        <li
          key={thread.publicId}
          id={`thread-${thread.publicId}`}
          className={`thread ${thread.shared ? 'shared' : 'desk-only'}${thread.resolved ? ' resolved' : ''}`}
        >
          <OneThread thread={thread} about={about} forDesk={forDesk} onPlace={onPlace} />
        </li>
      ))}
    </ol>
  )
}

function OneThread({
  thread,
  about,
  forDesk,
  onPlace,
}: {
  thread: Thread
  about: About
  forDesk: boolean
  onPlace?: ((thread: Thread) => void) | undefined
}) {
  const words = useWords().copydesk.comments
  const { place, resolved } = thread
  const action = `/comments/${about.publicId}/${thread.publicId}`
  const id = useId()
  return (
    <>
      {forDesk ? <p className="audience">{thread.shared ? words.shared : words.deskOnly}</p> : null}
      <blockquote className="quoted-words" dir="auto">
        <span className="only-heard">{words.about} </span>
        {onPlace && place.state !== 'detached' ? (
          <button type="button" className="link-button" onClick={() => onPlace(thread)}>
            {place.quote}
          </button>
        ) : (
          place.quote
        )}
      </blockquote>
      {words.states[place.state] ? <p className="quiet small">{words.states[place.state]}</p> : null}
      <ol className="said-comments">
        {thread.comments.map((comment) => (
          <li key={comment.id}>
            <p className="who small">
              <b>
                <bdi>{comment.mine ? words.you : comment.fromOwner ? words.reporter : comment.authorName}</bdi>
              </b>{' '}
              <Instant at={comment.at} style="both" />
            </p>
            <p className="said" dir="auto">
              {comment.text}
            </p>
          </li>
        ))}
      </ol>
      {resolved ? (
        <p className="state done">{resolved.byName ? words.resolvedBy(resolved.byName) : words.resolved}</p>
      ) : null}
      <div className="thread-answers">
        <details>
          <summary>{words.reply}</summary>
          <form method="post" action={action} className="form wide">
            <input type="hidden" name="next" value={about.next} />
            <TextArea name="text" label={words.reply} scope={id} rows={2} maxLength={3000} required />
            <button type="submit" className="button small">
              {words.sendReply}
            </button>
          </form>
        </details>
        {forDesk ? (
          <form method="post" action={action}>
            <input type="hidden" name="next" value={about.next} />
            <button type="submit" name="resolved" value={resolved ? 'no' : 'yes'} className="button small">
              {resolved ? words.reopen : words.resolve}
            </button>
          </form>
        ) : null}
      </div>
    </>
  )
}

/** A new thread on a paragraph that is chosen from a list; with `starts` (of the paragraphs) also on selected words of a proof. */
export function CommentOnParagraph({
  about,
  paragraphs,
  starts,
}: {
  about: About
  paragraphs: readonly string[]
  starts?: readonly number[]
}) {
  const words = useWords().copydesk.comments
  if (paragraphs.length === 0) return null
  return (
    <details className="comment-on">
      <summary>{words.add}</summary>
      <form
        method="post"
        action={`/comments/${about.publicId}`}
        className="form wide"
        data-on-selection={starts ? words.onSelection : undefined}
      >
        <input type="hidden" name="next" value={about.next} />
        {starts ? <blockquote className="quoted-words" dir="auto" data-quote hidden /> : null}
        <Paragraphs label={words.place} scope="comment" paragraphs={paragraphs} starts={starts} />
        <TextArea name="text" label={words.text} scope="comment" rows={3} maxLength={3000} required />
        <AudienceChoice />
        <button type="submit" className="button small">
          {words.send}
        </button>
      </form>
    </details>
  )
}

/** Who reads a new thread: the reporter too, or the desk alone. */
export function AudienceChoice() {
  const words = useWords().copydesk.comments
  return (
    <fieldset className="audiences">
      <legend className="only-heard">{words.who}</legend>
      {(['shared', 'desk'] as const).map((value) => (
        <div className="pick" key={value}>
          <label>
            <input type="radio" name="for" value={value} defaultChecked={value === 'shared'} />
            <span>{value === 'shared' ? words.shared : words.deskOnly}</span>
          </label>
        </div>
      ))}
    </fieldset>
  )
}

const LONGEST_CHOICE = 70

/** The blocks of a story by the words they begin with. */
export function Paragraphs({
  label,
  scope,
  paragraphs,
  whole,
  starts,
}: {
  label: string
  scope: string
  paragraphs: readonly string[]
  starts?: readonly number[] | undefined
  /** Name of the choice that means no paragraph. */
  whole?: string
}) {
  const cut = (text: string) =>
    text.length > LONGEST_CHOICE ? `${text.slice(0, LONGEST_CHOICE).replace(/\s+\S*$/u, '')} …` : text
  return (
    <div className="field">
      <label htmlFor={`${scope}-paragraph`}>{label}</label>
      <select id={`${scope}-paragraph`} name="paragraph">
        {whole ? <option value="">{whole}</option> : null}
        {paragraphs.map((text, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its number
          <option key={at} value={at} data-from={starts?.[at]}>
            {`${at + 1}. ${cut(text)}`}
          </option>
        ))}
      </select>
    </div>
  )
}
