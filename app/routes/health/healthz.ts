// Says that this process can serve.
import { json } from '@remix-run/node'
import { door } from '#app/routes/door.ts'

export const loader = door('public', () => json({ ok: true }))
