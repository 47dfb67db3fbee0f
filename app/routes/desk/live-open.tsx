// /desk/topics/:slug/live/open: opens the live coverage of a topic.
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { openCoverage } from '#app/newsroom/desk/live-coverage.server.ts'
import { openInput } from '#app/newsroom/topics/live.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door } from '#app/routes/door.ts'
import { liveLinks } from '#app/ui/desk/live/live-links.ts'
import { LivePage } from '#app/ui/desk/live/live-page.tsx'
import type { LiveRefused } from '#app/ui/desk/live/live-refused.ts'
import { titledPage } from '#app/ui/page/head.ts'
import { wordsFor } from '#app/words/words.ts'
import { liveAddress, livePage, refusedLive, unreadLive } from './live-page.server.ts'

export const links = liveLinks

export const loader = door('desk', ({ request, context: { db, now }, person, field }) =>
  livePage(db, request.url, field('slug'), person, now),
)

export const action = door('desk', async ({ request, context: { db, now, press }, person, field }) => {
  const words = wordsFor(person.language)
  const read = await readForm(request, openInput, words)
  if (!read.ok) return unreadLive('open', read)
  const done = await openCoverage(db, field('slug'), read.value, person, now, press)
  if (!done.ok) return refusedLive(done, 'open', read.value, words)
  return redirect(liveAddress(field('slug'), 'opened'), 303)
})

export const meta = titledPage

export default function OpenLive() {
  return <LivePage page={useLoaderData<typeof loader>()} refused={useActionData<LiveRefused>() ?? null} />
}
