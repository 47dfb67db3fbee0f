// What stands where there is nothing, in the paper's clothes.
import { useWords } from '#app/ui/page/words-context.ts'

/** The body of every 404; the same words whether an address was mistyped or is not public. */
export function NothingHere() {
  const { missing } = useWords().reader
  return (
    <div className="instead">
      <h1>{missing.title}</h1>
      <p>{missing.text}</p>
      <p>
        <a href="/">{missing.toFrontPage}</a>
      </p>
    </div>
  )
}
