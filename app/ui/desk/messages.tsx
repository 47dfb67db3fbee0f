// The messages of a story: shared with the reporter or for the desk only, visibly different; and the form for another.
import type { Note } from '#app/newsroom/desk/desk-story.ts'
import { TextArea } from '#app/ui/forms/field.tsx'
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'

export function Messages({ notes, publicId, own }: { notes: Note[]; publicId: string; own: boolean }) {
  const { messages } = useWords().desk.review
  return (
    <>
      {notes.length === 0 && <p className="quiet">{messages.none}</p>}
      <ul className="messages">
        {notes.map((note) => (
          <li key={note.id} className={note.shared ? (note.fromOwner ? 'theirs' : 'shared') : 'desk-only'}>
            <p className="who">
              <b>
                <bdi>{note.fromOwner ? messages.reporter : note.authorName || messages.colleague}</bdi>
              </b>{' '}
              <Instant at={note.at} style="both" />
              <span className="audience">{note.shared ? messages.shared : messages.deskOnly}</span>
            </p>
            <p className="said" dir="auto">
              {note.text}
            </p>
          </li>
        ))}
      </ul>
      {!own && <MessageForm publicId={publicId} next={`/desk/stories/${publicId}`} />}
    </>
  )
}

/** `text` and `audience` are what was typed before, where the form comes back. */
export function MessageForm({
  publicId,
  next,
  text,
  audience = 'shared',
  fault,
  choose = true,
}: {
  publicId: string
  next: string
  text?: string
  audience?: 'shared' | 'desk'
  fault?: string
  /** The desk chooses who reads it; a reporter's message is always shared. */
  choose?: boolean
}) {
  const { messages } = useWords().desk.review
  return (
    <form method="post" action={`/notes/${publicId}`} className="form wide message-form">
      <input type="hidden" name="next" value={next} />
      <TextArea
        name="text"
        label={messages.field}
        rows={3}
        maxLength={5000}
        defaultValue={text}
        faults={fault ? [{ field: 'text', message: fault }] : undefined}
      />
      {choose && (
        <fieldset className="audiences">
          <legend className="only-heard">{messages.who}</legend>
          {(['shared', 'desk'] as const).map((value) => (
            <div className="pick" key={value}>
              <label>
                <input type="radio" name="for" value={value} defaultChecked={value === audience} />
                <span>{value === 'shared' ? messages.shared : messages.deskOnly}</span>
              </label>
            </div>
          ))}
        </fieldset>
      )}
      <div className="buttons">
        <button type="submit" className="button">
          {messages.send}
        </button>
      </div>
    </form>
  )
}
