// GET /robots.txt
import { robotsTxt } from '#app/newsroom/wire/robots.ts'
import { door } from '#app/routes/door.ts'
import { keptAnswer } from './kept-answer.ts'

export const loader = door('public', ({ context }) =>
  keptAnswer(robotsTxt(context.settings.siteUrl), 'text/plain; charset=utf-8'),
)
