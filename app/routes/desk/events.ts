// GET /desk/events: what is new for an open page of the desk; a stream for who asks for one, else one answer in JSON.
import { json } from '@remix-run/node'
import { z } from 'zod'
import { standingOf } from '#app/newsroom/desk/presence.server.ts'
import { tabNames } from '#app/newsroom/desk/review-queue.ts'
import { mayEnter } from '#app/newsroom/people/person.ts'
import { readQuery } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { queueFacts, storyFacts } from './live-facts.server.ts'

const filter = z.string().max(80).catch('')
const question = z.object({
  /** The story whose page asks; without one the queue asks. */
  story: z.string().max(40).catch(''),
  held: z.enum(['me', '']).catch(''),
  state: z.string().max(40).catch(''),
  version: z.coerce.number().int().min(0).catch(0),
  /** The latest move when the page was drawn. */
  since: z.coerce.number().int().min(0).catch(0),
  tab: z.enum(tabNames).catch('new'),
  section: filter,
  topic: filter,
  language: filter,
  risk: filter,
  holder: filter,
  text: filter,
})

export const loader = door('desk', async ({ request, context, person }) => {
  const { db, now, sessions, streams } = context
  const { story, held, state, version, ...asked } = readQuery(request.url, question)
  const look = async (when: Date) => {
    if (!story) return queueFacts(db, asked, person, when)
    const standing = await standingOf(db, story, person, when)
    return standing && storyFacts(standing, { held: held === 'me', state, version }, person.language)
  }
  const first = await look(now)
  if (!first) throw notFound()
  if (!(request.headers.get('accept') ?? '').includes('text/event-stream')) return json(first)
  const stream = streams.open(
    person.publicId,
    async () => JSON.stringify(await look(new Date())),
    async () => {
      const today = await sessions.read(request, new Date(), { seen: false })
      return mayEnter(today.person, 'desk') && !today.needsSecondFactor
    },
  )
  // The page asks again by itself; a browser that gets anything but a stream asks for no other.
  return stream ?? json({ because: 'too-many' }, { status: 429, headers: { 'retry-after': '30' } })
})
