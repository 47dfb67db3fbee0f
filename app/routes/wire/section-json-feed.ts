// GET /sections/:slug/feed.json: one section as JSON Feed.
import { door } from '#app/routes/door.ts'
import { feedAnswer } from './feed-answer.ts'

export const loader = door('public', ({ context, field }) =>
  feedAnswer(context, { kind: 'section', slug: field('slug') }, 'json'),
)
