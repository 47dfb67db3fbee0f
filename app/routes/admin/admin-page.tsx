// The frame of the admin's pages: tabs, a notice after something was done, and the pager of its lists.
import type { ReactNode } from 'react'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace, type WorkspacePerson } from '#app/ui/page/workspace.tsx'
import { wordsFor } from '#app/words/words.ts'

const known = wordsFor('en').admin.done
export type DoneKey = keyof typeof known
export type AdminTab = 'health' | 'contributors' | 'log'

/** The key of `?done=`, or null when it is none of ours. */
export function doneIn(url: string): DoneKey | null {
  const key = new URL(url).searchParams.get('done') ?? ''
  return Object.hasOwn(known, key) ? (key as DoneKey) : null
}

export function AdminPage({
  person,
  tab,
  title,
  done,
  children,
}: {
  person: WorkspacePerson
  tab: AdminTab
  title: string
  done: DoneKey | null
  children: ReactNode
}) {
  const words = useWords().admin
  const tabs = { health: '/admin', contributors: '/admin/contributors', log: '/admin/log' } as const
  return (
    <Workspace person={person} here="admin" title={title}>
      <nav aria-label={words.tabs.label}>
        <ul className="tabs">
          {(Object.keys(tabs) as AdminTab[]).map((name) => (
            <li key={name}>
              <a href={tabs[name]} aria-current={name === tab ? 'page' : undefined}>
                {words.tabs[name]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {done ? (
        <div className="notice done" role="status">
          <p>{words.done[done]}</p>
        </div>
      ) : null}
      {children}
    </Workspace>
  )
}

/** Links to the first and the next page of a list; nothing on a list of one page. */
export function Pager({
  first,
  next,
  words,
}: {
  first: string | null
  next: string | null
  words: { first: string; next: string }
}) {
  if (!first && !next) return null
  return (
    <div className="pager">
      {first ? <a href={first}>{words.first}</a> : <span />}
      {next ? (
        <a rel="next" href={next}>
          {words.next}
        </a>
      ) : null}
    </div>
  )
}
