// One labelled control with its hint and its fault: text, long text, choice, tick box.
import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { type Fault, fieldId } from './problems.tsx'

type Shared = { name: string; label: string; hint?: ReactNode; faults?: readonly Fault[] }

export function TextField({ name, label, hint, faults, ...input }: Shared & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Labelled name={name} label={label} hint={hint} faults={faults}>
      <input type="text" {...input} {...wiring(name, hint, faults)} />
    </Labelled>
  )
}

export function TextArea({ name, label, hint, faults, ...area }: Shared & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <Labelled name={name} label={label} hint={hint} faults={faults}>
      <textarea rows={4} {...area} {...wiring(name, hint, faults)} />
    </Labelled>
  )
}

export function Choice({
  name,
  label,
  hint,
  faults,
  options,
  ...select
}: Shared & { options: readonly { value: string; label: string }[] } & SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <Labelled name={name} label={label} hint={hint} faults={faults}>
      <select {...select} {...wiring(name, hint, faults)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

export function Tick({ name, label, hint, faults, ...input }: Shared & InputHTMLAttributes<HTMLInputElement>) {
  const fault = faultOf(name, faults)
  return (
    <div className={fault ? 'field tick wrong' : 'field tick'}>
      {fault ? <p className="fault" id={`${fieldId(name)}-fault`}>{fault}</p> : null}
      <label>
        <input type="checkbox" {...input} {...wiring(name, hint, faults)} />
        <span>{label}</span>
      </label>
      {hint ? <p className="hint" id={`${fieldId(name)}-hint`}>{hint}</p> : null}
    </div>
  )
}

function Labelled({ name, label, hint, faults, children }: Shared & { children: ReactNode }) {
  const fault = faultOf(name, faults)
  return (
    <div className={fault ? 'field wrong' : 'field'}>
      <label htmlFor={fieldId(name)}>{label}</label>
      {hint ? <p className="hint" id={`${fieldId(name)}-hint`}>{hint}</p> : null}
      {fault ? <p className="fault" id={`${fieldId(name)}-fault`}>{fault}</p> : null}
      {children}
    </div>
  )
}

function wiring(name: string, hint: ReactNode, faults?: readonly Fault[]) {
  const fault = faultOf(name, faults)
  const described = [hint ? `${fieldId(name)}-hint` : '', fault ? `${fieldId(name)}-fault` : ''].filter(Boolean).join(' ')
  return {
    id: fieldId(name),
    name,
    'aria-invalid': fault ? (true as const) : undefined,
    'aria-describedby': described || undefined,
  }
}

function faultOf(name: string, faults?: readonly Fault[]): string | undefined {
  return faults?.find((fault) => fault.field === name)?.message
}
