// Signing in where one writes, when the session has ended: the words stay in the window and are saved after it.
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { TextField } from '../forms/field.tsx'
import { type Fault, Problems } from '../forms/problems.tsx'
import { useWords } from '../page/words-context.ts'

type Answer = { faults: Fault[]; ticket: string; person?: string }

/** `writer` is the public id of whoever may save these words; `onSignedIn` is called when they are back. */
export function SignInDialog({
  writer,
  onSignedIn,
  onClose,
}: {
  writer: string
  onSignedIn: () => void
  onClose: () => void
}) {
  const { account, contributor } = useWords()
  const words = contributor.signIn
  const dialog = useRef<HTMLDialogElement>(null)
  const [faults, setFaults] = useState<Fault[]>([])
  const [ticket, setTicket] = useState('')
  const [isAsking, setAsking] = useState(false)
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = Object.fromEntries(new FormData(event.currentTarget))
    setAsking(true)
    const answer = await ask(ticket ? '/sign-in?step=code' : '/sign-in', ticket ? { ...typed, ticket } : typed)
    setAsking(false)
    if (answer === 'unreachable' || answer === 'too-many') return setFaults([{ field: '', message: words[answer] }])
    if (answer.person === writer) return onSignedIn()
    if (answer.person) return setFaults([{ field: '', message: words.somebodyElse }])
    setTicket(answer.ticket)
    setFaults(answer.faults)
  }

  return (
    <dialog ref={dialog} className="dialog sign-in-here" aria-labelledby="sign-in-here" onClose={onClose}>
      <h2 id="sign-in-here">{words.title}</h2>
      <p className="lead">{ticket ? account.signIn.codeLead : words.lead}</p>
      <Problems faults={faults} />
      <form className="form" onSubmit={(event) => void onSubmit(event)} noValidate>
        {ticket ? (
          <TextField
            key="code"
            name="code"
            label={account.fields.code}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={7}
            className="code"
            required
            faults={faults}
          />
        ) : (
          <>
            <TextField
              name="email"
              type="email"
              label={account.fields.email}
              autoComplete="username"
              required
              faults={faults}
            />
            <TextField
              name="password"
              type="password"
              label={account.fields.password}
              autoComplete="current-password"
              required
              faults={faults}
            />
          </>
        )}
        <div className="buttons">
          <button type="submit" className="button primary" aria-disabled={isAsking || undefined}>
            {ticket ? account.signIn.codeButton : account.signIn.button}
          </button>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {words.later}
          </button>
        </div>
      </form>
    </dialog>
  )
}

async function ask(url: string, fields: object): Promise<Answer | 'unreachable' | 'too-many'> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(fields),
    })
    if (answer.status === 429) return 'too-many'
    if (answer.status >= 500) return 'unreachable'
    const said = (await answer.json()) as Partial<Answer>
    return { faults: said.faults ?? [], ticket: said.ticket ?? '', person: said.person }
  } catch {
    return 'unreachable'
  }
}
