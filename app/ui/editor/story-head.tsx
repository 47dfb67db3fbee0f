// The fields above the story and, until the editor is there, the plain text area in its place.
import { forwardRef, type KeyboardEvent } from 'react'
import { datelineOf } from '#app/newsroom/story/copy/copy-facts.ts'
import { fieldId } from '../forms/problems.tsx'
import { useWords } from '../page/words-context.ts'
import type { WritingDraft } from './writing-draft.ts'

type HeadOf = { fields: Pick<WritingDraft['fields'], 'headline' | 'standfirst'>; copy: WritingDraft['copy'] }
type PlainOf = { fields: Pick<WritingDraft['fields'], 'language'>; text: string }
type Typed = Record<string, string> | undefined

/** Headline, standfirst and the parts of the dateline. `typed` is what came back with faults. */
export function StoryHead({ draft, typed, isReady }: { draft: HeadOf; typed: Typed; isReady: boolean }) {
  const words = useWords().contributor
  return (
    <>
      <textarea
        id={fieldId('headline')}
        name="headline"
        className="headline-field"
        aria-label={words.writing.headline}
        placeholder={words.writing.headlineHint}
        rows={1}
        maxLength={200}
        defaultValue={typed?.headline ?? draft.fields.headline}
        onKeyDown={(event) => goOnByEnter(event, 'standfirst')}
      />
      <textarea
        id={fieldId('standfirst')}
        name="standfirst"
        className="standfirst-field"
        aria-label={words.writing.standfirst}
        placeholder={words.writing.standfirstHint}
        rows={2}
        maxLength={400}
        defaultValue={typed?.standfirst ?? draft.fields.standfirst}
        onKeyDown={(event) => goOnByEnter(event, 'place')}
      />
      <fieldset className="dateline-fields">
        <legend className="only-heard">{words.writing.dateline}</legend>
        <label htmlFor={fieldId('place')}>{words.writing.place}</label>
        <input
          id={fieldId('place')}
          name="place"
          type="text"
          maxLength={80}
          placeholder={words.writing.placeHint}
          defaultValue={typed?.place ?? datelineOf(draft.copy)?.place ?? ''}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && isReady) event.preventDefault()
          }}
        />
        <label htmlFor={fieldId('date')}>{words.writing.date}</label>
        <input
          id={fieldId('date')}
          name="date"
          type="date"
          defaultValue={typed?.date ?? datelineOf(draft.copy)?.date ?? ''}
        />
      </fieldset>
    </>
  )
}

/** The story as plain text: what works without script and without the editor. */
export const PlainStory = forwardRef<HTMLTextAreaElement, { draft: PlainOf; typed: Typed }>(function PlainStory(
  { draft, typed },
  ref,
) {
  const words = useWords().contributor
  return (
    <div className="plain-story">
      <label className="only-heard" htmlFor={fieldId('copy')}>
        {words.writing.story}
      </label>
      <textarea
        ref={ref}
        id={fieldId('copy')}
        name="story"
        className="story-words"
        rows={20}
        lang={typed?.language ?? draft.fields.language}
        placeholder={words.writing.storyHint}
        aria-describedby="plain-hint"
        defaultValue={typed?.story ?? draft.text}
      />
      <p className="hint" id="plain-hint">
        {words.writing.plainHint}
      </p>
    </div>
  )
})

function goOnByEnter(event: KeyboardEvent<HTMLTextAreaElement>, to: string) {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  event.preventDefault()
  document.getElementById(fieldId(to))?.focus()
}
