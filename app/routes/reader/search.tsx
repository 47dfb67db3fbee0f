// GET /search: what readers look for in everything that was published.

import { json, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import { searchArchive } from '#app/newsroom/press/archive-search.server.ts'
import { type ArchiveQuestion, searchOrders } from '#app/newsroom/press/archive-search.ts'
import { paperFrame } from '#app/newsroom/press/paper-frame.server.ts'
import { teasersOf } from '#app/newsroom/press/teasers.server.ts'
import { door } from '#app/routes/door.ts'
import { Paper } from '#app/ui/page/paper.tsx'
import { SearchView } from '#app/ui/reader/search-view.tsx'
import formsCss from '#app/ui/styles/forms.css?url'
import searchCss from '#app/ui/styles/search.css?url'
import { wordsFor } from '#app/words/words.ts'
import { headOf, kept, paperLinks, readerHeaders, unlisted } from './reader-page.ts'

export const links = () => [...paperLinks(), ...[formsCss, searchCss].map((href) => ({ rel: 'stylesheet', href }))]

export const headers: typeof readerHeaders = (args) => {
  const headers = new Headers(readerHeaders(args))
  const wait = args.loaderHeaders.get('retry-after')
  if (wait !== null) headers.set('retry-after', wait)
  return headers
}

const LATEST = 6

// A page of results is the same for everybody; only the bare page is kept in memory, as there is no end of questions.
export const loader = door('public', async ({ request, context }) => {
  const { db, now, limits, address, settings } = context
  const site = settings.siteUrl
  const asked = askedIn(request.url)
  const paper = await paperFrame(db)
  const isAsked = Object.values({ ...asked, order: '' }).some((typed) => typed.trim() !== '')
  if (!isAsked)
    return kept({ paper, asked, answer: null, often: false, latest: await latest(), site }, [paperKeys.lists])
  const taken = await limits.take('search', address)
  if (!taken.ok) {
    const headers = { 'cache-control': 'no-store', 'retry-after': String(taken.retryAfterSeconds) }
    return json({ paper, asked, answer: null, often: true, latest: [], site }, { status: 429, headers })
  }
  const answer = await searchArchive(db, asked, now)
  const found = { paper, asked, answer, often: false, latest: answer.found.length === 0 ? await latest() : [], site }
  return kept(found, [paperKeys.lists])

  async function latest() {
    return (await teasersOf(db, 'all', { limit: LATEST }, now)).teasers
  }
})

const LONGEST_READ = 2000

function askedIn(url: string): ArchiveQuestion {
  const query = new URL(url).searchParams
  const clean = (typed: string | null) => (typed ?? '').slice(0, LONGEST_READ).replace(/\p{Cc}/gu, ' ')
  const order = searchOrders.find((one) => one === query.get('order')) ?? 'best'
  return {
    q: clean(query.get('q')),
    section: clean(query.get('section')),
    topic: clean(query.get('topic')),
    place: clean(query.get('place')),
    from: clean(query.get('from')),
    to: clean(query.get('to')),
    order,
    after: clean(query.get('after')),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const { outlet } = data.paper
  const words = wordsFor(outlet.language).search
  const title = words.pageTitle(data.asked.q.trim().slice(0, 80), outlet.name)
  // The page with the form alone is one like others; of what can be asked there is no end.
  if (data.answer !== null || data.often) return unlisted(title)
  return headOf({ title, description: words.about(outlet.name), site: data.site, path: '/search', outlet })
}

export default function Search() {
  const { paper, asked, answer, often, latest } = useLoaderData<typeof loader>()
  return (
    <Paper paper={paper} here="/search">
      <SearchView asked={asked} answer={answer} often={often} latest={latest} />
    </Paper>
  )
}
