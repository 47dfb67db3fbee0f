// /desk/topics/:slug/live/:entry/remove: takes a public entry’s words away and leaves the reason.
import { redirect } from '@remix-run/node'
import { removeEntry } from '#app/newsroom/desk/live-entries.server.ts'
import { removalInput } from '#app/newsroom/topics/live.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door } from '#app/routes/door.ts'
import { wordsFor } from '#app/words/words.ts'
import { entryPage, liveAddress, refusedLive, unreadLive } from './live-page.server.ts'

export { default, links, meta } from './live-entry-page.tsx'

export const loader = door('desk', ({ context: { db }, person, field }) =>
  entryPage(db, field('slug'), field('entry'), person),
)

export const action = door('desk', async ({ request, context: { db, now, press }, person, field }) => {
  const words = wordsFor(person.language)
  const place = { topic: field('slug'), entry: field('entry') }
  const read = await readForm(request, removalInput, words)
  if (!read.ok) return unreadLive('remove', read)
  const done = await removeEntry(db, place, read.value, person, now, press)
  if (!done.ok) return refusedLive(done, 'remove', read.value, words)
  return redirect(liveAddress(place.topic, 'removed', `#entry-${place.entry}`), 303)
})
