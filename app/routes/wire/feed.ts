// GET /feed.xml: the whole paper as RSS.
import { door } from '#app/routes/door.ts'
import { feedAnswer } from './feed-answer.ts'

export const loader = door('public', ({ context }) => feedAnswer(context, { kind: 'paper' }, 'rss'))
