// What stands beside the story. On a narrow screen it follows the words, and one button brings it up as a sheet.
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { useWords } from '../page/words-context.ts'

const id = 'beside-the-story'

/** Whether the sheet is up, with the ways to bring it up and to close it; closing gives the focus back. */
export function useDetailsSheet() {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const open = useCallback(() => setOpen(true), [])
  const close = useCallback(() => {
    setOpen(false)
    button.current?.focus()
  }, [])
  useEffect(() => {
    if (!isOpen) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [isOpen, close])
  return { isOpen, open, close, button }
}

export type DetailsSheet = ReturnType<typeof useDetailsSheet>

/** Stands in the page's head where the screen is narrow; `needed` counts what is still missing. */
export function DetailsButton({ sheet, needed }: { sheet: DetailsSheet; needed: number }) {
  const words = useWords().contributor.writing
  return (
    <button
      ref={sheet.button}
      type="button"
      className="button details-button"
      aria-expanded={sheet.isOpen}
      aria-controls={id}
      onClick={() => (sheet.isOpen ? sheet.close() : sheet.open())}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M1.5 3.5h3M7 3.5h7.5M1.5 8h3M7 8h7.5M1.5 12.5h3M7 12.5h7.5" />
      </svg>
      <span className="said">{words.showDetails}</span>
      {needed > 0 ? (
        <span className="tally" aria-hidden="true">
          {needed}
        </span>
      ) : null}
    </button>
  )
}

export function Beside({ sheet, children }: { sheet: DetailsSheet; children: ReactNode }) {
  const words = useWords().contributor.writing
  return (
    <aside id={id} className={sheet.isOpen ? 'beside raised' : 'beside'} aria-label={words.details}>
      {sheet.isOpen ? (
        <button type="button" className="button small close-sheet" onClick={sheet.close}>
          {words.closeDetails}
        </button>
      ) : null}
      {children}
    </aside>
  )
}
