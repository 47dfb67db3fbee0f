// What the page says after something was ordered: it was done, or it was not and why.
import { Problems } from '../forms/problems.tsx'
import { useWords } from '../page/words-context.ts'

export type Outcome = { done: string; refused: string; faults: { field: string; code: string }[] }

/** Reads the keys that /moves, /notes and /points put into the address; only keys of our own tables are shown. */
export function outcomeFrom(query: { done: string; refused: string; faults: string }): Outcome {
  const faults = query.faults
    .split(',')
    .filter((part) => part.includes('.'))
    .map((part) => ({ field: part.split('.')[0] ?? '', code: part.split('.')[1] ?? '' }))
  return { done: query.done, refused: query.refused, faults }
}

export function StatusNotice({ outcome, story }: { outcome: Outcome; story: string }) {
  const { contributor, workflow } = useWords()
  const { status } = contributor
  const wrong = [
    sentenceOf(workflow.refusals, outcome.refused) ?? sentenceOf(status.messageFaults, outcome.refused),
    outcome.done === 'not-answered' ? status.notAnswered : undefined,
    ...outcome.faults.map((fault) => sentenceOf(workflow.faults, fault.code)),
  ].filter((sentence) => sentence !== undefined)
  if (wrong.length > 0)
    return (
      <>
        <Problems faults={[...new Set(wrong)].map((message) => ({ field: '', message }))} />
        {outcome.faults.length > 0 ? (
          <p className="after-problems">
            <a href={`/my/stories/${story}`}>{status.edit}</a>
          </p>
        ) : null}
      </>
    )
  const done = sentenceOf(status.done, outcome.done)
  return done ? (
    <p className="notice done" role="status">
      {done}
    </p>
  ) : null
}

function sentenceOf(table: Record<string, string>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
