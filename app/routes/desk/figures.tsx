// /desk/figures: what comes in, how long reporters wait and how the desk decides, by week, section and editor.
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { figuresOf } from '#app/newsroom/desk/figures.server.ts'
import { type Figures, type Period, periods } from '#app/newsroom/desk/figures.ts'
import { waitsAt } from '#app/newsroom/desk/waits.server.ts'
import { readQuery } from '#app/platform/read-form.server.ts'
import { door } from '#app/routes/door.ts'
import { BarChart } from '#app/ui/desk/bar-chart.tsx'
import { DeskPlaces } from '#app/ui/desk/desk-places.tsx'
import { DeskSummary, PeopleFigures, SectionFigures } from '#app/ui/desk/figure-tables.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import figuresCss from '#app/ui/styles/figures.css?url'
import { formatSpan, formatsIn } from '#app/words/formats.ts'
import { wordsFor } from '#app/words/words.ts'

export function links() {
  return [...workspaceLinks(), { rel: 'stylesheet', href: figuresCss }]
}

export const meta = titledPage

const query = z.strictObject({ period: z.enum(['month', 'quarter', 'year']).catch('quarter').default('quarter') })

export const loader = door('desk', async ({ request, context, person }) => {
  const { period } = readQuery(request.url, query)
  const { name, role, confirmed, language } = person
  const [figures, waits] = await Promise.all([
    figuresOf(context.db, period, person, context.now),
    waitsAt(context.db, null, context.now),
  ])
  return {
    person: { name, role, confirmed },
    title: wordsFor(language).figures.title,
    period,
    figures,
    waits: waits.outlet,
  }
})

export default function FiguresPage() {
  const { person, title, period, figures, waits } = useLoaderData<typeof loader>()
  const { figures: words } = useWords()
  const isQuiet = figures.weeks.every((week) => week.intake + week.answered + week.accepted + week.declined === 0)
  return (
    <Workspace person={person} here="desk" title={title}>
      <DeskPlaces here="figures" />
      <Periods period={period} />
      {figures.countedAt === null ? <p className="notice">{words.notYet}</p> : null}
      <section aria-labelledby="desk-figures">
        <h2 id="desk-figures" className="figures-title">
          {words.summary}
        </h2>
        <DeskSummary all={figures.all} />
        {isQuiet ? <p className="empty">{words.none}</p> : <Charts weeks={figures.weeks} />}
        <p className="hint">
          {words.medianHint} {words.weeksBegin}{' '}
          {figures.countedAt ? (
            <>
              {words.counted} <Instant at={figures.countedAt} />.
            </>
          ) : null}
        </p>
      </section>
      <section className="part" aria-labelledby="by-section">
        <h2 id="by-section">{words.sections}</h2>
        <SectionFigures sections={figures.sections} />
      </section>
      <section className="part" aria-labelledby="by-editor">
        <h2 id="by-editor">{person.role === 'admin' ? words.people : words.own}</h2>
        <p className="hint">{person.role === 'admin' ? words.peopleHint : words.ownHint}</p>
        <PeopleFigures people={figures.people} />
      </section>
      <Told waits={waits} />
    </Workspace>
  )
}

function Periods({ period }: { period: Period }) {
  const { figures: words } = useWords()
  return (
    <div className="periods">
      <nav aria-label={words.period}>
        <ul className="tabs">
          {(Object.keys(periods) as Period[]).map((name) => (
            <li key={name}>
              <a href={`/desk/figures?period=${name}`} aria-current={name === period ? 'page' : undefined}>
                {words.periods[name]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <a className="small" href={`/desk/figures.csv?period=${period}`}>
        {words.download}
      </a>
    </div>
  )
}

function Charts({ weeks }: Pick<Figures, 'weeks'>) {
  const { figures, language } = useWords()
  const words = figures.charts
  const { number } = formatsIn(language)
  const of = (key: 'intake' | 'late' | 'accepted' | 'declined' | 'rejected') => weeks.map((week) => week[key])
  const onTime = weeks.map(({ answered, late }) => answered - late)
  const sum = (values: readonly number[]) => number(values.reduce((total, n) => total + n, 0))
  const mondays = weeks.map(({ week }) => week)
  return (
    <div className="charts">
      <BarChart
        id="intake"
        title={words.intake}
        text={words.intakeText(sum(of('intake')), number(Math.max(...of('intake'))))}
        weeks={mondays}
        series={[{ label: words.received, fill: 'plain', values: of('intake') }]}
      />
      <BarChart
        id="answers"
        title={words.answers}
        text={words.answersText(sum(onTime), sum(of('late')))}
        weeks={mondays}
        series={[
          { label: words.onTime, fill: 'plain', values: onTime },
          { label: words.late, fill: 'hatched', values: of('late') },
        ]}
      />
      <BarChart
        id="decisions"
        title={words.decisions}
        text={words.decisionsText(sum(of('accepted')), sum(of('declined')), sum(of('rejected')))}
        weeks={mondays}
        series={[
          { label: words.accepted, fill: 'plain', values: of('accepted') },
          { label: words.declined, fill: 'hatched', values: of('declined') },
          { label: words.rejected, fill: 'dotted', values: of('rejected') },
        ]}
      />
    </div>
  )
}

/** The very numbers that a reporter reads, so that the desk knows what it promises. */
function Told({ waits }: { waits: { firstAnswerMs: number | null; decisionMs: number | null } }) {
  const { figures: words, tracking, language } = useWords()
  const { firstAnswerMs, decisionMs } = waits
  return (
    <section className="part" aria-labelledby="told">
      <h2 id="told">{words.told}</h2>
      <p className="hint">{words.toldHint}</p>
      {firstAnswerMs === null ? (
        <p>{words.toldNothing}</p>
      ) : (
        <p>{tracking.halfAnswered(formatSpan(firstAnswerMs, language))}</p>
      )}
      {decisionMs === null ? null : <p>{tracking.halfDecided(formatSpan(decisionMs, language))}</p>}
    </section>
  )
}
