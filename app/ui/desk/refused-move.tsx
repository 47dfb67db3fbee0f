// The page of a move that was not made: what happened, what was kept, what to do; nothing that was typed is lost.
import type { OrderedStory } from '#app/newsroom/desk/refused-order.ts'
import { type Move, moveRow } from '#app/newsroom/desk/workflow.ts'
import { isAnswer, PointsForm } from '#app/ui/contributor/change-points.tsx'
import { type Fault, Problems } from '#app/ui/forms/problems.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace, type WorkspacePerson } from '#app/ui/page/workspace.tsx'
import type { Words } from '#app/words/words.ts'
import { MoveForm } from './move-form.tsx'
import type { TypedOrder } from './typed-order.ts'

/** Everything that has a sentence, or faults at fields. */
type RefusedBecause = keyof Words['workflow']['refusals'] | 'faults'

export type Refusal = {
  /** Null when the form named no move that there is. */
  move: Move | null
  because: RefusedBecause
  faults: Fault[]
  /** Who made the last move, where that is why. */
  by: string | null
  story: OrderedStory
  typed: TypedOrder
  /** The page the form came from. */
  back: string
}

export function RefusedMove({ person, refusal }: { person: WorkspacePerson; refusal: Refusal }) {
  const { desk, tracking, workflow } = useWords()
  const words = desk.refused
  const { move, because, faults, story, typed, back } = refusal
  const again = move && mayOrderAgain(move, refusal)
  const hasWords = Boolean(typed.note || typed.deskNote || typed.points || typed.answers.some(Boolean))
  return (
    <Workspace
      person={person}
      here={story.own ? 'stories' : 'desk'}
      title={move ? words.title(workflow.moves[move]) : words.noMove}
    >
      <p className="lead about-story">
        {desk.queue.number(story.number)} <bdi>{story.headline || desk.queue.untitled}</bdi>
      </p>
      {because === 'faults' ? (
        <Problems faults={faults} />
      ) : (
        <Problems faults={[{ field: '', message: workflow.refusals[because] }]} />
      )}
      {because !== 'faults' && <WhatHappened refusal={refusal} kept={hasWords} />}
      {because === 'faults' && again && (
        <p className="lead">{faults.some(({ field }) => isAnswer(field)) ? tracking.points.mend : words.mend}</p>
      )}
      {because === 'faults' && !again && story.own && <p className="lead">{words.mendStory}</p>}
      {move === 'resubmit' && again ? (
        <>
          <PointsForm
            story={story}
            points={story.points}
            typed={{ done: typed.done, answers: answersTyped(typed) }}
            faults={faults}
          />
          <WaysBack refusal={refusal} />
        </>
      ) : again ? (
        <MoveForm
          move={move}
          facts={story}
          next={back}
          typed={typed}
          faults={faults}
          spamOnly={move === 'reject' && story.spamOnly}
          safetyOnly={move === 'retract' && story.safetyOnly}
          beside={
            <a className="button" href={back}>
              {words.toStory}
            </a>
          }
        />
      ) : (
        <>
          {hasWords && <TypedWords typed={typed} />}
          <WaysBack refusal={refusal} />
        </>
      )}
    </Workspace>
  )
}

/** What stands at the address when nobody ordered anything. */
export function NothingOrdered({ person }: { person: WorkspacePerson }) {
  const { open } = useWords().desk.refused
  const isDesk = person.role !== 'contributor'
  return (
    <Workspace person={person} here={isDesk ? 'desk' : 'stories'} title={open.title}>
      <p className="lead">{open.text}</p>
      <p>
        <a href={isDesk ? '/desk' : '/my/stories'}>{isDesk ? open.desk : open.mine}</a>
      </p>
    </Workspace>
  )
}

const names: readonly Move[] = ['approve', 'approveToo', 'approveTrusted']

function answersTyped({ answered, answers }: TypedOrder): Map<number, string> {
  return new Map(answered.map((id, at) => [id, answers[at] ?? '']))
}

// An approval names exact words, so it is never ordered again from here; what asks for nothing is a click on its page.
function mayOrderAgain(move: Move, { story, because, faults }: Refusal): boolean {
  if (names.includes(move) || !story.offered.includes(move)) return false
  if (move === 'resubmit') return story.points.length > 0
  if (because === 'faults') return faults.some(({ field }) => field !== '') || hasFields(move)
  return hasFields(move)
}

function hasFields(move: Move): boolean {
  const { needs } = moveRow(move)
  const asked = ['points', 'reasons', 'words', 'desk-words', 'at', 'to', 'hold-kind', 'sure', 'desk-edit'] as const
  return asked.some((need) => needs.includes(need))
}

function WhatHappened({ refusal, kept }: { refusal: Refusal; kept: boolean }) {
  const { desk, workflow } = useWords()
  const words = desk.refused
  const { move, story, by } = refusal
  return (
    <div className="happened">
      <p>
        {words.stateNow(workflow.states[story.state])} {by && words.lastBy(by)} {kept ? words.kept : words.nothingTyped}
      </p>
      {move && mayOrderAgain(move, refusal) && <p>{words.againNow}</p>}
      {kept && (
        <p>
          {/* In a tab of its own, so that what was typed stays on this page. */}
          <a href={story.own ? refusal.back : `/desk/stories/${story.publicId}`} target="_blank" rel="noopener">
            {words.seeNow}
          </a>
        </p>
      )}
    </div>
  )
}

/** Words that have no form any more, to be copied. */
function TypedWords({ typed }: { typed: TypedOrder }) {
  const { yourWords, copyHint, labels } = useWords().desk.refused
  return (
    <section className="form wide typed-words" aria-labelledby="typed-words">
      <h2 id="typed-words">{yourWords}</h2>
      <p className="hint">{copyHint}</p>
      {(['points', 'note', 'deskNote'] as const)
        .filter((name) => typed[name])
        .map((name) => (
          <div className="field" key={name}>
            <label htmlFor={`typed-${name}`}>{labels[name]}</label>
            <textarea id={`typed-${name}`} readOnly rows={4} defaultValue={typed[name]} />
          </div>
        ))}
    </section>
  )
}

function WaysBack({ refusal: { story, because, back } }: { refusal: Refusal }) {
  const words = useWords().desk.refused
  const toText = story.own && because === 'faults'
  return (
    <p className="buttons ways-back">
      {toText && (
        <a className="button primary" href={`/my/stories/${story.publicId}`}>
          {words.toText}
        </a>
      )}
      <a className="button" href={back}>
        {words.toWhereYouWere}
      </a>
    </p>
  )
}
