// The box that says what is wrong with a form, with links to the fields (GOV.UK's error summary).
import type { ReactNode } from 'react'
import { useWords } from '#app/ui/page/words-context.ts'

export type Fault = { field: string; message: string }

/** Shows nothing when there is no fault. The page's title must then begin with "Error:". */
export function Problems({ faults }: { faults: readonly Fault[] }): ReactNode {
  const { problem } = useWords().errors
  if (faults.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: the page came back with faults, and this box says which
    <div className="problems" role="alert" tabIndex={-1} aria-labelledby="problems-title" autoFocus>
      <h2 id="problems-title">{problem}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={fault.field + fault.message}>
            {fault.field ? <a href={`#${fieldId(fault.field)}`}>{fault.message}</a> : fault.message}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The id of a field's control, so that the summary can link to it. */
export function fieldId(name: string, scope?: string): string {
  return `field-${(scope ? `${scope}-${name}` : name).replace(/[^a-zA-Z0-9_-]/g, '-')}`
}
