// The figures as numbers: of the whole desk, by section, by editor.
import type { ReactNode } from 'react'
import { BACKLOG_COUNTED, type Figures, type Summary } from '#app/newsroom/desk/figures.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { formatSpan, formatsIn } from '#app/words/formats.ts'

/** The desk's own numbers, large. */
export function DeskSummary({ all }: { all: Figures['all'] }) {
  const { figures, language } = useWords()
  const { number } = formatsIn(language)
  const told = useTold()
  return (
    <dl className="figures desk-figures">
      <Pair name={figures.intake}>{number(all.intake)}</Pair>
      <Pair name={figures.waiting}>{told.counted(all.waiting)}</Pair>
      <Pair name={figures.lateNow}>{told.counted(all.lateNow)}</Pair>
      <Pair name={figures.firstAnswer}>{told.span(all.firstAnswerMs)}</Pair>
      <Pair name={figures.lateAnswers}>{number(all.late)}</Pair>
      <Pair name={figures.decision}>{told.span(all.decisionMs)}</Pair>
      <Pair name={figures.acceptance}>{told.share(all.acceptance)}</Pair>
      <Pair name={figures.rounds}>{told.rounds(all.rounds)}</Pair>
      {all.spam > 0 && <Pair name={figures.spam}>{number(all.spam)}</Pair>}
    </dl>
  )
}

export function SectionFigures({ sections }: Pick<Figures, 'sections'>) {
  const { figures, language } = useWords()
  const { number } = formatsIn(language)
  const told = useTold()
  const columns = [
    figures.intake,
    figures.waiting,
    figures.lateNow,
    figures.firstAnswer,
    figures.decision,
    figures.acceptance,
    figures.rounds,
  ]
  return (
    <Table
      caption={figures.sections}
      first={figures.section}
      columns={columns}
      rows={sections.map((one) => ({
        name: one.name,
        cells: [
          number(one.intake),
          told.counted(one.waiting),
          told.counted(one.lateNow),
          told.span(one.firstAnswerMs),
          told.span(one.decisionMs),
          told.share(one.acceptance),
          told.rounds(one.rounds),
        ],
      }))}
    />
  )
}

export function PeopleFigures({ people }: Pick<Figures, 'people'>) {
  const { figures, language } = useWords()
  const { number } = formatsIn(language)
  const told = useTold()
  const decided = ({ accepted, declined, rejected }: Summary) => number(accepted + declined + rejected)
  return (
    <Table
      caption={figures.people}
      first={figures.person}
      columns={[figures.answered, figures.firstAnswer, figures.decided, figures.decision, figures.acceptance]}
      rows={people.map((one) => ({
        name: one.me ? figures.you : one.name,
        cells: [
          number(one.answered),
          told.span(one.firstAnswerMs),
          decided(one),
          told.span(one.decisionMs),
          told.share(one.acceptance),
        ],
      }))}
    />
  )
}

type Row = { name: string; cells: string[] }

function Table({
  caption,
  first,
  columns,
  rows,
}: {
  caption: string
  first: string
  columns: readonly string[]
  rows: readonly Row[]
}) {
  return (
    <table className="table stacks numbers">
      <caption className="only-heard">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {columns.map((column) => (
            <th scope="col" key={column}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, cells }) => (
          <tr key={name}>
            <th scope="row">
              <bdi>{name}</bdi>
            </th>
            {cells.map((cell, at) => (
              <td key={columns[at]} data-label={columns[at]}>
                <span>{cell}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Pair({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Numbers as the page says them; a dash where too few tell. */
function useTold() {
  const { figures, language } = useWords()
  const { number, percent } = formatsIn(language)
  return {
    span: (ms: number | null) => (ms === null ? '–' : formatSpan(ms, language)),
    share: (share: number | null) => (share === null ? '–' : percent(share)),
    rounds: (rounds: number | null) => (rounds === null ? '–' : number(Math.round(rounds * 10) / 10)),
    counted: (n: number) => (n >= BACKLOG_COUNTED ? figures.more(number(BACKLOG_COUNTED)) : number(n)),
  }
}
