// The next editions that are being prepared: which story, what kind, who wrote last, and whether they are approved.
import type { EditionKind } from '#app/newsroom/desk/edition-kinds.ts'
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'

type InHand = {
  story: string
  number: number
  headline: string
  kind: EditionKind
  state: 'open' | 'approved' | 'printed' | 'dropped'
  at: string
  byName: string
}

/** Nothing at all while none is being prepared. */
export function EditionsInHand({ editions }: { editions: readonly InHand[] }) {
  const { after, desk } = useWords()
  if (editions.length === 0) return null
  return (
    <section className="part" aria-labelledby="in-hand">
      <h2 id="in-hand">{after.next.inHand}</h2>
      <ul className="kept-list">
        {editions.map(({ story, number, headline, kind, state, at, byName }) => (
          <li key={story}>
            <p>
              <a href={`/desk/stories/${story}/next`} dir="auto">
                {headline || desk.queue.untitled}
              </a>
              <br />
              <span className="quiet small">
                {desk.queue.number(number)} · {after.changes.kind[kind]} · <bdi>{byName}</bdi> ·{' '}
                <Instant at={at} style="both" />
              </span>
            </p>
            <span className={`state ${state === 'approved' ? 'done' : 'waiting'}`}>
              {after.next.states[state === 'approved' ? 'approved' : 'open']}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
