// Two versions of a story: side by side where there is room, in one where there is not; long same parts folded away.

import type { ShownLine } from '#app/newsroom/desk/shown-suggestions.ts'
import type { ComparedLine } from '#app/newsroom/story/copy/compared-lines.ts'
import { useWords } from '../page/words-context.ts'
import { DifferenceLine } from './difference.tsx'

export function ComparedVersions({
  headlines,
  standfirsts,
  lines,
  language,
}: {
  headlines: readonly ShownLine[]
  standfirsts: readonly ShownLine[]
  lines: readonly ComparedLine[]
  /** Of the story. */
  language: string
}) {
  const words = useWords()
  const { compare } = words.tracking
  return (
    <div className="compared" lang={language}>
      {[
        { name: compare.headline, list: headlines },
        { name: compare.standfirst, list: standfirsts },
      ].map(({ name, list }) =>
        list.length ? (
          <section key={name} className="compared-field">
            <h2 lang={words.language}>{name}</h2>
            {list.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a comparison never move
              <DifferenceLine key={at} line={line} named={false} />
            ))}
          </section>
        ) : null,
      )}
      <section className="compared-field">
        <h2 lang={words.language}>{compare.text}</h2>
        {groupsOf(lines).map((group, at) =>
          group.isFolded ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a comparison never move
            <details key={at} className="same-lines">
              <summary lang={words.language}>{compare.unchanged(group.lines.length)}</summary>
              {group.lines.map((line, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines of a comparison never move
                <DifferenceLine key={i} line={{ ...line, runs: line.after, attributes: [] }} />
              ))}
            </details>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a comparison never move
            group.lines.map((line, i) => <BothSides key={`${at}.${i}`} line={line} />)
          ),
        )}
      </section>
    </div>
  )
}

function BothSides({ line }: { line: ComparedLine }) {
  return (
    <div className="both-sides">
      <div className="in-one">
        <DifferenceLine line={{ ...line, runs: line.together }} />
      </div>
      <div className="side">
        {line.before.length ? <DifferenceLine line={{ ...line, runs: line.before, attributes: [] }} /> : null}
      </div>
      <div className="side">
        {line.after.length || line.attributes.length ? <DifferenceLine line={{ ...line, runs: line.after }} /> : null}
      </div>
    </div>
  )
}

const LONGEST_SAME = 2

/** Runs of unchanged lines, folded where they are long. */
function groupsOf(lines: readonly ComparedLine[]): { isFolded: boolean; lines: ComparedLine[] }[] {
  const groups: { same: boolean; lines: ComparedLine[] }[] = []
  for (const line of lines) {
    const same = line.state === 'same'
    const last = groups.at(-1)
    if (last?.same === same) last.lines.push(line)
    else groups.push({ same, lines: [line] })
  }
  return groups.map((group) => ({ isFolded: group.same && group.lines.length > LONGEST_SAME, lines: group.lines }))
}
