// A photo by a plain form: the file and everything told about it. It works without script.
import { licences } from '#app/newsroom/pictures/licences.ts'
import type { PhotoRules } from '#app/newsroom/pictures/photo-rules.ts'
import { useWords } from '../page/words-context.ts'
import { Choice, TextArea, TextField, Tick } from './field.tsx'
import { type Fault, fieldId } from './problems.tsx'

/** What was typed before, by the names of the fields; a tick box that was ticked says `on`. */
export type PhotoFormValues = Record<string, string>

/** `action` is where it goes; `veils`: readers can be asked before they see it. What was typed comes back with the faults; the file has to be chosen again. */
export function PhotoForm({
  action,
  rules,
  veils = true,
  values = {},
  faults,
}: {
  action: string
  rules: Pick<PhotoRules, 'keepEvidence'>
  veils?: boolean
  values?: PhotoFormValues
  faults?: readonly Fault[]
}) {
  const words = useWords().contributor.photo
  const wrong = faults?.find((fault) => fault.field === 'photo')
  const id = fieldId('photo')
  return (
    <form className="form" method="post" encType="multipart/form-data" action={action}>
      <div className={wrong ? 'field wrong' : 'field'}>
        <label htmlFor={id}>{words.file}</label>
        <p className="hint" id={`${id}-hint`}>
          {words.fileHint} {words.keeps[rules.keepEvidence]}
        </p>
        {wrong ? (
          <p className="fault" id={`${id}-fault`}>
            {wrong.message}
          </p>
        ) : null}
        <input
          id={id}
          name="photo"
          type="file"
          accept="image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif"
          aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong ? `${id}-fault ${id}-hint` : `${id}-hint`}
        />
      </div>
      {rules.keepEvidence === 'facts' ? (
        <Tick name="leaveOut" label={words.leaveOut} faults={faults} defaultChecked={values.leaveOut === 'on'} />
      ) : null}
      <TextArea
        name="caption"
        label={words.caption}
        hint={words.captionHint}
        faults={faults}
        rows={2}
        maxLength={1000}
        defaultValue={values.caption}
      />
      <TextField
        name="credit"
        label={words.credit}
        hint={words.creditHint}
        faults={faults}
        maxLength={250}
        defaultValue={values.credit}
      />
      <TextArea
        name="alt"
        label={words.alt}
        hint={words.altHint}
        faults={faults}
        rows={2}
        maxLength={1000}
        defaultValue={values.alt}
      />
      <Tick
        name="decorative"
        label={words.decorative}
        hint={words.decorativeHint}
        faults={faults}
        defaultChecked={values.decorative === 'on'}
      />
      {veils ? (
        <Tick
          name="graphic"
          label={words.graphic}
          hint={words.graphicHint}
          faults={faults}
          defaultChecked={values.graphic === 'on'}
        />
      ) : null}
      <Tick name="rights" label={words.rights} faults={faults} defaultChecked={values.rights === 'on'} />
      <Choice
        name="licence"
        label={words.licence}
        hint={words.licenceHint}
        faults={faults}
        defaultValue={values.licence || 'all-rights'}
        options={licences.map((licence) => ({ value: licence, label: words.licences[licence] }))}
      />
      <button type="submit" className="button">
        {words.addButton}
      </button>
    </form>
  )
}
