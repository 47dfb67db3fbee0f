// Taking a story over from the editor who holds it: a hand-over to oneself, with words for the one it is taken from.
import type { ReactNode } from 'react'
import { TextArea } from '#app/ui/forms/field.tsx'
import { CloseDialog, Dialog, OpenDialog } from '#app/ui/page/dialog.tsx'
import { useWords } from '#app/ui/page/words-context.ts'

/** What one needs to take a story over: `me` is one's own public id, `holder` the name of who has it. */
export type TakeOver = { publicId: string; version: number; me: string; holder: string }

const DIALOG = 'order-takeOver'

/** A button that opens the form in a dialog. `next`: where to go after it. */
export function TakeOverButton({ about, next }: { about: TakeOver; next: string }) {
  const { copydesk, desk } = useWords()
  return (
    <>
      <OpenDialog id={DIALOG}>{copydesk.takeOver.button}</OpenDialog>
      <Dialog id={DIALOG} title={copydesk.takeOver.button}>
        <TakeOverForm about={about} next={next} beside={<CloseDialog id={DIALOG}>{desk.move.cancel}</CloseDialog>} />
      </Dialog>
    </>
  )
}

/** The form by itself. */
export function TakeOverForm({ about, next, beside }: { about: TakeOver; next: string; beside?: ReactNode }) {
  const { copydesk, desk } = useWords()
  const { publicId, version, me, holder } = about
  const words = copydesk.takeOver
  return (
    <form method="post" action={`/moves/${publicId}`} className="form wide move-form">
      <input type="hidden" name="move" value="handOver" />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="to" value={me} />
      <input type="hidden" name="next" value={next} />
      <p>{words.explain(holder)}</p>
      <TextArea
        name="deskNote"
        label={desk.move.deskNote}
        hint={desk.move.deskNoteHint}
        scope="takeOver"
        rows={2}
        maxLength={5000}
        required
      />
      <p className="told">{words.told(holder)}</p>
      <div className="buttons">
        {beside}
        <button type="submit" className="button primary">
          {words.button}
        </button>
      </div>
    </form>
  )
}
