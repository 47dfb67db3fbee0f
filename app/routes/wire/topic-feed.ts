// GET /topics/:slug/feed.xml: one topic as RSS.
import { door } from '#app/routes/door.ts'
import { feedAnswer } from './feed-answer.ts'

export const loader = door('public', ({ context, field }) =>
  feedAnswer(context, { kind: 'topic', slug: field('slug') }, 'rss'),
)
