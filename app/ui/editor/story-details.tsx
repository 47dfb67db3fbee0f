// The fields beside the story in three groups: what it is, who signs it, what only the desk reads.
import type { ReactNode } from 'react'
import { aiUses } from '#app/newsroom/story/news-fields.ts'
import { Choice, TextArea, TextField } from '../forms/field.tsx'
import { fieldId } from '../forms/problems.tsx'
import { useWords } from '../page/words-context.ts'
import type { WritingDraft } from './writing-draft.ts'

const form = 'writing-form'

type Typed = { draft: WritingDraft; values?: Record<string, string> }

/** Belongs to the writing form by its id, wherever it stands on the page. `suggestion` stands under the language. */
export function StoryDetails({ draft, values, suggestion }: Typed & { suggestion?: ReactNode }) {
  const words = useWords().contributor.writing
  return (
    <details className="story-details" open>
      <summary>{words.details}</summary>
      <div className="form">
        <Group name="what" title={words.groups.what}>
          <WhatItIs draft={draft} values={values} suggestion={suggestion} />
        </Group>
        <Group name="who" title={words.groups.who}>
          <Byline draft={draft} values={values} />
        </Group>
        <Group name="desk" title={words.groups.desk}>
          <p className="hint">{words.deskOnly}</p>
          <ForTheDesk draft={draft} values={values} />
        </Group>
      </div>
    </details>
  )
}

function Group({ name, title, children }: { name: 'what' | 'who' | 'desk'; title: string; children: ReactNode }) {
  return (
    <section className={`details-group ${name}`} aria-labelledby={`details-${name}`}>
      <h3 id={`details-${name}`}>
        {name === 'desk' ? (
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M4 7V5a4 4 0 0 1 8 0v2h1v7H3V7h1Zm1.5 0h5V5a2.5 2.5 0 0 0-5 0v2Z" />
          </svg>
        ) : null}
        {title}
      </h3>
      {children}
    </section>
  )
}

function WhatItIs({ draft, values, suggestion }: Typed & { suggestion?: ReactNode }) {
  const words = useWords().contributor.writing
  const { fields } = draft
  return (
    <>
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
      <div className="language-field">
        <Choice
          name="language"
          label={words.language}
          form={form}
          defaultValue={values?.language ?? fields.language}
          options={draft.languages.map(({ code, name }) => ({ value: code, label: name }))}
        />
        {suggestion}
      </div>
      {draft.calls.length > 0 ? (
        <Choice
          name="call"
          label={words.call}
          form={form}
          defaultValue={values?.call ?? fields.call ?? ''}
          options={[
            { value: '', label: words.noCall },
            ...draft.calls.map(({ slug, title }) => ({ value: slug, label: title })),
          ]}
        />
      ) : null}
    </>
  )
}

function Byline({ draft, values }: Typed) {
  const words = useWords().contributor.writing
  const { byline } = draft.fields
  const kind = values?.byline ?? byline.kind
  return (
    <fieldset className="field byline-field" id={fieldId('byline')}>
      <legend className="label">{words.byline}</legend>
      {(['name', 'pen', 'withheld'] as const).slice(draft.isProtected ? 1 : 0).map((choice) => (
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
          list={draft.penNames.length > 0 ? 'pen-names' : undefined}
          defaultValue={values?.penName ?? byline.penName}
        />
        <datalist id="pen-names">
          {draft.penNames.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </div>
      <p className="hint withheld-hint">{words.withheldHint}</p>
    </fieldset>
  )
}

function ForTheDesk({ draft, values }: Typed) {
  const words = useWords().contributor.writing
  const { fields } = draft
  const line = { form, maxLength: 300 }
  return (
    <>
      <fieldset className="field known-field">
        <legend className="label">{words.known}</legend>
        <TextField
          {...line}
          name="knownWhere"
          label={words.knownWhere}
          hint={words.knownWhereHint}
          defaultValue={values?.knownWhere ?? fields.knownWhere}
        />
        <TextField
          {...line}
          name="knownWhen"
          label={words.knownWhen}
          defaultValue={values?.knownWhen ?? fields.knownWhen}
        />
        <TextField
          {...line}
          name="knownHow"
          label={words.knownHow}
          hint={words.knownHowHint}
          maxLength={600}
          defaultValue={values?.knownHow ?? fields.knownHow}
        />
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
      <div className="ai-field">
        <Choice
          name="aiUse"
          label={words.aiUse}
          form={form}
          defaultValue={values?.aiUse ?? fields.aiUse}
          options={aiUses.map((use) => ({ value: use, label: words.aiUses[use] }))}
        />
        <div className="ai-note">
          <TextField
            {...line}
            name="aiNote"
            label={words.aiNote}
            hint={words.aiNoteHint}
            maxLength={600}
            defaultValue={values?.aiNote ?? fields.aiNote}
          />
        </div>
      </div>
    </>
  )
}
