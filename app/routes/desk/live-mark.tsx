// /desk/topics/:slug/live/:entry/mark: pins an entry or lets it go, makes it a key moment or none.
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { markEntry } from '#app/newsroom/desk/live-entries.server.ts'
import { markInput } from '#app/newsroom/topics/live.ts'
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
  const read = await readForm(request, markInput, words)
  if (!read.ok) return unreadLive('mark', read)
  const done = await markEntry(db, { topic: field('slug'), entry: field('entry') }, read.value, person, now, press)
  if (!done.ok) return refusedLive(done, 'mark', read.value, words)
  return redirect(liveAddress(field('slug'), 'marked', `#entry-${field('entry')}`), 303)
})

export const meta = titledPage

export default function MarkLive() {
  return <LivePage page={useLoaderData<typeof loader>()} refused={useActionData<LiveRefused>() ?? null} />
}
