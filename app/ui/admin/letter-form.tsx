// The words of a letter: what the book says, the form of own words with the places it can name, and the preview.
import { letterKinds, type StoryLetterKind } from '#app/newsroom/letters/kinds.ts'
import {
  type LetterPlace,
  type LetterTemplate,
  LONGEST_BODY,
  LONGEST_SUBJECT,
} from '#app/newsroom/letters/templates.ts'
import { directionOf } from '#app/newsroom/story/direction.ts'
import { TextArea, TextField } from '#app/ui/forms/field.tsx'
import type { Fault } from '#app/ui/forms/problems.tsx'
import { useWords } from '#app/ui/page/words-context.ts'

export type LetterRefused = { faults: Fault[]; values: Record<string, string> }

type Props = {
  kind: StoryLetterKind
  language: string
  book: LetterTemplate
  /** Null while the book's words hold. */
  own: LetterTemplate | null
  places: readonly LetterPlace[]
  refused?: LetterRefused
}

export function LetterForm(props: Props) {
  return (
    <div className="letter-desk">
      <div>
        <BookWords {...props} />
        <OwnWords {...props} />
      </div>
      <Preview {...props} />
    </div>
  )
}

function BookWords({ language, book }: Props) {
  const words = useWords().lists.letters
  return (
    <section className="part" aria-labelledby="letter-book">
      <h2 id="letter-book">{words.book}</h2>
      <p className="hint">{words.bookHint}</p>
      <div className="said" lang={language} dir={directionOf(language)}>
        <p>
          <b>{book.subject}</b>
        </p>
        {book.body.split('\n').map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </section>
  )
}

function OwnWords({ kind, language, book, own, places, refused }: Props) {
  const words = useWords().lists.letters
  const values = refused?.values ?? own ?? book
  const spoken = { lang: language, dir: directionOf(language) }
  return (
    <section className="part" aria-labelledby="letter-own">
      <h2 id="letter-own">{words.own}</h2>
      {own ? null : <p className="quiet">{words.noOwn}</p>}
      <p className="hint">{words.placesHint}</p>
      <h3>{words.places}</h3>
      <dl className="letter-places">
        {places.map((place) => (
          <div key={place}>
            <dt>
              <code dir="ltr">{`{${place}}`}</code>
            </dt>
            <dd>{place === 'note' && isToWriter(kind) ? words.noteToWriter : words.placeNames[place]}</dd>
          </div>
        ))}
      </dl>
      <form method="post" action={`/admin/letters/${kind}`} className="form wide" noValidate>
        <input type="hidden" name="language" value={language} />
        <TextField
          name="subject"
          label={words.subject}
          maxLength={LONGEST_SUBJECT}
          faults={refused?.faults}
          defaultValue={values.subject}
          {...spoken}
        />
        <TextArea
          name="body"
          label={words.body}
          hint={words.bodyHint}
          rows={10}
          maxLength={LONGEST_BODY}
          faults={refused?.faults}
          defaultValue={values.body}
          {...spoken}
        />
        <div className="buttons">
          <button type="submit" name="act" value="save" className="button primary">
            {words.save}
          </button>
          <button
            type="submit"
            className="button"
            formAction={`/admin/letters/${kind}/preview`}
            formTarget="letter-preview"
          >
            {words.show}
          </button>
          {own ? (
            <button type="submit" name="act" value="drop" className="button">
              {words.drop}
            </button>
          ) : null}
        </div>
      </form>
    </section>
  )
}

// The frame may do nothing: no script, no form, no origin of its own. The button of the form fills it with what is typed.
function Preview({ kind, language }: Props) {
  const words = useWords().lists.letters
  const address = `/admin/letters/${kind}/preview?language=${language}`
  return (
    <section className="part letter-preview" aria-labelledby="letter-preview">
      <h2 id="letter-preview">{words.preview}</h2>
      <iframe name="letter-preview" title={words.preview} src={address} sandbox="" />
      <p className="small">
        <a href={`${address}&as=text`}>{words.asText}</a> · <a href={address}>{words.asHtml}</a>
      </p>
      <p className="hint">{words.veiled}</p>
    </section>
  )
}

/** The other side of a letter to the reporter is the desk; of one to the desk, the reporter. */
function isToWriter(kind: StoryLetterKind): boolean {
  return letterKinds[kind].for === 'writer'
}
