// The frame of the admin's pages: tabs, a notice after something was done, and the pager of its lists.
import type { ReactNode } from 'react'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace, type WorkspacePerson } from '#app/ui/page/workspace.tsx'

export type AdminTab =
  | 'health'
  | 'contributors'
  | 'sections'
  | 'topics'
  | 'outlet'
  | 'reasons'
  | 'letters'
  | 'newsletter'
  | 'log'

/** The key of `?done=`; '' when there is none that could be ours. */
export function doneIn(url: string): string {
  const key = new URL(url).searchParams.get('done') ?? ''
  return /^[a-z-]{1,40}$/.test(key) ? key : ''
}

export function AdminPage({
  person,
  tab,
  title,
  done = '',
  notice = '',
  children,
}: {
  person: WorkspacePerson
  tab: AdminTab
  title: string
  /** A key of the notices; any other says nothing. */
  done?: string
  /** A notice in words, of pages that have their own. */
  notice?: string
  children: ReactNode
}) {
  const words = useWords().admin
  const notices: Record<string, string> = words.done
  const tabs = {
    health: '/admin',
    contributors: '/admin/contributors',
    sections: '/admin/sections',
    topics: '/admin/topics',
    outlet: '/admin/outlet',
    reasons: '/admin/reasons',
    letters: '/admin/letters',
    newsletter: '/admin/newsletter',
    log: '/admin/log',
  } as const
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
      {notice || Object.hasOwn(notices, done) ? (
        <div className="notice done" role="status">
          <p>{notice || notices[done]}</p>
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
