// POST /sign-out: ends this session and wipes what the device keeps of it. A look at the address leads to the account instead.
import { redirect } from '@remix-run/node'
import { wipesTheDevice } from '#app/platform/headers.ts'
import { door } from '#app/routes/door.ts'

export const loader = door('public', () => {
  throw redirect('/account')
})

export const action = door('public', async ({ request, context }) => {
  const cookie = await context.sessions.end(request)
  const headers = { 'set-cookie': cookie, ...wipesTheDevice }
  return redirect('/sign-in?done=signed-out', { status: 303, headers })
})
