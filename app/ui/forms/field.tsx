// One labelled control with its hint and its fault: text, long text, choice, tick box.
import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { type Fault, fieldId } from './problems.tsx'

/** `scope` keeps the ids apart where one page holds several forms with fields of the same name. */
type Shared = { name: string; label: string; hint?: ReactNode; faults?: readonly Fault[]; scope?: string }

export function TextField({
  name,
  label,
  hint,
  faults,
  scope,
  ...input
}: Shared & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Labelled name={name} label={label} hint={hint} faults={faults} scope={scope}>
      <input type="text" {...input} {...wiring(name, hint, faults, scope)} />
    </Labelled>
  )
}

export function TextArea({
  name,
  label,
  hint,
  faults,
  scope,
  ...area
}: Shared & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <Labelled name={name} label={label} hint={hint} faults={faults} scope={scope}>
      <textarea rows={4} {...area} {...wiring(name, hint, faults, scope)} />
    </Labelled>
  )
}

export function Choice({
  name,
  label,
  hint,
  faults,
  scope,
  options,
  ...select
}: Shared & {
  options: readonly { value: string; label: string; lang?: string }[]
} & SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <Labelled name={name} label={label} hint={hint} faults={faults} scope={scope}>
      <select {...select} {...wiring(name, hint, faults, scope)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

export function Tick({ name, label, hint, faults, scope, ...input }: Shared & InputHTMLAttributes<HTMLInputElement>) {
  const fault = faultOf(name, faults)
  return (
    <div className={fault ? 'field tick wrong' : 'field tick'}>
      {fault ? (
        <p className="fault" id={`${fieldId(name, scope)}-fault`}>
          {fault}
        </p>
      ) : null}
      <label>
        <input type="checkbox" {...input} {...wiring(name, hint, faults, scope)} />
        <span>{label}</span>
      </label>
      {hint ? (
        <p className="hint" id={`${fieldId(name, scope)}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}

function Labelled({ name, label, hint, faults, scope, children }: Shared & { children: ReactNode }) {
  const fault = faultOf(name, faults)
  return (
    <div className={fault ? 'field wrong' : 'field'}>
      <label htmlFor={fieldId(name, scope)}>{label}</label>
      {hint ? (
        <p className="hint" id={`${fieldId(name, scope)}-hint`}>
          {hint}
        </p>
      ) : null}
      {fault ? (
        <p className="fault" id={`${fieldId(name, scope)}-fault`}>
          {fault}
        </p>
      ) : null}
      {children}
    </div>
  )
}

function wiring(name: string, hint: ReactNode, faults?: readonly Fault[], scope?: string) {
  const fault = faultOf(name, faults)
  const described = [hint ? `${fieldId(name, scope)}-hint` : '', fault ? `${fieldId(name, scope)}-fault` : '']
    .filter(Boolean)
    .join(' ')
  return {
    id: fieldId(name, scope),
    name,
    'aria-invalid': fault ? (true as const) : undefined,
    'aria-describedby': described || undefined,
  }
}

function faultOf(name: string, faults?: readonly Fault[]): string | undefined {
  return faults?.find((fault) => fault.field === name)?.message
}
