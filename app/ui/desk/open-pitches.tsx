// The list of ideas that wait for the desk: each with the form of its answer.
import type { DeskPitch } from '#app/newsroom/desk/pitches.ts'
import { TextArea } from '#app/ui/forms/field.tsx'
import type { Fault } from '#app/ui/forms/problems.tsx'
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'

/** The answer that came back, with what was typed. */
export type PitchRefused = { pitch: string; answer: string; faults: Fault[] }

export function OpenPitches({ pitches, refused }: { pitches: readonly DeskPitch[]; refused: PitchRefused | null }) {
  const { calls, identity } = useWords()
  const { inbox: words, answers } = calls
  return (
    <ol className="open-tickets">
      {pitches.map((pitch) => (
        <li key={pitch.publicId} className="part" id={`pitch-${pitch.publicId}`}>
          <p className="said" dir="auto" lang={pitch.language}>
            {pitch.text}
          </p>
          <p className="quiet small">
            {words.from} <bdi>{pitch.from ?? identity.sender}</bdi>
            {pitch.section ? ` · ${pitch.section}` : ''} · <Instant at={pitch.sentAt} style="age" />
            {' · '}
            {words.promised} <Instant at={pitch.answerBy} style="both" />{' '}
            {pitch.late ? <span className="state waiting">{words.late}</span> : null}
          </p>
          {pitch.call ? (
            <p className="quiet small">
              {answers} <bdi>{pitch.call}</bdi>
            </p>
          ) : null}
          {pitch.own ? <p className="quiet">{words.own}</p> : <AnswerForm pitch={pitch} refused={refused} />}
        </li>
      ))}
    </ol>
  )
}

function AnswerForm({ pitch, refused }: { pitch: DeskPitch; refused: PitchRefused | null }) {
  const words = useWords().calls.inbox
  const mine = refused?.pitch === pitch.publicId ? refused : null
  return (
    <form method="post" action="/desk/pitches" className="form wide">
      <input type="hidden" name="pitch" value={pitch.publicId} />
      <TextArea
        name="answer"
        scope={pitch.publicId}
        label={words.answer}
        rows={2}
        maxLength={2000}
        dir="auto"
        defaultValue={mine?.answer}
        faults={mine?.faults}
      />
      <div className="buttons">
        <button type="submit" name="verdict" value="welcome" className="button primary">
          {words.yes}
        </button>
        <button type="submit" name="verdict" value="declined" className="button">
          {words.no}
        </button>
      </div>
    </form>
  )
}
