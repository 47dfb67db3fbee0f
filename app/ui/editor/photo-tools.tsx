// Fetches what photos need after the editor, so that it is there when the network is not; takes up what waits, shows the dialog.
import type { Editor } from '@tiptap/core'
import { type ComponentType, type MutableRefObject, useEffect, useState } from 'react'
import { useWords } from '../page/words-context.ts'
import type { PhotoDesk, PhotoWords } from './photo-desk.ts'
import type { PhotoDialogProps, PhotoTask } from './photo-dialog.tsx'
import type { PhotoWork } from './photo-work.ts'

const againMs = 15_000

/**
 * A component of its own: what it learns must not draw the editor anew, which moves the cursor of somebody who types.
 * `work` is filled once it is there; `task` is what the dialog is open for, null when it is closed.
 */
export function PhotoTools({
  editor,
  desk,
  work,
  task,
  onEdit,
  onClose,
}: {
  editor: Editor
  desk: PhotoDesk
  work: MutableRefObject<PhotoWork | null>
  task: PhotoTask | null
  onEdit: (task: PhotoTask, words: PhotoWords) => void
  onClose: () => void
}) {
  const words = useWords().contributor.photo
  const { Dialog, isMissing } = useTools(editor, desk, work)
  if (!task) return null
  if (!Dialog)
    return isMissing ? (
      <p className="notice stopped" role="alert">
        {words.notHere}
      </p>
    ) : null
  return (
    <Dialog
      key={task.kind === 'edit' ? task.pictureId : 'add'}
      task={task}
      desk={desk}
      onAdd={(photo) => {
        const at = task.kind === 'add' ? task.at : undefined
        void work.current?.add(photo, at ?? editor.state.selection.from)
      }}
      onEdit={(details) => onEdit(task, details)}
      onClose={onClose}
    />
  )
}

function useTools(editor: Editor, desk: PhotoDesk, work: MutableRefObject<PhotoWork | null>) {
  const [Dialog, setDialog] = useState<ComponentType<PhotoDialogProps> | null>(null)
  const [isMissing, setMissing] = useState(false)
  useEffect(() => {
    async function fetchTools() {
      try {
        const [dialog, worker] = await Promise.all([import('./photo-dialog.tsx'), import('./photo-work.ts')])
        if (editor.isDestroyed) return
        work.current = worker.photoWork(editor.view, desk)
        setDialog(() => dialog.default)
        setMissing(false)
        await work.current.takeUp()
      } catch {
        setMissing(true)
        timer = setTimeout(() => void fetchTools(), againMs)
      }
    }
    // After the first paint of the editor: nobody adds a photo before there is something to see.
    let timer = setTimeout(() => void fetchTools(), 100)
    return () => clearTimeout(timer)
  }, [editor, desk, work])
  return { Dialog, isMissing }
}
