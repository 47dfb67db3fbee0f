// The letter of a decision before it is made: in its reader's language and direction, on a page or in the dialog.
import { directionOf } from '#app/newsroom/story/direction.ts'
import { useWords } from '#app/ui/page/words-context.ts'

/** `data-letter` is what the desk's script takes from the page into the dialog. */
export function DecisionLetter({ letter }: { letter: { language: string; subject: string; text: string } }) {
  const { language, lists } = useWords()
  const words = lists.letter
  const written = { lang: letter.language, dir: directionOf(letter.language) }
  return (
    <section className="letter-ahead" data-letter aria-label={words.title}>
      {letter.subject === '' ? (
        <p>{words.spam}</p>
      ) : (
        <>
          <p className="quiet small">{words.to(nameOf(letter.language, language))}</p>
          <p>
            <b>{words.subject}</b> <bdi {...written}>{letter.subject}</bdi>
          </p>
          <div className="letter-text" {...written}>
            {letter.text}
          </div>
        </>
      )}
    </section>
  )
}

function nameOf(language: string, reader: string): string {
  return new Intl.DisplayNames(reader, { type: 'language' }).of(language) ?? language
}
