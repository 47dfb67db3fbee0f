// The tabs of the queue with their counts, and the form that narrows what a tab shows.
import { type QueueTab, type Tally, tabNames } from '#app/newsroom/desk/review-queue.ts'
import { Choice, TextField } from '#app/ui/forms/field.tsx'
import { useWords } from '#app/ui/page/words-context.ts'

export type QueueAsked = { tab: QueueTab; section: string; topic: string; text: string; after: string }

/** The address of the queue for this question; parts that ask for nothing are left out. */
export function queuePath(asked: Partial<QueueAsked>): string {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value))
  return `/desk?${query}`
}

export function QueueTabs({ asked, counts }: { asked: QueueAsked; counts: Record<QueueTab, Tally> }) {
  const { queue } = useWords().desk
  const { section, topic, text } = asked
  return (
    <nav aria-label={queue.tabsLabel}>
      <ul className="tabs">
        {tabNames.map((tab) => (
          <li key={tab}>
            <a href={queuePath({ tab, section, topic, text })} aria-current={tab === asked.tab ? 'page' : undefined}>
              {queue.tabs[tab]} <span className="tally">{counts[tab]?.stories}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type Named = { slug: string; name: string }

export function QueueFilters({ asked, sections, topics }: { asked: QueueAsked; sections: Named[]; topics: Named[] }) {
  const { filters } = useWords().desk.queue
  return (
    <form method="get" action="/desk" className="filters" aria-label={filters.legend}>
      <input type="hidden" name="tab" value={asked.tab} />
      <Choice
        name="section"
        label={filters.section}
        defaultValue={asked.section}
        options={choices(filters.anySection, sections)}
      />
      <Choice
        name="topic"
        label={filters.topic}
        defaultValue={asked.topic}
        options={choices(filters.anyTopic, topics)}
      />
      <TextField name="text" type="search" label={filters.text} defaultValue={asked.text} maxLength={80} />
      <div className="buttons">
        <button type="submit" className="button">
          {filters.button}
        </button>
        {isNarrowed(asked) && <a href={queuePath({ tab: asked.tab })}>{filters.clear}</a>}
      </div>
    </form>
  )
}

/** True when the list shows less than its whole tab. */
export function isNarrowed({ section, topic, text }: QueueAsked): boolean {
  return Boolean(section || topic || text)
}

function choices(any: string, named: Named[]) {
  return [{ value: '', label: any }, ...named.map(({ slug, name }) => ({ value: slug, label: name }))]
}
