// GET /be-a-reporter: the desk, its promise, how reporting works, safety and the agreement.

import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import { type ReportingPage, reportingPage } from '#app/newsroom/press/about-pages.server.ts'
import { door } from '#app/routes/door.ts'
import { OpenCalls } from '#app/ui/page/open-calls.tsx'
import { Paper } from '#app/ui/page/paper.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { HouseText } from '#app/ui/reader/house-text.tsx'
import { wordsFor } from '#app/words/words.ts'
import { headOf, kept, paperLinks, readerHeaders } from './reader-page.ts'

export const links = paperLinks
export const headers = readerHeaders

export const loader = door('public', async ({ request, context }) => {
  const topic = new URL(request.url).searchParams.get('topic')
  return kept({ site: context.settings.siteUrl, page: await reportingPage(context.db, topic, context.now) }, [
    paperKeys.calls,
  ])
})

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const { outlet } = data.page.paper
  const words = wordsFor(outlet.language).reader.beAReporter
  return headOf({
    title: `${words.title} – ${outlet.name}`,
    description: words.lead(outlet.name),
    site: data.site,
    path: '/be-a-reporter',
    outlet,
  })
}

export default function BeAReporter() {
  const { paper, promise, clocks, policies, topic, calls } = useLoaderData<typeof loader>().page
  const words = useWords().reader.beAReporter
  return (
    <Paper paper={paper} here="/be-a-reporter" topic={topic?.slug}>
      <div className="column reading reporting">
        <header className="page-head">
          <h1>{words.title}</h1>
          <p className="standfirst">{words.lead(paper.outlet.name)}</p>
          {topic && <p className="on-topic">{words.onTopic(topic.name)}</p>}
          <WriteButton topic={topic} />
        </header>
        <OpenCalls calls={calls} signedIn={false} />
        <section>
          <h2>{words.steps}</h2>
          <ol className="steps">
            {words.step.map(({ title, text }) => (
              <li key={title}>
                <h3>{title}</h3>
                <p>{text}</p>
              </li>
            ))}
          </ol>
        </section>
        <Answering promise={promise} clocks={clocks} />
        <HouseText title={words.looksFor} html={policies.editorial} />
        <HouseText title={words.safety} html={policies.safety} />
        <HouseText title={words.agreement} html={policies.agreement} />
        <HouseText title={words.corrections} html={policies.corrections} />
        <section>
          <h2>{words.desk}</h2>
          {paper.outlet.about !== '' && <p>{paper.outlet.about}</p>}
          <p>
            <a href="/editorial-team">{words.deskLink}</a>
          </p>
        </section>
        <WriteButton topic={topic} />
      </div>
    </Paper>
  )
}

function WriteButton({ topic }: Pick<ReportingPage, 'topic'>) {
  const words = useWords().reader.beAReporter
  return (
    <p className="write">
      <a className="button" href={topic ? `/my/stories?topic=${encodeURIComponent(topic.slug)}` : '/my/stories'}>
        {words.write}
      </a>{' '}
      <span className="small">{words.writeNote}</span>
    </p>
  )
}

function Answering({ promise, clocks }: Pick<ReportingPage, 'promise' | 'clocks'>) {
  const words = useWords().reader.beAReporter
  if (promise === '' && clocks.length === 0) return null
  return (
    <section>
      <h2>{words.promise}</h2>
      {promise !== '' && <p>{promise}</p>}
      {clocks.length > 0 && (
        <>
          <p>{words.promiseIntro}</p>
          <dl className="clocks">
            {clocks.map(({ slug, name, description, answerWithinHours }) => (
              <div key={slug}>
                <dt>
                  {name}
                  {description !== '' && <span className="small">{description}</span>}
                </dt>
                <dd>{words.hours(answerWithinHours)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  )
}
