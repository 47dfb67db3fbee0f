// What the page says after something was ordered on it.
import { Problems } from '../forms/problems.tsx'
import { useWords } from '../page/words-context.ts'

/** The `done` of an answer that could not be saved: the page's title says so too. */
export const notAnswered = 'not-answered'

/** `done` comes from the address: only keys of our own table say anything. */
export function StatusNotice({ done }: { done: string }) {
  const { contributor, tracking } = useWords()
  const faults: Record<string, string> = {
    [notAnswered]: contributor.status.notAnswered,
    'not-reminded': tracking.notReminded,
    ...Object.fromEntries(
      Object.entries(tracking.suggestions.refused).map(([because, said]) => [`edit-${because}`, said]),
    ),
  }
  if (Object.hasOwn(faults, done)) return <Problems faults={[{ field: '', message: faults[done] ?? '' }]} />
  const said: Record<string, string> = { ...contributor.status.done, ...tracking.done }
  // What was done to a point or a change is said beside it.
  if (!Object.hasOwn(said, done) || Object.hasOwn(tracking.points.said, done)) return null
  return (
    <p className="notice done" role="status">
      {said[done]}
    </p>
  )
}

/** Does `done` say that something was refused? */
export function isRefusal(done: string): boolean {
  return /^(not-|edit-)/.test(done)
}
