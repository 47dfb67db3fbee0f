// Ideas that were sent first, with what became of them.
import { nameOfPitch, type OwnPitch, type PitchState } from '#app/newsroom/desk/pitches.ts'
import { Instant } from '../page/instant.tsx'
import { useWords } from '../page/words-context.ts'

export function PitchRows({ pitches }: { pitches: readonly OwnPitch[] }) {
  const words = useWords().calls.pitch
  return (
    <section className="my-pitches" aria-labelledby="my-pitches">
      <h2 id="my-pitches">{words.mine}</h2>
      <ul>
        {pitches.map((pitch) => (
          <li key={pitch.publicId}>
            <a href={`/my/pitches/${pitch.publicId}`} dir="auto">
              {nameOfPitch(pitch.text)}
            </a>
            <span className={`state ${hueOfPitch(pitch.state)}`}>{words.states[pitch.state]}</span>
            <span className="quiet small">
              {pitch.state === 'open' ? (
                <>
                  {words.promised} <Instant at={pitch.answerBy} style="both" />
                </>
              ) : (
                <Instant at={pitch.answeredAt ?? pitch.sentAt} style="age" />
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The hue of a pitch's state, as stories have theirs. */
export function hueOfPitch(state: PitchState): 'waiting' | 'with-you' | 'stopped' {
  switch (state) {
    case 'open':
      return 'waiting'
    case 'welcome':
      return 'with-you'
    case 'declined':
    case 'withdrawn':
      return 'stopped'
  }
}
