// The fields of a topic hub, for a new one and for one that is changed: names, background, key events.
import { hubLimits } from '#app/newsroom/topics/topic.ts'
import { TextArea, TextField, Tick } from '#app/ui/forms/field.tsx'
import type { Fault } from '#app/ui/forms/problems.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { EMPTY_EVENTS, type TopicFormValues } from './topic-form.ts'

export function TopicFields({
  topic,
  faults,
  fixed = false,
}: {
  topic: TopicFormValues
  faults: readonly Fault[]
  /** Readers know its address, so that it stays. */
  fixed?: boolean
}) {
  const words = useWords().hubs
  return (
    <>
      <TextField
        name="name"
        label={words.name}
        hint={words.nameHint}
        required
        dir="auto"
        maxLength={hubLimits.name}
        defaultValue={topic.name}
        faults={faults}
      />
      <TextField
        name="title"
        label={words.titleField}
        hint={words.titleHint}
        required
        dir="auto"
        maxLength={hubLimits.title}
        defaultValue={topic.title}
        faults={faults}
      />
      <TextField
        name="slug"
        label={words.slug}
        hint={words.slugHint}
        required
        dir="ltr"
        maxLength={hubLimits.slug}
        readOnly={fixed}
        defaultValue={topic.slug}
        faults={faults}
      />
      <TextArea
        name="description"
        label={words.description}
        hint={words.descriptionHint}
        rows={2}
        dir="auto"
        maxLength={hubLimits.description}
        defaultValue={topic.description}
        faults={faults}
      />
      <Tick
        name="running"
        label={words.running}
        hint={words.runningHint}
        defaultChecked={topic.running}
        faults={faults}
      />
      <TextField
        name="position"
        label={words.position}
        inputMode="numeric"
        defaultValue={topic.position}
        faults={faults}
      />
      <TextArea
        name="background"
        label={words.background}
        hint={words.backgroundHint}
        rows={10}
        dir="auto"
        defaultValue={topic.background}
        faults={faults}
      />
      <KeyEvents events={topic.keyEvents} faults={faults} />
    </>
  )
}

function KeyEvents({ events, faults }: { events: TopicFormValues['keyEvents']; faults: readonly Fault[] }) {
  const words = useWords().hubs
  const filled = events.filter(({ date, text }, row) => date !== '' || text !== '' || faultsOf(faults, row).length > 0)
  const empty = Array.from({ length: EMPTY_EVENTS }, () => ({ date: '', text: '' }))
  return (
    <fieldset className="field events">
      <legend>{words.events}</legend>
      <p className="hint">{words.eventsHint}</p>
      {[...filled, ...empty].map(({ date, text }, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the form
        <div className="event-row" key={row}>
          <TextField
            name="eventDate"
            type="date"
            scope={String(row)}
            label={words.eventDate}
            defaultValue={date}
            faults={faultsOf(faults, row)}
          />
          <TextArea
            name="eventText"
            rows={2}
            scope={String(row)}
            label={words.eventText}
            dir="auto"
            maxLength={hubLimits.event}
            defaultValue={text}
            faults={faultsOf(faults, row)}
          />
        </div>
      ))}
    </fieldset>
  )
}

/** The faults of one row, by the names of its own fields. */
function faultsOf(faults: readonly Fault[], row: number): Fault[] {
  const own = `${row}-`
  return faults
    .filter(({ field }) => field.startsWith(own))
    .map(({ field, message }) => ({ field: field.slice(own.length), message }))
}
