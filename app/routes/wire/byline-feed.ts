// GET /contributors/:handle/feed.xml: what appeared under one by-line as RSS.
import { door } from '#app/routes/door.ts'
import { feedAnswer } from './feed-answer.ts'

export const loader = door('public', ({ context, field }) =>
  feedAnswer(context, { kind: 'byline', handle: field('handle') }, 'rss'),
)
