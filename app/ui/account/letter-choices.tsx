// The form in which letters are chosen: a heading for each group, a line for each kind.
import type { LetterChoice, LetterGroup, StoryLetterKind } from '#app/newsroom/letters/kinds.ts'
import { type Fault, fieldId } from '#app/ui/forms/problems.tsx'
import { useWords } from '#app/ui/page/words-context.ts'

export type ChoiceRow = {
  kind: StoryLetterKind
  group: LetterGroup
  choices: readonly LetterChoice[]
  chosen: LetterChoice
}

/** `values` is what was typed when the form came back with faults. */
export function LetterChoices({
  choices,
  digestHour,
  values,
  faults,
}: {
  choices: readonly ChoiceRow[]
  digestHour: string
  values: Record<string, string>
  faults: readonly Fault[]
}) {
  const words = useWords().account.letters
  const groups = [...new Set(choices.map(({ group }) => group))].filter((group) => group !== 'account')
  return (
    <form method="post" action="/account/letters" className="letter-choices" noValidate>
      <div className="part">
        <p className="lead">{words.lead}</p>
        <p className="hint">{words.digestHint(digestHour)}</p>
      </div>
      {groups.map((group) => (
        <fieldset className="part" key={group}>
          <legend>{words.groups[group]}</legend>
          {choices
            .filter((row) => row.group === group)
            .map((row) => (
              <Row key={row.kind} row={row} value={values[row.kind]} faults={faults} />
            ))}
        </fieldset>
      ))}
      <p className="hint">{words.always}</p>
      <div className="buttons">
        <button type="submit" className="button primary">
          {words.save}
        </button>
      </div>
    </form>
  )
}

function Row({ row, value, faults }: { row: ChoiceRow; value: string | undefined; faults: readonly Fault[] }) {
  const words = useWords().account.letters
  const id = fieldId(row.kind)
  const fault = faults.find(({ field }) => field === row.kind)?.message
  return (
    <div className={fault ? 'letter-choice wrong' : 'letter-choice'}>
      <label htmlFor={id}>{words.kinds[row.kind]}</label>
      <select
        id={id}
        name={row.kind}
        defaultValue={value ?? row.chosen}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
      >
        {row.choices.map((choice) => (
          <option key={choice} value={choice}>
            {words.choices[choice]}
          </option>
        ))}
      </select>
      {fault ? (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      ) : null}
    </div>
  )
}
