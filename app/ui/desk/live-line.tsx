// The line above the queue: its order, and, with script, what is new since the page was drawn and the keys that work here.
import { CloseDialog, Dialog, OpenDialog } from '#app/ui/page/dialog.tsx'
import { useWords } from '#app/ui/page/words-context.ts'

/** The script fills `data-news` and shows what is hidden; nothing below it moves. */
export function LiveLine({ here }: { here: string }) {
  const { queue } = useWords()
  return (
    <div className="live-line">
      <span>{queue.order}</span>
      <span className="news" role="status" data-news />
      <a href={here} data-show hidden aria-keyshortcuts="r">
        {queue.live.show}
      </a>
      <span className="keys" data-needs-script hidden>
        <OpenDialog id="keys" className="plain">
          {queue.keys.title} <kbd>?</kbd>
        </OpenDialog>
      </span>
    </div>
  )
}

const keys = [
  ['j', 'next'],
  ['k', 'previous'],
  ['o', 'open'],
  ['c', 'claim'],
  ['x', 'select'],
  ['/', 'filter'],
  ['r', 'show'],
  ['?', 'help'],
] as const

export function KeysDialog() {
  const { keys: words } = useWords().queue
  return (
    <Dialog id="keys" title={words.title}>
      <dl className="key-list">
        {keys.map(([key, name]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words[name]}</dd>
          </div>
        ))}
      </dl>
      <div className="pick">
        <label>
          <input type="checkbox" data-keys-on defaultChecked />
          <span>{words.on}</span>
        </label>
      </div>
      <div className="buttons">
        <CloseDialog id="keys">{words.close}</CloseDialog>
      </div>
    </Dialog>
  )
}
