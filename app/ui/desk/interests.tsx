// Who has declared an interest in the story, and the form to declare one's own: reason first, then hands off.
import type { DeskPage } from '#app/newsroom/desk/desk-story.ts'
import { TextArea } from '#app/ui/forms/field.tsx'
import { type Fault, Problems } from '#app/ui/forms/problems.tsx'
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'

export function Interests({ page }: { page: DeskPage }) {
  const words = useWords().desk.review.standing
  const { interests } = page.standing
  const mine = interests.some((interest) => interest.mine)
  return (
    <>
      {interests.length > 0 && (
        <ul className="plain interests">
          {interests.map(({ name, reason, at, mine: own }) => (
            <li key={`${name} ${at}`}>
              <bdi>{own ? words.mine : name}</bdi> · <Instant at={at} style="date" />
              <p dir="auto">{reason}</p>
            </li>
          ))}
        </ul>
      )}
      {!mine && <InterestForm publicId={page.story.publicId} />}
    </>
  )
}

export function InterestForm({ publicId, reason, faults }: { publicId: string; reason?: string; faults?: Fault[] }) {
  const words = useWords().desk.review.standing
  return (
    <form method="post" action={`/desk/stories/${publicId}/interest`} className="form wide">
      {faults && <Problems faults={faults} />}
      <p className="quiet small">{words.interestText}</p>
      <TextArea
        name="reason"
        label={words.interestReason}
        faults={faults}
        scope="interest"
        rows={2}
        maxLength={1000}
        defaultValue={reason}
      />
      <div className="buttons">
        <button type="submit" className="button">
          {words.declare}
        </button>
      </div>
    </form>
  )
}
