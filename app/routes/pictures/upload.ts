// PLACEHOLDER: not written yet.
import { door, notFound } from '#app/routes/door.ts'

export const loader = door('public', () => {
  throw notFound()
})
