// GET /corrections/feed.xml: what was corrected or taken down as RSS.
import { door } from '#app/routes/door.ts'
import { correctionsAnswer } from './feed-answer.ts'

export const loader = door('public', ({ context }) => correctionsAnswer(context, 'rss'))
