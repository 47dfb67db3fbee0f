// GET /corrections/feed.json: what was corrected or taken down as JSON Feed.
import { door } from '#app/routes/door.ts'
import { correctionsAnswer } from './feed-answer.ts'

export const loader = door('public', ({ context }) => correctionsAnswer(context, 'json'))
