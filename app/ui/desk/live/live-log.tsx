// Everything that was done to a live coverage: who, what, when, and with which words.
import type { LiveLogLine } from '#app/newsroom/desk/live-desk.ts'
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'

export function LiveLog({ lines }: { lines: readonly LiveLogLine[] }) {
  const { acts, desk } = useWords().live
  const { log: words } = desk
  return (
    <section className="part" aria-labelledby="live-log">
      <h2 id="live-log">{words.title}</h2>
      <ol className="live-log">
        {lines.map((line) => (
          <li key={line.id}>
            <p>
              <span className="quiet small">
                <Instant at={line.at} style="both" />
              </span>{' '}
              <bdi>{line.by ?? (line.entry ? words.sender : words.gone)}</bdi> {acts[line.act]}
              {line.entry ? (
                <>
                  : <bdi>{line.entry}</bdi>
                </>
              ) : null}
            </p>
            {line.note && line.act !== 'open' ? (
              <p className="said small" dir="auto">
                {line.note}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
