// The tabs of the queue with their counts, the form that narrows what a tab shows, and the filters that were given a name.
import {
  filterNames,
  type QueueFilter,
  type QueueTab,
  risks,
  type Tally,
  tabNames,
} from '#app/newsroom/desk/review-queue.ts'
import type { SavedFilter } from '#app/newsroom/desk/saved-filters.ts'
import { Choice, TextField } from '#app/ui/forms/field.tsx'
import type { Fault } from '#app/ui/forms/problems.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { languages } from '#app/words/languages.ts'
import { shownTally } from './tally.ts'

export type QueueAsked = { tab: QueueTab; after: string } & Required<QueueFilter>

/** The question of a page as a query string; parts that ask for nothing are left out. */
export function queueQuery(asked: Partial<QueueAsked>): string {
  return new URLSearchParams(Object.entries(asked).filter(([, value]) => value)).toString()
}

/** The address of the queue for this question. */
export function queuePath(asked: Partial<QueueAsked>): string {
  return `/desk?${queueQuery(asked)}`
}

/** True when the list shows less than its whole tab. */
export function isNarrowed(asked: QueueAsked): boolean {
  return filterNames.some((name) => asked[name])
}

export function QueueTabs({ asked, counts }: { asked: QueueAsked; counts: Record<QueueTab, Tally> }) {
  const words = useWords()
  const { queue } = words.desk
  return (
    <nav aria-label={queue.tabsLabel}>
      <ul className="tabs">
        {tabNames.map((tab) => (
          <li key={tab}>
            <a href={queuePath({ ...asked, after: '', tab })} aria-current={tab === asked.tab ? 'page' : undefined}>
              {queue.tabs[tab]}{' '}
              <span className="tally" data-tab={tab}>
                {shownTally(counts[tab], words)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type Named = { slug: string; name: string }
type Holder = { publicId: string; name: string }

export type FilterChoices = { sections: Named[]; topics: Named[]; holders: Holder[] }

export function QueueFilters({ asked, choices }: { asked: QueueAsked; choices: FilterChoices }) {
  const { desk, queue } = useWords()
  const { filters } = desk.queue
  const more = queue.filters
  const of = (name: keyof QueueFilter, label: string, any: string, options: { value: string; label: string }[]) => (
    <Choice name={name} label={label} defaultValue={asked[name]} options={[{ value: '', label: any }, ...options]} />
  )
  return (
    <>
      {/* Its form stands beside it, so that on wide screens it is there however the fold is. */}
      <details className="filters-fold" open={isNarrowed(asked)}>
        <summary>{filters.legend}</summary>
      </details>
      <form method="get" action="/desk" className="filters queue-filters" aria-label={filters.legend}>
        <input type="hidden" name="tab" value={asked.tab} />
        <TextField name="text" type="search" label={more.text} defaultValue={asked.text} maxLength={80} />
        {of('section', filters.section, filters.anySection, choices.sections.map(fromNamed))}
        {of(
          'language',
          more.language,
          more.anyLanguage,
          languages.map(({ code, name }) => ({ value: code, label: name })),
        )}
        {of('topic', filters.topic, filters.anyTopic, choices.topics.map(fromNamed))}
        {of(
          'risk',
          more.risk,
          more.anyRisk,
          risks.map((risk) => ({ value: risk, label: more.risks[risk] })),
        )}
        {of(
          'holder',
          more.holder,
          more.anyHolder,
          choices.holders.map(({ publicId, name }) => ({ value: publicId, label: name })),
        )}
        <div className="buttons">
          <button type="submit" className="button">
            {filters.button}
          </button>
          {isNarrowed(asked) && <a href={queuePath({ tab: asked.tab })}>{more.clear}</a>}
        </div>
      </form>
    </>
  )
}

/** Own filters as links, each with its way out; and a field to name the present one. */
export function SavedFilters({ asked, saved }: { asked: QueueAsked; saved: SavedFilter[] }) {
  const words = useWords().queue.saved
  const question = queueQuery({ ...asked, after: '' })
  const isNew = isNarrowed(asked) && !saved.some((one) => sameQuestion(one.question, question))
  if (saved.length === 0 && !isNew) return null
  return (
    <div className="saved-filters">
      {saved.length > 0 && (
        <ul aria-label={words.title}>
          {saved.map(({ publicId, name, question: query }) => (
            <li key={publicId}>
              <a href={`/desk?${query}`} aria-current={sameQuestion(query, question) ? 'page' : undefined}>
                <bdi>{name}</bdi>
              </a>
              <form method="post" action={`/desk/filters/${publicId}/drop`}>
                <button type="submit" className="drop" aria-label={words.drop(name)}>
                  ×
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      {isNew && <SaveFilter question={question} />}
    </div>
  )
}

/** `faults` name the field as the summary of problems links to it. */
export function SaveFilter({
  question,
  name = '',
  faults = [],
}: {
  question: string
  name?: string
  faults?: Fault[]
}) {
  const words = useWords().queue.saved
  return (
    <form method="post" action="/desk/filters" className="save-filter">
      <input type="hidden" name="question" value={question} />
      <TextField
        name="name"
        label={words.name}
        maxLength={60}
        required
        defaultValue={name}
        scope="save"
        faults={faults.map((fault) => ({ ...fault, field: fault.field.replace('save-', '') }))}
      />
      <button type="submit" className="button small">
        {words.save}
      </button>
    </form>
  )
}

function sameQuestion(a: string, b: string): boolean {
  const sorted = (query: string) => [...new URLSearchParams(query)].map(String).sort().join()
  return sorted(a) === sorted(b)
}

function fromNamed({ slug, name }: Named) {
  return { value: slug, label: name }
}
