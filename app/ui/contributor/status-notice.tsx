// What the page says after something was ordered on it.
import { Problems } from '../forms/problems.tsx'
import { useWords } from '../page/words-context.ts'

/** The `done` of an answer that could not be saved: the page's title says so too. */
export const notAnswered = 'not-answered'

/** `done` comes from the address: only keys of our own table say anything. */
export function StatusNotice({ done }: { done: string }) {
  const words = useWords().contributor.status
  if (done === notAnswered) return <Problems faults={[{ field: '', message: words.notAnswered }]} />
  const said: Record<string, string> = words.done
  if (!Object.hasOwn(said, done)) return null
  return (
    <p className="notice done" role="status">
      {said[done]}
    </p>
  )
}
