// docs/WORKFLOW.md from the tables the program itself asks: which move follows which state, who makes it, who is told.
import { CLOCK, type Mover, mayMove, nothingSpecial } from '#app/newsroom/desk/policy.ts'
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
    'A hold on a scheduled story takes it back to `approved`, unless it is an embargo that is over by then. After changes a story goes back to the editor who holds it, or to the queue when nobody does.',
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
  desk: 'an editor or admin with the right to edit in its section; declining a story that somebody holds is its holder’s alone',
  holder: 'the editor who holds the claim, with the right to edit in its section; letting go of it needs no right',
  another: 'an editor who does not hold it, where the section asks for several approvals or for four eyes',
  second: 'an editor other than the one who holds the story; for spam one person is enough',
  decider: 'who made the decision that is undone',
  publisher: 'an editor or admin with the right to publish in its section',
  admin:
    'an admin; a retraction takes a publisher who asks and an admin, but for somebody’s safety; it is taken back by another admin than made it',
  clock: 'the timetable in `app/jobs`',
}

const needs: Record<Need, string> = {
  ready: 'the story is ready to be sent: `readiness.ts` finds no fault of weight “error”',
  'ready-to-publish': 'the words to be approved are ready by the same rules',
  points: 'at least one change point, or a change of the desk’s in the words',
  'points-answered': 'every point of this round is done or answered',
  reasons: 'at least one reason from the list',
  words: 'a sentence that the other side reads',
  'desk-words': 'a sentence that the desk reads',
  at: 'an instant that is still to come',
  to: 'another editor',
  verified: 'every check that the section asks for is answered, or somebody said why the story may pass',
  silence:
    'for the clock: the section takes silence for a yes, the contributor has rejected no change, and as many have approved as the section asks for',
  hash: 'where the order names a revision by its hash, these are still its words',
  'approved-hash': 'the words are those that were approved',
  'no-hold': 'nothing but an embargo holds the story',
  'no-legal-hold': 'no legal hold is open',
  'hold-open': 'there is a hold to lift: of the kind that is named, or any',
  'no-embargo': 'the embargo is over by then',
  'desk-edit': 'the desk has changed the contributor’s words',
  'nothing-rejected': 'the contributor has rejected none of the desk’s changes',
  'edit-answered': 'every change of the desk’s is accepted or rejected, and at least one is rejected',
  'fresh-publication': 'at most 30 minutes have passed since it appeared',
  joined: 'was just joined with another story, on the page that shows both',
  parted: 'part of a story that readers do not have yet',
  'next-edition':
    'an approved next edition of this kind with its public note: its words are those that were approved, the story was not printed anew since it was begun, and where the section asks for four eyes another person than its writer approved it',
  changed: 'for the clock: the words are not those that were approved',
  'fresh-decision': `at most ${UNDO_MINUTES} minutes have passed since the decision, so that its letter has not left`,
  'safety-words': 'who retracts alone, for somebody’s safety, says to the desk why',
  sure: 'where the desk has accepted the story, its contributor says so a second time',
  'hold-kind': 'legal, safety, embargo or other; for an embargo, until when',
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
  const facts = { ...nothingSpecial, state, ownerId: OWNER, claimedById }
  return [code(move), ...movers.map(([, who]) => mayMove(who, move, facts) ?? 'yes')]
}

function rules(): string {
  return [
    'Nobody decides on a story they wrote or have a share in, nor on one they declared an interest in. Who has no row of rights may edit and publish in every section; who has some, only where they say so. An appeal goes to another editor than the one who decided. Where the section asks for four eyes, who last changed the words does not approve them. Only a trusted contributor’s story is approved straight from the queue. A draft is seen by its owner alone; for everybody else it does not exist. `submit` and `resubmit` ask for a confirmed e-mail address. An appeal can be made once.',
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
    case 'approved-when-complete':
      return `${code('approved')}, or ${code('in_review')} until as many have approved as the section asks for`
    case 'as-before':
      return `${code('in_review')} or ${code('submitted')}, as before the decision`
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
        either.flatMap((firstClaim) =>
          either.flatMap((complete) =>
            either.flatMap((decisionTold) =>
              either.map((spam) => ({ from: state, held, dateTold, firstClaim, complete, decisionTold, spam })),
            ),
          ),
        ),
      ),
    ),
  )
}

function diagram(): string {
  const arrows = moves.flatMap((move) => {
    const { from, to } = moveRow(move)
    const ends = endsOf(to)
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

function endsOf(to: MoveRow['to']): readonly StoryState[] {
  switch (to) {
    case 'same':
    case 'approved-if-scheduled':
      return []
    case 'holder-or-queue':
    case 'as-before':
      return ['in_review', 'submitted']
    case 'approved-when-complete':
      return ['approved', 'in_review']
    default:
      return [to]
  }
}

function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function code(text: string): string {
  return `\`${text}\``
}
