// GET /corrections/atom.xml: what was corrected or taken down as Atom.
import { door } from '#app/routes/door.ts'
import { correctionsAnswer } from './feed-answer.ts'

export const loader = door('public', ({ context }) => correctionsAnswer(context, 'atom'))
