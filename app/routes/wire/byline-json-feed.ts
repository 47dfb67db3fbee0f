// GET /contributors/:handle/feed.json: what appeared under one by-line as JSON Feed.
import { door } from '#app/routes/door.ts'
import { feedAnswer } from './feed-answer.ts'

export const loader = door('public', ({ context, field }) =>
  feedAnswer(context, { kind: 'byline', handle: field('handle') }, 'json'),
)
