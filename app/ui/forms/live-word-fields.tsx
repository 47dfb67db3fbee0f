// Title and text of a live entry: where the desk writes, corrects and answers one, and where a reporter sends one.
import { liveLimits } from '#app/newsroom/topics/live.ts'
import { TextArea, TextField } from './field.tsx'
import type { Fault } from './problems.tsx'

export function LiveWordFields({
  words,
  values,
  faults,
  scope,
}: {
  words: { title: string; titleHint?: string; text: string; textHint?: string }
  values: { title?: string | undefined; text?: string | undefined }
  faults: readonly Fault[]
  /** Where several stand on one page: whose they are. */
  scope?: string
}) {
  const field = { scope, dir: 'auto', faults } as const
  return (
    <>
      <TextField
        {...field}
        name="title"
        label={words.title}
        hint={words.titleHint}
        maxLength={liveLimits.title}
        defaultValue={values.title}
      />
      <TextArea
        {...field}
        name="text"
        label={words.text}
        hint={words.textHint}
        rows={5}
        maxLength={liveLimits.text}
        defaultValue={values.text}
      />
    </>
  )
}
