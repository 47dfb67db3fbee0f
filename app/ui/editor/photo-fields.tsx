// Everything that is told about a photo in words, as fields of the dialog.
import { useState } from 'react'
import { licences } from '#app/newsroom/pictures/licences.ts'
import { Choice, TextArea, TextField, Tick } from '../forms/field.tsx'
import { useWords } from '../page/words-context.ts'
import type { PhotoWords } from './photo-desk.ts'

/** `before` is what was told already; the fields are read by their names when the form is sent. */
export function PhotoFields({ before }: { before: Partial<PhotoWords> }) {
  const words = useWords().contributor.photo
  const [isDecorative, setDecorative] = useState(before.decorative ?? false)
  const scope = 'photo'
  return (
    <>
      <TextArea
        scope={scope}
        name="caption"
        label={words.caption}
        hint={words.captionHint}
        rows={2}
        maxLength={1000}
        defaultValue={before.caption}
      />
      <TextField
        scope={scope}
        name="credit"
        label={words.credit}
        hint={words.creditHint}
        maxLength={250}
        autoComplete="off"
        defaultValue={before.credit}
      />
      <TextArea
        scope={scope}
        name="alt"
        label={words.alt}
        hint={words.altHint}
        rows={2}
        maxLength={1000}
        defaultValue={before.alt}
        disabled={isDecorative}
      />
      <Tick
        scope={scope}
        name="decorative"
        label={words.decorative}
        hint={words.decorativeHint}
        checked={isDecorative}
        onChange={(event) => setDecorative(event.currentTarget.checked)}
      />
      <Tick
        scope={scope}
        name="graphic"
        label={words.graphic}
        hint={words.graphicHint}
        defaultChecked={before.graphic}
      />
      <Tick scope={scope} name="rights" label={words.rights} defaultChecked={before.rights} />
      <Choice
        scope={scope}
        name="licence"
        label={words.licence}
        hint={words.licenceHint}
        defaultValue={before.licence ?? 'all-rights'}
        options={licences.map((licence) => ({ value: licence, label: words.licences[licence] }))}
      />
    </>
  )
}
