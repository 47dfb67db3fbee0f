// A chart of stacked bars, drawn on the server as SVG, with its legend and the same numbers as a table.

import { useWords } from '#app/ui/page/words-context.ts'
import { formatInstant, formatsIn } from '#app/words/formats.ts'
import { isRightToLeft } from '#app/words/languages.ts'

/** How a part of a bar is filled: told apart by its pattern, not by its colour alone. */
export type Fill = 'plain' | 'hatched' | 'dotted'
export type Series = { label: string; fill: Fill; values: readonly number[] }

/** `weeks` are ISO Mondays, the oldest first; each series has one value a week, the first stands at the foot of the bar. */
export function BarChart({
  id,
  title,
  text,
  weeks,
  series,
}: {
  id: string
  title: string
  /** What the chart says, in a sentence. */
  text: string
  weeks: readonly string[]
  series: readonly Series[]
}) {
  const { figures, language } = useWords()
  const words = figures.charts
  const { number, list } = formatsIn(language)
  const day = (week: string) => formatInstant(new Date(week), 'day', 'UTC', language)
  const parts = (at: number) => list(series.map(({ label, values }) => words.part(label, number(values[at] ?? 0))))
  return (
    <figure className="chart">
      <figcaption>
        <h3>{title}</h3>
        <p className="quiet small">{text}</p>
        <ul className="legend small">
          {series.map(({ label, fill }) => (
            <li key={label}>
              <Swatch id={`${id}-swatch-${fill}`} fill={fill} /> {label}
            </li>
          ))}
        </ul>
      </figcaption>
      <svg className="plot" role="img" aria-labelledby={`${id}-title ${id}-text`} direction="ltr">
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-text`}>{text}</desc>
        <Patterns id={id} />
        <Lines most={mostOf(series)} rightToLeft={isRightToLeft(language)} words={number} />
        {weeks.map((week, at) => (
          <g key={week}>
            <title>{words.bar(day(week), parts(at))}</title>
            <Bar id={id} at={at} of={weeks.length} series={series} rightToLeft={isRightToLeft(language)} />
          </g>
        ))}
      </svg>
      <p className="axis quiet small" aria-hidden="true">
        <span>{day(weeks[0] ?? '')}</span>
        <span>{day(weeks.at(-1) ?? '')}</span>
      </p>
      <details>
        <summary>{words.table}</summary>
        <table className="table numbers">
          <caption className="only-heard">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.week}</th>
              {series.map(({ label }) => (
                <th scope="col" key={label}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week, at) => (
              <tr key={week}>
                <th scope="row">{day(week)}</th>
                {series.map(({ label, values }) => (
                  <td key={label}>{number(values[at] ?? 0)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

// The plot is drawn in hundredths of its box, so that it fits any width and its words keep their size.
const GAP = 0.18
const TOP = 10

/** The end of the scale: the next of 1, 2, 5, 10, 20, 50 …, so that half of it is a number too. */
function mostOf(series: readonly Series[]): number {
  const highest = Math.max(2, ...(series[0]?.values ?? []).map((_, at) => sumAt(series, at)))
  const size = 10 ** Math.floor(Math.log10(highest))
  return size * ([1, 2, 4, 5, 10].find((step) => step * size >= highest) ?? 10)
}

function sumAt(series: readonly Series[], at: number): number {
  return series.reduce((sum, { values }) => sum + Math.max(0, values[at] ?? 0), 0)
}

function Bar({
  id,
  at,
  of,
  series,
  rightToLeft,
}: {
  id: string
  at: number
  of: number
  series: readonly Series[]
  rightToLeft: boolean
}) {
  const most = mostOf(series)
  const slot = 100 / of
  const width = slot * (1 - GAP)
  const x = (rightToLeft ? 100 - slot * (at + 1) : slot * at) + (slot - width) / 2
  const heights = series.map(({ values }) => (Math.max(0, values[at] ?? 0) / most) * (100 - TOP))
  return heights.map((height, part) => {
    const y = 100 - heights.slice(0, part + 1).reduce((sum, one) => sum + one, 0)
    const { label, fill } = series[part] ?? { label: '', fill: 'plain' }
    return height > 0 ? (
      <rect
        key={label}
        className={fill}
        x={`${x.toFixed(3)}%`}
        y={`${y.toFixed(3)}%`}
        width={`${width.toFixed(3)}%`}
        height={`${height.toFixed(3)}%`}
        fill={fillOf(id, fill)}
      />
    ) : null
  })
}

function Lines({ most, rightToLeft, words }: { most: number; rightToLeft: boolean; words: (value: number) => string }) {
  return [most, most / 2].map((value) => {
    const y = `${(100 - (value / most) * (100 - TOP)).toFixed(3)}%`
    return (
      <g key={value}>
        <line className="gridline" x1="0" x2="100%" y1={y} y2={y} />
        <text className="scale" x={rightToLeft ? '100%' : '0'} y={y} dy="-3" textAnchor={rightToLeft ? 'end' : 'start'}>
          {words(value)}
        </text>
      </g>
    )
  })
}

function fillOf(id: string, fill: Fill): string | undefined {
  return fill === 'plain' ? undefined : `url(#${id}-${fill})`
}

function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-hatched`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="ground" width="6" height="6" />
        <line className="stroke" x1="0" y1="0" x2="0" y2="6" />
      </pattern>
      <pattern id={`${id}-dotted`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect className="ground" width="6" height="6" />
        <circle className="dot" cx="3" cy="3" r="1.4" />
      </pattern>
    </defs>
  )
}

function Swatch({ id, fill }: { id: string; fill: Fill }) {
  return (
    <svg className="swatch" aria-hidden="true">
      <Patterns id={id} />
      <rect className={fill} width="100%" height="100%" fill={fillOf(id, fill)} />
    </svg>
  )
}
