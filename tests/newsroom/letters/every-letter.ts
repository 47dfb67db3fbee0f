// One letter of every kind to one person, with a word in each place from which something may leak.
import { type LetterKind, letterKinds } from '#app/newsroom/letters/kinds.ts'
import { storyFacts } from '#app/newsroom/letters/letter-facts.ts'
import { writeLetter } from '#app/newsroom/letters/outbox.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import type { Database } from '#db/client.ts'
import { NOON } from '../../cast.ts'

export const kinds = Object.keys(letterKinds) as LetterKind[]

/** Each place of a letter and the word that stands there. */
export const canaries = {
  headline: 'qheadline',
  publicId: 'qpublicid',
  number: '987654',
  desk: 'qdeskname',
  byline: 'qbyline',
  note: 'qnote',
  deskNote: 'qdesknote',
  point: 'qpoint',
  slug: 'qslug',
  reason: 'qreason',
  ready: 'qready',
}

const token = 'a'.repeat(43)

function contentOf(kind: LetterKind) {
  const c = canaries
  const about = { number: Number(c.number), publicId: c.publicId, headline: c.headline, deskName: c.desk }
  const { byline, note, deskNote, slug } = c
  const at = '2026-11-30T17:00:00.000Z'
  const times = { sentAt: at, answerBy: at, dueAt: at, publishAt: at }
  const more = {
    byline,
    note,
    deskNote,
    slug,
    points: [c.point, c.point],
    reasons: ['length'],
    hold: 'safety',
    ...times,
  }
  const asked = { ticket: 'correction', outcome: 'refused' } as const
  const forDesk = letterKinds[kind].for === 'desk'
  const story = storyFacts({ ...about, timeZone: 'Europe/Sofia', forDesk }, { ...more, ...asked })
  if (kind === 'digest') return { gathered: 2, letters: [{ kind: 'receipt', content: story }] }
  if (letterKinds[kind].for !== 'account') return story
  return { account: { token, on: true, role: 'editor' as const, reason: c.reason } }
}

/** Writes one of each kind, and one whose sentences stand ready. */
export async function writeEveryLetter(db: Database, who: Person): Promise<void> {
  const to = { personId: who.id, email: who.email, name: who.name }
  const ready = { subject: canaries.ready, greeting: canaries.ready, lines: [canaries.ready], footer: [canaries.ready] }
  await db.transaction(async (tx) => {
    for (const kind of kinds) {
      const key = `story:${canaries.number}:v1:${kind}:${who.id}`
      await writeLetter(tx, { key, kind, to, content: contentOf(kind) }, NOON)
    }
    const button = { label: canaries.ready, path: `/${canaries.ready}` }
    await writeLetter(tx, { key: canaries.ready, kind: 'message', to, content: { ...ready, button } }, NOON)
  })
}
