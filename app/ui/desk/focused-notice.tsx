// What came of a move, said where the page is read on from: it takes the focus when the page comes back.
import type { ReactNode } from 'react'

export function FocusedNotice({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noAutofocus: the page came back after a move, and this says what came of it
    <div className="notice done" role="status" tabIndex={-1} autoFocus>
      {children}
    </div>
  )
}
