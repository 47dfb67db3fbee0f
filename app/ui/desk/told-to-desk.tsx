// What only the desk reads: who told the reporter, how it is known, and the part of AI.
import type { DeskOnly } from '#app/newsroom/story/news-fields.ts'
import { useWords } from '#app/ui/page/words-context.ts'

export function ToldToDesk({ told }: { told: DeskOnly }) {
  const { desk, contributor } = useWords()
  const { sources } = desk.review
  const { writing } = contributor
  const known = [
    [writing.knownWhere, told.knownWhere],
    [writing.knownWhen, told.knownWhen],
    [writing.knownHow, told.knownHow],
    [writing.aiUse, told.aiUse ? writing.aiUses[told.aiUse] : ''],
    [writing.aiNote, told.aiNote],
  ].filter(([, answer]) => answer)
  return (
    <>
      <p className="quiet small">{sources.deskOnly}</p>
      {told.sources ? (
        <p className="said" dir="auto">
          {told.sources}
        </p>
      ) : (
        <p className="quiet">{sources.none}</p>
      )}
      {known.length > 0 ? (
        <dl className="facts">
          {known.map(([name, answer]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{answer}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </>
  )
}
