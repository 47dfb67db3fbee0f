// POST /sign-out: ends this session. A look at the address leads to the account instead.
import { redirect } from '@remix-run/node'
import { door } from '#app/routes/door.ts'

export const loader = door('public', () => {
  throw redirect('/account')
})

export const action = door('public', async ({ request, context }) => {
  const cookie = await context.sessions.end(request)
  return redirect('/sign-in?done=signed-out', { status: 303, headers: { 'set-cookie': cookie } })
})
