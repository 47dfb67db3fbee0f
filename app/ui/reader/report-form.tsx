// The form with which a reader reports an error, and what stands there once it is sent.
import { TextArea, TextField } from '#app/ui/forms/field.tsx'
import { type Fault, Problems } from '#app/ui/forms/problems.tsx'
import { useWords } from '#app/ui/page/words-context.ts'

export type ReportRefused = { faults: Fault[]; values: Record<string, string> }

export function ReportForm({ story, refused }: { story: { slug: string; headline: string }; refused?: ReportRefused }) {
  const words = useWords().after.report
  const { faults, values } = refused ?? { faults: [], values: {} as Record<string, string> }
  return (
    <div className="column report">
      <header className="page-head">
        <h1>{words.title}</h1>
        <p className="standfirst" dir="auto">
          {words.lead(story.headline)}
        </p>
      </header>
      <Problems faults={faults} />
      <form method="post" action={`/stories/${story.slug}/report`} className="form" noValidate>
        <fieldset className="field">
          <legend className="label">{words.kind}</legend>
          {(['error', 'takedown'] as const).map((kind) => (
            <div className="pick" key={kind}>
              <label>
                <input type="radio" name="kind" value={kind} defaultChecked={(values.kind ?? 'error') === kind} />
                <span>{words.kinds[kind]}</span>
              </label>
            </div>
          ))}
        </fieldset>
        <TextArea
          name="text"
          label={words.text}
          hint={words.textHint}
          rows={6}
          maxLength={3000}
          dir="auto"
          defaultValue={values.text}
          faults={faults}
        />
        <TextField
          name="name"
          label={words.name}
          autoComplete="name"
          maxLength={100}
          dir="auto"
          defaultValue={values.name}
          faults={faults}
        />
        <TextField
          name="email"
          type="email"
          label={words.email}
          hint={words.emailHint}
          autoComplete="email"
          maxLength={254}
          dir="ltr"
          defaultValue={values.email}
          faults={faults}
        />
        <div className="for-machines" aria-hidden="true">
          <label htmlFor="report-website">{words.trap}</label>
          <input id="report-website" type="text" name="website" tabIndex={-1} autoComplete="off" />
        </div>
        <div className="buttons">
          <button type="submit" className="button primary">
            {words.send}
          </button>
          <a href={`/stories/${story.slug}`}>{words.back}</a>
        </div>
      </form>
    </div>
  )
}

export function ReportSent({ slug }: { slug: string }) {
  const words = useWords().after.report
  return (
    <div className="column report">
      <header className="page-head">
        <h1>{words.sent}</h1>
        <p className="standfirst" role="status">
          {words.sentText}
        </p>
      </header>
      <p>
        <a href={`/stories/${slug}`}>{words.back}</a>
      </p>
    </div>
  )
}
