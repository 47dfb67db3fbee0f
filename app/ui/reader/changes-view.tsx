// What became of a story, the newest first: each edition with its note and what differs from the one before.
import type { ComparedContents } from '#app/newsroom/desk/compared-contents.ts'
import type { StoryChange, StoryChanges } from '#app/newsroom/press/changes.ts'
import { directionOf } from '#app/newsroom/story/direction.ts'
import { DifferenceLine } from '#app/ui/contributor/difference.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { PrintedAt } from './printed-at.tsx'

export function ChangesView({ story }: { story: StoryChanges }) {
  const words = useWords().after.changes
  return (
    <div className="what-changed">
      <header className="page-head">
        <h1 dir="auto">{words.title(story.headline)}</h1>
        <p className="standfirst">{words.lead}</p>
        <p className="small">
          <span>
            <a href={`/stories/${story.slug}`}>{words.back}</a>
          </span>
          <span>{words.legend}</span>
        </p>
      </header>
      {story.steps.map((step) => (
        <Step key={`${step.what}${step.at}`} step={step} language={story.language} />
      ))}
    </div>
  )
}

function Step({ step, language }: { step: StoryChange; language: string }) {
  const words = useWords().after.changes
  const name = step.what === 'edition' ? words.kind[step.kind] : words[step.what]
  return (
    <section>
      <header>
        <h2>{name}</h2>
        <p className="small">
          <PrintedAt at={step.at} />
          {step.what === 'edition' && step.kind !== 'first' ? <span>{words.edition(step.number)}</span> : null}
        </p>
      </header>
      {step.note !== '' ? (
        <p className="said" dir="auto">
          {step.note}
        </p>
      ) : null}
      {step.what === 'edition' && step.hidden ? <p className="small">{words.hidden[step.hidden]}</p> : null}
      {step.what === 'edition' && step.difference ? (
        <Difference difference={step.difference} language={language} />
      ) : null}
    </section>
  )
}

// Only what changed, each place with its line: the whole text stands on the story's page.
function Difference({ difference, language }: { difference: ComparedContents; language: string }) {
  const words = useWords()
  const { changes } = words.after
  const { compare } = words.tracking
  const lines = difference.lines.filter(({ state }) => state !== 'same')
  return (
    <details open={difference.changes <= MOST_OPEN}>
      <summary>{difference.changes === 0 ? changes.none : changes.changed(difference.changes)}</summary>
      <div className="differences" lang={language} dir={directionOf(language)}>
        {[
          { name: compare.headline, list: difference.headlines },
          { name: compare.standfirst, list: difference.standfirsts },
        ].map(({ name, list }) =>
          list.length > 0 ? (
            <div key={name}>
              <p className="small" lang={words.language}>
                {name}
              </p>
              {list.map((line, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines of a comparison never move
                <DifferenceLine key={at} line={line} named={false} />
              ))}
            </div>
          ) : null,
        )}
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a comparison never move
          <DifferenceLine key={at} line={{ ...line, runs: line.together }} />
        ))}
      </div>
    </details>
  )
}

const MOST_OPEN = 20
