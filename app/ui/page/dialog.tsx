// A dialog that needs no script: a native <dialog popover>, opened and closed by buttons that name it.
import type { ReactNode } from 'react'

/** The content of a dialog with the heading `title`; the browser handles Escape, focus and the veil. */
export function Dialog({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <dialog id={id} aria-labelledby={`${id}-title`} {...popover}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </dialog>
  )
}

/** A button that opens the dialog with this id. */
export function OpenDialog({
  id,
  className = 'button',
  children,
}: {
  id: string
  className?: string
  children: ReactNode
}) {
  return (
    <button type="button" className={className} {...target(id)}>
      {children}
    </button>
  )
}

/** A button inside the dialog that closes it and does nothing else. */
export function CloseDialog({ id, children }: { id: string; children: ReactNode }) {
  return (
    <button type="button" className="button" {...target(id, 'hide')}>
      {children}
    </button>
  )
}

// React 18 passes these attributes on as they are, but has no types for them.
const popover = { popover: 'auto' }

function target(id: string, action?: 'hide') {
  return { popovertarget: id, ...(action ? { popovertargetaction: action } : {}) }
}
