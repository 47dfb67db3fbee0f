// /desk/topics/:slug/live/close: ends the live coverage of a topic with a sentence.
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { closeCoverage } from '#app/newsroom/desk/live-coverage.server.ts'
import { closeInput } from '#app/newsroom/topics/live.ts'
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
  const read = await readForm(request, closeInput, words)
  if (!read.ok) return unreadLive('close', read)
  const done = await closeCoverage(db, field('slug'), read.value, person, now, press)
  if (!done.ok) return refusedLive(done, 'close', read.value, words)
  return redirect(liveAddress(field('slug'), 'closed'), 303)
})

export const meta = titledPage

export default function CloseLive() {
  return <LivePage page={useLoaderData<typeof loader>()} refused={useActionData<LiveRefused>() ?? null} />
}
