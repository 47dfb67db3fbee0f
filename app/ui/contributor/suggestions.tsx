// The desk's edit, change by change: what was, what is now, and the reporter's answer to each; plain forms only.

import type { ShownLine } from '#app/newsroom/desk/shown-suggestions.ts'
import type { Move } from '#app/newsroom/desk/workflow.ts'
import { Instant } from '../page/instant.tsx'
import { useWords } from '../page/words-context.ts'
import { DifferenceLine } from './difference.tsx'

type Suggestion = {
  key: string
  kind: string
  removed: string
  added: string
  accepted: boolean | null
  /** Why the desk made it; '' when it said nothing. */
  reason: string
  madeAt: string
  lines: ShownLine[]
}

export type SuggestionsShown = {
  edit: string
  language: string
  deskName: string
  at: string
  reason: string
  list: Suggestion[]
  open: number
  rejected: number
}

/** The id of a change on the page, for the address that leads back to it. */
export function suggestionId(key: string): string {
  return `change-${key.replaceAll(':', '.')}`
}

export function Suggestions({
  story,
  asked,
  offered,
  done,
}: {
  story: { publicId: string; version: number }
  asked: SuggestionsShown
  offered: readonly Move[]
  /** What was just done here: a key of our own table, from the address. */
  done: string
}) {
  const words = useWords().tracking.suggestions
  const isSignOff = offered.includes('agree')
  const all = asked.list.length
  const said: Record<string, string> = words.said
  return (
    <section className="part suggestions" id="suggestions" aria-labelledby="suggestions-title">
      <h2 id="suggestions-title">{words.title}</h2>
      <p className="quiet">{(isSignOff ? words.lead : words.leadDraft)(asked.deskName, all)}</p>
      {asked.reason ? (
        <blockquote className="step-note" dir="auto">
          <p className="quiet small">
            {words.reason} <Instant at={asked.at} style="both" />
          </p>
          {asked.reason}
        </blockquote>
      ) : null}
      <Progress answered={all - asked.open} all={all} words={words.progress(all - asked.open, all)} />
      {Object.hasOwn(said, done) ? (
        <p className="quiet small" role="status">
          {said[done]}
        </p>
      ) : null}
      <ol className="change-list" lang={asked.language}>
        {asked.list.map((change, at) => (
          <Change key={change.key} story={story.publicId} asked={asked} change={change} at={at + 1} />
        ))}
      </ol>
      <Finish story={story} asked={asked} isSignOff={isSignOff} />
    </section>
  )
}

/** A line that fills; the words beside it say the same. */
export function Progress({ answered, all, words }: { answered: number; all: number; words: string }) {
  return (
    <p className="progress">
      <progress aria-hidden="true" value={answered} max={all} />
      <span>{words}</span>
    </p>
  )
}

function Change({
  story,
  asked: { edit, deskName },
  change,
  at,
}: {
  story: string
  asked: SuggestionsShown
  change: Suggestion
  at: number
}) {
  const { language, tracking } = useWords()
  const words = tracking.suggestions
  const id = suggestionId(change.key)
  const above = isAboveCopy(change.kind) ? words.kinds[change.kind] : ''
  const answer = change.accepted === null ? '' : change.accepted ? 'accepted' : 'rejected'
  return (
    <li id={id} className={`change ${answer}`}>
      <p className="change-head" lang={language}>
        <span id={`${id}-name`}>
          {words.one(at)}
          {above ? ` · ${above}` : ''}
        </span>
        {answer ? <span className={`answer-mark ${answer}`}>{words[answer]}</span> : null}
      </p>
      <ChangedWords change={change} />
      <p className="quiet small made-at" lang={language}>
        {tracking.edits.madeBy(deskName)}, <Instant at={change.madeAt} style="both" />
      </p>
      {change.reason ? (
        <p className="why-changed" dir="auto">
          <b lang={language}>{tracking.edits.reason}:</b> {change.reason}
        </p>
      ) : null}
      <form method="post" action={`/my/stories/${story}/suggestions`} className="answers" lang={language}>
        <input type="hidden" name="edit" value={edit} />
        <input type="hidden" name="change" value={change.key} />
        <AnswerButton value="yes" pressed={change.accepted === true} about={`${id}-name`} label={words.accept} />
        <AnswerButton value="no" pressed={change.accepted === false} about={`${id}-name`} label={words.reject} />
      </form>
    </li>
  )
}

type Changed = Pick<Suggestion, 'kind' | 'removed' | 'added' | 'lines'>

/** What was and what is, in the words around it. */
export function ChangedWords({ change }: { change: Changed }) {
  const { language, tracking } = useWords()
  return (
    <>
      {change.lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one change never move
        <DifferenceLine key={i} line={line} named={!isAboveCopy(change.kind)} />
      ))}
      {change.removed === change.added && change.removed !== '' ? (
        <p className="quiet small" lang={language}>
          {tracking.suggestions.formOnly}
        </p>
      ) : null}
    </>
  )
}

/** Headline and standfirst: named above the change, as they are no blocks of the text. */
export function isAboveCopy(kind: string): kind is 'headline' | 'standfirst' {
  return kind === 'headline' || kind === 'standfirst'
}

function AnswerButton({
  value,
  pressed,
  about,
  label,
}: {
  value: 'yes' | 'no'
  pressed: boolean
  about: string
  label: string
}) {
  return (
    <button
      type="submit"
      name="accepted"
      value={value}
      className="button small"
      aria-pressed={pressed}
      aria-describedby={about}
    >
      {label}
    </button>
  )
}

function Finish({
  story,
  asked,
  isSignOff,
}: {
  story: { publicId: string; version: number }
  asked: SuggestionsShown
  isSignOff: boolean
}) {
  const words = useWords().tracking.suggestions
  const isAnswered = asked.open === 0
  return (
    <div className="finish" id="suggestions-end">
      {asked.list.length > 1 ? (
        <form method="post" action={`/my/stories/${story.publicId}/suggestions`} className="answers">
          <input type="hidden" name="edit" value={asked.edit} />
          <input type="hidden" name="change" value="all" />
          <button type="submit" name="accepted" value="yes" className="button small">
            {words.acceptAll}
          </button>
          <button type="submit" name="accepted" value="no" className="button small">
            {words.rejectAll}
          </button>
        </form>
      ) : null}
      <p>
        {!isAnswered
          ? words.someOpen(asked.open)
          : isSignOff
            ? asked.rejected
              ? words.someRejected(asked.rejected)
              : words.allAccepted
            : words.takeOverHint}
      </p>
      {isAnswered && !isSignOff ? (
        <form method="post" action={`/my/stories/${story.publicId}/take-over`}>
          <input type="hidden" name="edit" value={asked.edit} />
          <input type="hidden" name="version" value={story.version} />
          <button type="submit" className="button">
            {words.takeOver}
          </button>
        </form>
      ) : null}
    </div>
  )
}
