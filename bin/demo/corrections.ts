// What the demo outlet got wrong: next editions of printed stories, each with the note that readers get.
import type { EditionKind } from '#app/newsroom/desk/edition-kinds.ts'
import { moveStory } from '#app/newsroom/desk/move-story.server.ts'
import { approveEdition, beginEdition, nextEdition, saveEdition } from '#app/newsroom/desk/next-edition.server.ts'
import { copyToText } from '#app/newsroom/story/copy/copy-as-text.ts'
import { type Movers, type Newsroom, stateOf } from './new-story.ts'

type Correction = {
  /** Key of the story. */
  story: string
  kind: EditionKind
  note: string
  hoursAgo: number
  /** What stands there is replaced by what should. */
  words: readonly (readonly [before: string, after: string])[]
}

const corrections: readonly Correction[] = [
  {
    story: 'pontoon-bridge',
    kind: 'correction',
    note: 'The platoon commander is 29 years old, not 26, and the engineers had practised in April, not in May. Both were wrong in our notes.',
    hoursAgo: 806,
    words: [
      ['a lieutenant of 26', 'a lieutenant of 29'],
      ['practised it in May', 'practised it in April'],
    ],
  },
  {
    story: 'pontoon-bridge',
    kind: 'clarification',
    note: 'The bridge replaces the road to the south bank, not the one to the border, which stayed open all the time. Two sentences now say so.',
    hoursAgo: 779,
    words: [
      ['It replaces a road that no longer exists.', 'It replaces the road to the south bank, which no longer exists.'],
      ['there is a gap of ninety metres', 'there is now a gap of ninety metres'],
    ],
  },
  {
    story: 'tank-rolls-again',
    kind: 'correction',
    note: 'The driver had eleven hours of practice, not nine: we had left out the rehearsal on the bridge.',
    hoursAgo: 1,
    words: [['nine hours of practice', 'eleven hours of practice']],
  },
]

const HOUR = 3_600_000

/** Prints them as a desk does: one editor writes, another one approves. `movers` are those of the story with that key. */
export async function seedCorrections(
  { db, press }: Newsroom,
  { publicIds, movers }: { publicIds: ReadonlyMap<string, string>; movers: (story: string) => Movers },
  now: Date,
): Promise<void> {
  for (const { story, kind, note, hoursAgo, words } of corrections) {
    const publicId = publicIds.get(story) ?? ''
    const { editor, second } = movers(story)
    const at = new Date(now.getTime() - hoursAgo * HOUR)
    const made = await beginEdition(db, publicId, { kind, ticket: '' }, editor, at)
    const page = await nextEdition(db, publicId, editor)
    if (!made.ok || !page?.pending) throw new Error(`${story}: a ${kind} was not begun`)
    const { headline, standfirst, copy } = page.live.content
    const text = words.reduce((all, [before, after]) => replaced(all, before, after), copyToText(copy))
    const edition = { version: made.version, kind, note, hide: false, hideReason: '', headline, standfirst, text }
    const saved = await saveEdition(db, publicId, { ...edition, tickets: [] }, editor, at)
    const approved = saved.ok && (await approveEdition(db, publicId, { version: saved.version }, second, at))
    if (!approved || !approved.ok) throw new Error(`${story}: a ${kind} was refused: ${JSON.stringify(approved)}`)
    const { version } = await stateOf(db, publicId)
    const move = moves[kind]
    const printed = await moveStory(db, { story: publicId, version, move }, editor, at, press)
    if (!printed.ok) throw new Error(`${story}: ${move} refused: ${JSON.stringify(printed)}`)
  }
}

const moves = { correction: 'correct', clarification: 'clarify', update: 'update' } as const

function replaced(text: string, before: string, after: string): string {
  if (!text.includes(before)) throw new Error(`nothing to correct: “${before}” stands nowhere`)
  return text.replace(before, after)
}
