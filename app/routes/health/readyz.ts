// Says that the data is there: the server opens its port only after migrating, so one read is proof enough.
import { json } from '@remix-run/node'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import { door } from '#app/routes/door.ts'

export const loader = door('public', async ({ context }) => {
  await outletOf(context.db)
  return json({ ok: true })
})
