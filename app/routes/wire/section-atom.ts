// GET /sections/:slug/atom.xml: one section as Atom.
import { door } from '#app/routes/door.ts'
import { feedAnswer } from './feed-answer.ts'

export const loader = door('public', ({ context, field }) =>
  feedAnswer(context, { kind: 'section', slug: field('slug') }, 'atom'),
)
