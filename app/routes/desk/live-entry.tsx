// /desk/topics/:slug/live/:entry: corrects a public entry in the open.
import { redirect } from '@remix-run/node'
import { correctEntry } from '#app/newsroom/desk/live-entries.server.ts'
import { correctionInput } from '#app/newsroom/topics/live.ts'
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
  const read = await readForm(request, correctionInput, words)
  if (!read.ok) return unreadLive('correct', read)
  const done = await correctEntry(db, place, read.value, person, now, press)
  if (!done.ok) return refusedLive(done, 'correct', read.value, words)
  return redirect(liveAddress(place.topic, 'corrected', `#entry-${place.entry}`), 303)
})
