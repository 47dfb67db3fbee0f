// The dialog in which photos are chosen, looked at and told about, and later told about again.
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useWords } from '../page/words-context.ts'
import type { PhotoDesk, PhotoWords } from './photo-desk.ts'
import { PhotoFields } from './photo-fields.tsx'
import { lookAtPhoto, type SeenPhoto } from './photo-file.ts'
import { PhotoPreview, WhatTheFileTells } from './photo-preview.tsx'
import type { ChosenPhoto } from './photo-work.ts'

export type PhotoTask =
  /** `files` were pasted or dropped; `at` is where they go, the selection when left out. */
  | { kind: 'add'; files: File[]; at?: number }
  | { kind: 'edit'; pos: number; pictureId: string; words: PhotoWords; src: string }

export type PhotoDialogProps = {
  task: PhotoTask
  desk: PhotoDesk
  onAdd: (photo: ChosenPhoto) => void
  onEdit: (words: PhotoWords) => void
  onClose: () => void
}

/** Opens at once. Of several photos each has its turn; credit, licence and rights are carried over to the next. */
export default function PhotoDialog({ task, desk, onAdd, onEdit, onClose }: PhotoDialogProps) {
  const { photo: words, pictureRefusals } = useWords().contributor
  const dialog = useRef<HTMLDialogElement>(null)
  const [files, setFiles] = useState(task.kind === 'add' ? task.files : [])
  const [at, setAt] = useState(0)
  const [turns, setTurns] = useState(0)
  const [leavesOut, setLeavesOut] = useState(false)
  const [fault, setFault] = useState('')
  const [before, setBefore] = useState<Partial<PhotoWords>>(task.kind === 'edit' ? task.words : {})
  const file = files[at] ?? null
  const seen = useSeenPhoto(file)
  const { rules } = desk

  useEffect(() => {
    dialog.current?.showModal()
  }, [])

  // What cannot be shown here and cannot be read at the desk would only be sent to be refused.
  const unreadable =
    seen && !seen.preview && !(seen.isHeic && rules.readsHeic)
      ? pictureRefusals[seen.isHeic ? 'heic' : 'not-a-picture']
      : ''

  function choose(chosen: File[]) {
    setFiles(chosen)
    setAt(0)
    setTurns(0)
    setFault('')
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    event.stopPropagation()
    const told = wordsIn(new FormData(event.currentTarget))
    if (task.kind === 'edit') {
      onEdit(told)
      dialog.current?.close()
      return
    }
    const wrong = file ? unreadable : words.noFile
    setFault(wrong)
    if (!file || wrong) return
    onAdd({ file, turns, keepFacts: !leavesOut, words: told })
    if (at + 1 >= files.length) {
      dialog.current?.close()
      return
    }
    const { credit, licence, rights } = told
    setBefore({ credit, licence, rights })
    setAt(at + 1)
    setTurns(0)
    dialog.current?.scrollTo(0, 0)
  }

  const title = task.kind === 'edit' ? words.edit : words.add
  return (
    <dialog ref={dialog} className="dialog photo-dialog" aria-labelledby="photo-title" onClose={onClose}>
      <h2 id="photo-title">
        {title}
        {files.length > 1 ? <span className="which"> {words.which(at + 1, files.length)}</span> : null}
      </h2>
      <form className="form" onSubmit={submit} noValidate>
        {task.kind === 'edit' ? (
          <img className="photo-shown" src={task.src} alt="" />
        ) : (
          <>
            <FileField fault={fault || unreadable} hasFile={file !== null} onFiles={choose} />
            {file && seen ? (
              <>
                <PhotoPreview seen={seen} turns={turns} onTurn={(quarters) => setTurns((turns + quarters + 4) % 4)} />
                <WhatTheFileTells told={seen.told} rules={rules} leavesOut={leavesOut} onLeaveOut={setLeavesOut} />
              </>
            ) : null}
          </>
        )}
        <PhotoFields key={at} before={before} />
        <div className="buttons">
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {words.cancel}
          </button>
          <button type="submit" className="button primary">
            {task.kind === 'edit' ? words.saveButton : words.addButton}
          </button>
        </div>
      </form>
    </dialog>
  )
}

/** One field for files of the device, of which a phone can take a photo too. */
function FileField({ fault, hasFile, onFiles }: { fault: string; hasFile: boolean; onFiles: (files: File[]) => void }) {
  const words = useWords().contributor.photo
  const input = useRef<HTMLInputElement>(null)

  function takePhoto() {
    if (!input.current) return
    input.current.setAttribute('capture', 'environment')
    input.current.click()
    input.current.removeAttribute('capture')
  }

  return (
    <div className={fault ? 'field wrong' : 'field'}>
      <label htmlFor="photo-file">{words.file}</label>
      <p className="hint" id="photo-file-hint">
        {words.fileHere}
      </p>
      {fault ? (
        <p className="fault" role="alert" id="photo-file-fault">
          {fault}
        </p>
      ) : null}
      <div className="photo-file">
        <input
          ref={input}
          id="photo-file"
          type="file"
          multiple
          accept="image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif"
          aria-describedby={fault ? 'photo-file-fault photo-file-hint' : 'photo-file-hint'}
          aria-invalid={fault && !hasFile ? true : undefined}
          onChange={(event) => {
            const chosen = [...(event.currentTarget.files ?? [])]
            if (chosen.length > 0) onFiles(chosen)
          }}
        />
        <button type="button" className="button small camera-button" onClick={takePhoto}>
          {words.takePhoto}
        </button>
      </div>
    </div>
  )
}

function useSeenPhoto(file: File | null): SeenPhoto | null {
  const [seen, setSeen] = useState<{ file: File; photo: SeenPhoto } | null>(null)
  useEffect(() => {
    if (!file) return
    let isGone = false
    void lookAtPhoto(file).then((photo) => {
      if (isGone) photo.preview?.close()
      else setSeen({ file, photo })
    })
    return () => {
      isGone = true
    }
  }, [file])
  return seen && seen.file === file ? seen.photo : null
}

function wordsIn(form: FormData): PhotoWords {
  const line = (name: string) =>
    String(form.get(name) ?? '')
      .replace(/\s+/g, ' ')
      .trim()
  const isTicked = (name: string) => form.get(name) !== null
  const decorative = isTicked('decorative')
  return {
    caption: line('caption'),
    credit: line('credit'),
    alt: decorative ? '' : line('alt'),
    decorative,
    rights: isTicked('rights'),
    licence: line('licence') || 'all-rights',
    graphic: isTicked('graphic'),
  }
}
