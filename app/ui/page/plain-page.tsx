// The frame of pages for people who are not signed in yet: the outlet's name, one column, one thing to do.
import type { ReactNode } from 'react'
import { useOutlet } from './outlet-data.ts'
import { useWords } from './words-context.ts'

/** `title` is the page's h1; `lead` one calm sentence under it; `beside` other ways to go, below the form. */
export function PlainPage({
  title,
  lead,
  beside,
  children,
}: {
  title: string
  lead?: ReactNode
  beside?: ReactNode
  children?: ReactNode
}) {
  const words = useWords().account.frame
  const { outletName } = useOutlet()
  return (
    <div className="plain">
      <a className="skip-link" href="#main">
        {words.skip}
      </a>
      <header>
        <a href="/">
          <bdi>{outletName}</bdi>
        </a>
      </header>
      <main id="main" tabIndex={-1}>
        <h1>{title}</h1>
        {lead ? <p className="lead">{lead}</p> : null}
        {children}
        {beside ? <div className="beside">{beside}</div> : null}
      </main>
      <footer>
        <a href="/be-a-reporter">{words.aboutReporting}</a>
      </footer>
    </div>
  )
}
