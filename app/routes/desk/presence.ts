// POST /desk/stories/:id/presence: a beat of an open page; the answer says who else is there and what has changed.
import { json } from '@remix-run/node'
import { z } from 'zod'
import { beat, leave } from '#app/newsroom/desk/presence.server.ts'
import { doings } from '#app/newsroom/desk/presence.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { wordsFor } from '#app/words/words.ts'
import { storyFacts } from './live-facts.server.ts'

const sign = z.strictObject({
  doing: z.enum([...doings, 'left']),
  held: z.enum(['me', '']).default(''),
  state: z.string().max(40).default(''),
  version: z.coerce.number().int().min(0).default(0),
})

export const loader = door('desk', () => {
  throw json({ because: 'method-not-allowed' }, { status: 405, headers: { allow: 'POST' } })
})

export const action = door('desk', async ({ request, context, person, field }) => {
  const form = await readForm(request, sign, wordsFor(person.language))
  if (!form.ok) return json({ because: 'faults', faults: form.faults }, { status: 422 })
  const { doing, held, ...drawn } = form.value
  if (doing === 'left') {
    await leave(context.db, field('id'), person)
    return json({})
  }
  const standing = await beat(context.db, field('id'), doing, person, context.now)
  if (!standing) throw notFound()
  return json(storyFacts(standing, { held: held === 'me', ...drawn }, person.language))
})
