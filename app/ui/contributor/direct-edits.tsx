// What the desk changed by itself: told to the reporter change by change, and not asked about.
import { Instant } from '../page/instant.tsx'
import { useWords } from '../page/words-context.ts'
import { ChangedWords, isAboveCopy, type SuggestionsShown } from './suggestions.tsx'

type DirectEdit = Pick<SuggestionsShown['list'][number], 'key' | 'kind' | 'removed' | 'added' | 'lines' | 'madeAt'>

export function DirectEdits({
  direct: { deskName, language, list },
}: {
  direct: { deskName: string; language: string; list: readonly DirectEdit[] }
}) {
  const words = useWords()
  const reporter = words.tracking.edits
  const { one, kinds } = words.tracking.suggestions
  return (
    <section className="part suggestions" id="direct" aria-labelledby="direct-title">
      <h2 id="direct-title">{reporter.direct}</h2>
      <p className="quiet">{reporter.directLead(deskName, list.length)}</p>
      <ol className="change-list" lang={language}>
        {list.map((change, at) => (
          <li key={change.key} className="change">
            <p className="change-head" lang={words.language}>
              {one(at + 1)}
              {isAboveCopy(change.kind) ? ` · ${kinds[change.kind]}` : ''}
            </p>
            <ChangedWords change={change} />
            <p className="quiet small made-at" lang={words.language}>
              {reporter.madeBy(deskName)}, <Instant at={change.madeAt} style="both" />
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
