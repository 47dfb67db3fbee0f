// docs/WORKFLOW.md from the tables the program itself asks: which move follows which state, who makes it, who is told.
import { CLOCK, type Mover, mayMove } from '#app/newsroom/desk/policy.ts'
import { type TellFacts, type Telling, tell, UNDO_MINUTES } from '#app/newsroom/desk/tell.ts'
import {
  type Move,
  type MoveRow,
  moveRow,
  moves,
  type Need,
  type Side,
  whoActsNext,
} from '#app/newsroom/desk/workflow.ts'
import type { Person, Role } from '#app/newsroom/people/person.ts'
import { type StoryState, storyStates } from '#app/newsroom/story/story.ts'
import { en } from '#app/words/en.ts'

const words = en.workflow

/** The whole page as Markdown, with one line break at its end. */
export function workflowPage(): string {
  return [
    '# The workflow',
    'Made by `npm run docs` from `app/newsroom/desk/workflow.ts`, `policy.ts` and `tell.ts`; a test fails when it is out of date. Do not edit it by hand.',
    '## States',
    table(['State', 'On screen', 'Who acts next'], storyStates.map(stateRow)),
    'Beside the state stand facts that are no states: who holds the claim, holds, the round, the embargo, the mark of spam. A story begins with `start`, which is no move: before it there is no story.',
    '## Which state follows which',
    diagram(),
    'A hold on a scheduled story takes it back to `approved`. After changes a story goes back to the editor who holds it, or to the queue when nobody does.',
    '## Moves',
    table(['Move', 'Button', 'From', 'To', 'Who', 'Needs', 'Who is told'], moves.map(moveCells)),
    '## Who may make it',
    'Asked of `mayMove` for a story that an editor holds (one in the queue has no holder). “Yes” means that the person may; whether the state allows it is the table above.',
    table(['Move', ...movers.map(([name]) => name)], moves.map(mayCells)),
    '## Who is who',
    table(
      ['Word', 'Who that is'],
      (Object.keys(sides) as Side[]).map((side) => [code(side), sides[side]]),
    ),
    rules(),
    '## What a move needs',
    table(
      ['Need', 'What it asks'],
      (Object.keys(needs) as Need[]).map((need) => [code(need), needs[need]]),
    ),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n')
}

const sides: Record<Side, string> = {
  owner: 'the contributor who wrote the story',
  desk: 'any editor or admin who did not write it; declining a story that somebody holds is its holder’s alone',
  holder: 'the editor who holds the claim',
  second: 'an editor other than the one who holds the story; for spam one person is enough',
  publisher: 'any editor or admin who did not write it: rights a section do not exist yet',
  admin: 'an admin who did not write it; a retraction is taken back by another admin than made it',
  clock: 'the timetable in `app/jobs`',
}

const needs: Record<Need, string> = {
  ready: 'the story is ready to be sent: `readiness.ts` finds no fault of weight “error”',
  'ready-to-publish': 'the words to be approved are ready by the same rules',
  points: 'at least one change point',
  'points-answered': 'every point of this round is done or answered',
  reasons: 'at least one reason from the list',
  words: 'a sentence that the other side reads',
  'desk-words': 'a sentence that the desk reads',
  at: 'an instant that is still to come',
  to: 'another editor',
  hash: 'where the order names a revision by its hash, these are still its words',
  'approved-hash': 'the words are those that were approved',
  'no-hold': 'nothing holds the story',
  'no-embargo': 'the embargo is over by then',
  'desk-edit': 'the desk has changed the contributor’s words',
  'nothing-rejected': 'the contributor has rejected none of the desk’s changes',
  'edit-answered': 'every change of the desk’s is accepted or rejected, and at least one is rejected',
  'fresh-publication': 'at most 30 minutes have passed since it appeared',
  'next-edition':
    'an approved next edition of this kind with its public note: its words are those that were approved, the story was not printed anew since it was begun, and where the section asks for four eyes another person than its writer approved it',
  'hold-kind': 'legal, safety or other',
}

const OWNER = 1
const HOLDER = 3

const movers: [name: string, who: Mover][] = [
  ['Its owner', person(OWNER, 'contributor')],
  ['Another contributor', person(2, 'contributor')],
  ['The editor who holds it', person(HOLDER, 'editor')],
  ['Another editor', person(4, 'editor')],
  ['An admin', person(5, 'admin')],
  ['The clock', CLOCK],
]

function person(id: number, role: Role): Person {
  const name = `person ${id}`
  return {
    id,
    publicId: name,
    name,
    email: name,
    role,
    trusted: false,
    confirmed: true,
    language: 'en',
    safetyMode: false,
  }
}

function mayCells(move: Move): string[] {
  const { from } = moveRow(move)
  const state = from.includes('in_review') ? 'in_review' : (from[0] ?? 'draft')
  const claimedById = state === 'submitted' ? null : HOLDER
  const facts = { state, ownerId: OWNER, claimedById, appealed: false, decidedById: null, spam: false }
  return [code(move), ...movers.map(([, who]) => mayMove(who, move, facts) ?? 'yes')]
}

function rules(): string {
  return [
    'Nobody decides on a story they wrote. A draft is seen by its owner alone; for everybody else it does not exist. `submit` and `resubmit` ask for a confirmed e-mail address. An appeal can be made once.',
    `Letters about \`decline\` and \`reject\` leave after ${UNDO_MINUTES} minutes, so that the decision can be undone. The one who makes a move gets no letter about it, except a receipt.`,
  ].join('\n\n')
}

function stateRow(state: StoryState): string[] {
  return [code(state), words.states[state], words.whoActs[whoActsNext(state)]]
}

function moveCells(move: Move): string[] {
  const row = moveRow(move)
  return [
    code(move),
    words.moves[move],
    row.from.map(code).join(', '),
    targetOf(row),
    row.by.join(', '),
    row.needs.map(code).join(', ') || '–',
    toldOf(move, row),
  ]
}

function targetOf({ to }: MoveRow): string {
  switch (to) {
    case 'same':
      return 'the same state'
    case 'holder-or-queue':
      return `${code('in_review')} or ${code('submitted')}`
    case 'approved-if-scheduled':
      return `the same state; ${code('approved')} if it was scheduled`
    default:
      return code(to)
  }
}

// `tell` is asked with every set of facts there is: what is only sometimes told is marked.
function toldOf(move: Move, row: MoveRow): string {
  const answers = everyFacts(row).map((facts) => tell(move, facts).map(saidOf))
  const all = [...new Set(answers.flat())]
  const said = all.map((one) => (answers.every((answer) => answer.includes(one)) ? one : `${one} (where it applies)`))
  return said.join('; ') || 'nobody'
}

function saidOf({ who, letter, afterMinutes }: Telling): string {
  return `${who === 'section' ? 'the section’s editors' : words.told[who](1)}: ${letter}${afterMinutes ? ` after ${afterMinutes} min` : ''}`
}

function everyFacts({ from }: MoveRow): TellFacts[] {
  const either = [true, false]
  return from.flatMap((state) =>
    either.flatMap((held) =>
      either.flatMap((dateTold) =>
        either.flatMap((firstClaim) => either.map((spam) => ({ from: state, held, dateTold, firstClaim, spam }))),
      ),
    ),
  )
}

function diagram(): string {
  const arrows = moves.flatMap((move) => {
    const { from, to } = moveRow(move)
    if (to === 'same' || to === 'approved-if-scheduled') return []
    const ends: readonly StoryState[] = to === 'holder-or-queue' ? ['in_review', 'submitted'] : [to]
    return from.flatMap((state) => ends.map((end) => ({ state, end, move })))
  })
  const pairs = new Map<string, string[]>()
  for (const { state, end, move } of arrows) {
    const pair = `${state} --> ${end}`
    pairs.set(pair, [...(pairs.get(pair) ?? []), move])
  }
  const lines = [...pairs].map(([pair, names]) => `  ${pair}: ${names.join(', ')}`)
  return ['```mermaid', 'stateDiagram-v2', '  [*] --> draft: start', ...lines, '```'].join('\n')
}

function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function code(text: string): string {
  return `\`${text}\``
}
