// GET /feed.json: the whole paper as JSON Feed.
import { door } from '#app/routes/door.ts'
import { feedAnswer } from './feed-answer.ts'

export const loader = door('public', ({ context }) => feedAnswer(context, { kind: 'paper' }, 'json'))
