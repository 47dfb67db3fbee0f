// The fields beside the story: section, topics, by-line, sources; and the photo form that needs no script.
import { Choice, TextArea, TextField } from '../forms/field.tsx'
import { PhotoForm } from '../forms/photo-form.tsx'
import { fieldId } from '../forms/problems.tsx'
import { useWords } from '../page/words-context.ts'
import type { WritingDraft } from './writing-draft.ts'

/** Belongs to the writing form by its id, wherever it stands on the page. */
export function StoryDetails({ draft, values }: { draft: WritingDraft; values?: Record<string, string> }) {
  const words = useWords().contributor.writing
  const { fields } = draft
  const form = 'writing-form'
  const kind = values?.byline ?? fields.byline.kind
  return (
    <details className="story-details" open>
      <summary>{words.details}</summary>
      <div className="form">
        <Choice
          name="section"
          label={words.section}
          form={form}
          defaultValue={values?.section ?? fields.section ?? ''}
          options={[
            { value: '', label: words.chooseSection },
            ...draft.sections.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
        />
        <fieldset className="field topics-field">
          <legend className="label">{words.topics}</legend>
          {draft.topics.map((topic) => (
            <label key={topic.slug} className="choice-line">
              <input
                type="checkbox"
                name="topics"
                value={topic.slug}
                form={form}
                defaultChecked={fields.topics.includes(topic.slug)}
              />
              <span>{topic.name}</span>
            </label>
          ))}
        </fieldset>
        <fieldset className="field byline-field" id={fieldId('byline')}>
          <legend className="label">{words.byline}</legend>
          {(['name', 'pen', 'withheld'] as const).map((choice) => (
            <label key={choice} className="choice-line">
              <input type="radio" name="byline" value={choice} form={form} defaultChecked={kind === choice} />
              <span>{{ name: words.bylineName, pen: words.bylinePen, withheld: words.bylineWithheld }[choice]}</span>
            </label>
          ))}
          <div className="pen-name">
            <TextField
              name="penName"
              label={words.penName}
              hint={words.penNameHint}
              form={form}
              maxLength={60}
              defaultValue={values?.penName ?? fields.byline.penName}
            />
          </div>
          <p className="hint withheld-hint">{words.withheldHint}</p>
        </fieldset>
        <TextArea
          name="sources"
          label={words.sources}
          hint={words.sourcesHint}
          form={form}
          rows={5}
          maxLength={10000}
          defaultValue={values?.sources ?? fields.sources}
        />
      </div>
    </details>
  )
}

/** A photo by a plain form: it is added at the end of the story. */
export function PlainPhotoForm({ draft }: { draft: WritingDraft }) {
  const words = useWords().contributor.photo
  return (
    <details className="plain-photo">
      <summary>{words.add}</summary>
      <PhotoForm story={draft.story} rules={draft.photoRules} />
    </details>
  )
}
