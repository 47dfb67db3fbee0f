// The dialog in which a photo is chosen and told about, and later told about again.
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useWords } from '../page/words-context.ts'
import type { PhotoWords } from './uploads.ts'

export type PhotoTask =
  | { kind: 'add' }
  | { kind: 'edit'; pos: number; pictureId: string; words: PhotoWords; src: string }

/** Opens at once; `onDone` gets what was filled in (`file` only when adding), `onClose` always comes after it. */
export function PhotoDialog({
  task,
  onDone,
  onClose,
}: {
  task: PhotoTask
  onDone: (words: PhotoWords, file: File | null) => void
  onClose: () => void
}) {
  const words = useWords().contributor.photo
  const dialog = useRef<HTMLDialogElement>(null)
  const [fault, setFault] = useState('')
  const [isDecorative, setDecorative] = useState(task.kind === 'edit' && task.words.decorative)
  const before = task.kind === 'edit' ? task.words : null

  useEffect(() => {
    dialog.current?.showModal()
  }, [])

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    event.stopPropagation()
    const form = new FormData(event.currentTarget)
    const file = form.get('photo')
    const chosen = file instanceof File && file.size > 0 ? file : null
    if (task.kind === 'add' && !chosen) {
      setFault(words.noFile)
      return
    }
    onDone(
      {
        caption: line(form.get('caption')),
        credit: line(form.get('credit')),
        alt: isDecorative ? '' : line(form.get('alt')),
        decorative: isDecorative,
        rights: form.get('rights') !== null,
      },
      chosen,
    )
    dialog.current?.close()
  }

  const title = task.kind === 'add' ? words.add : words.edit
  return (
    <dialog ref={dialog} className="dialog photo-dialog" aria-labelledby="photo-title" onClose={onClose}>
      <h2 id="photo-title">{title}</h2>
      <form className="form" onSubmit={submit} noValidate>
        {task.kind === 'add' ? (
          <div className={fault ? 'field wrong' : 'field'}>
            <label htmlFor="photo-file">{words.file}</label>
            <p className="hint">{words.fileHint}</p>
            {fault ? (
              <p className="fault" role="alert">
                {fault}
              </p>
            ) : null}
            <input
              id="photo-file"
              name="photo"
              type="file"
              accept="image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif"
            />
          </div>
        ) : (
          <img className="photo-shown" src={task.src} alt="" />
        )}
        <PhotoField
          name="caption"
          label={words.caption}
          hint={words.captionHint}
          value={before?.caption}
          longest={1000}
          area
        />
        <PhotoField name="credit" label={words.credit} hint={words.creditHint} value={before?.credit} longest={250} />
        <PhotoField
          name="alt"
          label={words.alt}
          hint={words.altHint}
          value={before?.alt}
          longest={1000}
          area
          disabled={isDecorative}
        />
        <div className="field tick">
          <label>
            <input
              type="checkbox"
              name="decorative"
              checked={isDecorative}
              aria-describedby="photo-decorative-hint"
              onChange={(event) => setDecorative(event.currentTarget.checked)}
            />
            <span>{words.decorative}</span>
          </label>
          <p className="hint" id="photo-decorative-hint">
            {words.decorativeHint}
          </p>
        </div>
        <div className="field tick">
          <label>
            <input type="checkbox" name="rights" defaultChecked={before?.rights} />
            <span>{words.rights}</span>
          </label>
        </div>
        <div className="buttons">
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {words.cancel}
          </button>
          <button type="submit" className="button primary">
            {task.kind === 'add' ? words.addButton : words.saveButton}
          </button>
        </div>
      </form>
    </dialog>
  )
}

function PhotoField({
  name,
  label,
  hint,
  value,
  longest,
  area,
  disabled,
}: {
  name: string
  label: string
  hint: string
  value?: string
  longest: number
  area?: boolean
  disabled?: boolean
}) {
  const shared = {
    id: `photo-${name}`,
    name,
    maxLength: longest,
    defaultValue: value,
    disabled,
    'aria-describedby': `photo-${name}-hint`,
  }
  return (
    <div className="field">
      <label htmlFor={shared.id}>{label}</label>
      <p className="hint" id={`photo-${name}-hint`}>
        {hint}
      </p>
      {area ? <textarea rows={2} {...shared} /> : <input type="text" autoComplete="off" {...shared} />}
    </div>
  )
}

function line(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : ''
}
