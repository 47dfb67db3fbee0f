// "Bring in a file": choose it, read it, decide where it goes.
import type { Editor } from '@tiptap/react'
import { type ChangeEvent, useEffect, useRef, useState } from 'react'
import { useWords } from '../page/words-context.ts'
import { type ImportFault, importFile } from './import-file.ts'
import { contentFrom, isUnwritten, place, type ReadContent } from './import-place.ts'
import type { PhotoDesk } from './photo-desk.ts'

type State =
  | { phase: 'choose'; because: ImportFault | null }
  | { phase: 'reading' }
  | { phase: 'read'; read: ReadContent }

export default function ImportDialog({
  editor,
  desk,
  language,
  onClose,
}: {
  editor: Editor
  desk: PhotoDesk
  language: string
  onClose: () => void
}) {
  const words = useWords().contributor.bringIn
  const dialog = useRef<HTMLDialogElement>(null)
  const [state, setState] = useState<State>({ phase: 'choose', because: null })
  useEffect(() => {
    dialog.current?.showModal()
  }, [])

  async function read(event: ChangeEvent<HTMLInputElement>) {
    const file = event.currentTarget.files?.[0]
    if (!file) return
    setState({ phase: 'reading' })
    const answer = await importFile(file, language)
    if (!dialog.current?.open) return // closed while it was read
    const read = answer.ok ? contentFrom(answer.html, answer.tray, editor.schema) : answer.because
    if (typeof read === 'string') setState({ phase: 'choose', because: read })
    else if (isUnwritten(editor) && read.tray.lost === 0) put(read, 'instead')
    else setState({ phase: 'read', read })
  }

  function put(read: ReadContent, where: 'instead' | 'at-cursor') {
    dialog.current?.close()
    place(editor, read, where, desk)
  }

  return (
    <dialog
      ref={dialog}
      className="dialog bring-in"
      aria-labelledby="bring-in-title"
      onClose={() => {
        onClose()
        editor.view.focus()
      }}
    >
      <h2 id="bring-in-title">{words.title}</h2>
      <div className="form">
        {state.phase === 'choose' ? <FileField because={state.because} onChange={(event) => void read(event)} /> : null}
        {state.phase === 'reading' ? (
          <p role="status" className="reading">
            {words.reading} <progress aria-label={words.reading} />
          </p>
        ) : null}
        {state.phase === 'read' ? (
          <div role="status">
            <p>{words.found(state.read.words, state.read.tray.pictures.length)}</p>
            {state.read.tray.lost > 0 ? <p>{words.lost(state.read.tray.lost)}</p> : null}
            <p>{words.where}</p>
          </div>
        ) : null}
        <div className="buttons">
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {words.cancel}
          </button>
          {state.phase === 'read' ? <Places put={(where) => put(state.read, where)} /> : null}
        </div>
      </div>
    </dialog>
  )
}

function FileField({
  because,
  onChange,
}: {
  because: ImportFault | null
  onChange: (event: ChangeEvent<HTMLInputElement>) => void
}) {
  const words = useWords().contributor.bringIn
  return (
    <div className={because ? 'field wrong' : 'field'}>
      <label htmlFor="bring-in-file">{words.file}</label>
      <p className="hint" id="bring-in-hint">
        {words.fileHint}
      </p>
      {because ? (
        <p className="fault" role="alert" id="bring-in-fault">
          {words.refusals[because]}
        </p>
      ) : null}
      <input
        id="bring-in-file"
        type="file"
        accept=".docx,.md,.markdown,.txt,text/plain,text/markdown,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        aria-describedby={because ? 'bring-in-hint bring-in-fault' : 'bring-in-hint'}
        aria-invalid={because ? true : undefined}
        onChange={onChange}
      />
    </div>
  )
}

function Places({ put }: { put: (where: 'instead' | 'at-cursor') => void }) {
  const words = useWords().contributor.bringIn
  return (
    <>
      <button type="button" className="button" onClick={() => put('at-cursor')}>
        {words.atCursor}
      </button>
      <button type="button" className="button primary" onClick={() => put('instead')}>
        {words.instead}
      </button>
    </>
  )
}
