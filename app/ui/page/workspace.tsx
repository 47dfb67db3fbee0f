// The frame of signed-in pages: a narrow rail (a bottom bar on phones), the page's title and its one primary action.
import type { ReactNode } from 'react'
import { mayEnter, type Person } from '#app/newsroom/people/person.ts'
import { useOutlet } from './outlet-data.ts'
import { useWords } from './words-context.ts'

export type Here = 'write' | 'stories' | 'desk' | 'admin' | 'notices' | 'account'

/** What the frame has to know of the person; a loader may hand down just this. */
export type WorkspacePerson = Pick<Person, 'name' | 'role' | 'confirmed'>

/**
 * `here` marks the place in the rail, `title` is the h1, `primary` the page's one main action (a button or a form).
 * People who have not confirmed their e-mail address see a banner with "Send the letter again".
 */
export function Workspace({
  person,
  here,
  title,
  primary,
  children,
}: {
  person: WorkspacePerson
  here: Here
  title: ReactNode
  primary?: ReactNode
  children?: ReactNode
}) {
  const words = useWords().account.frame
  return (
    <div className="workspace">
      <a className="skip-link" href="#main">
        {words.skip}
      </a>
      <Rail person={person} here={here} />
      <main id="main" tabIndex={-1}>
        <div className="page-head">
          <h1>
            <bdi>{title}</bdi>
          </h1>
          {primary}
        </div>
        {person.confirmed ? null : <ConfirmBanner />}
        {children}
      </main>
    </div>
  )
}

function Rail({ person, here }: { person: WorkspacePerson; here: Here }) {
  const frame = useWords().account.frame
  const { outletName, shortName } = useOutlet()
  const entrant = { id: 0, publicId: '', email: '', trusted: false, language: 'en', safetyMode: false, ...person }
  return (
    <nav className="rail" aria-label={frame.rail}>
      <a className="house" href="/" aria-label={frame.frontPage(outletName)}>
        <bdi>{shortName}</bdi>
      </a>
      <ul>
        <li>
          {/* Writing begins by making a draft, so it is a form, not a link. */}
          <form method="post" action="/my/stories/new">
            <button type="submit" aria-current={here === 'write' ? 'page' : undefined}>
              <Icon d="M4 20h4L19 9l-4-4L4 16v4ZM13 7l4 4" />
              {frame.write}
            </button>
          </form>
        </li>
        <Place href="/my/stories" on={here === 'stories'} label={frame.myStories} d="M6 3h9l4 4v14H6zM9 11h7M9 15h7" />
        {mayEnter(entrant, 'desk') ? (
          <Place
            href="/desk"
            on={here === 'desk'}
            label={frame.desk}
            d="M3 13v6h18v-6l-3-8H6zM3 13h5l1.5 3h5L16 13h5"
          />
        ) : null}
        {mayEnter(entrant, 'admin') ? (
          <Place
            href="/admin"
            on={here === 'admin'}
            label={frame.admin}
            d="M4 7h8.5M17.5 7H20M4 17h2.5M11.5 17H20M15 4.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM9 14.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z"
          />
        ) : null}
        <NoticesPlace on={here === 'notices'} />
        <Place
          href="/account"
          on={here === 'account'}
          label={frame.account}
          d="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4 21c.6-4 4-6 8-6s7.4 2 8 6"
        />
      </ul>
    </nav>
  )
}

function Place({
  href,
  on,
  label,
  d,
  apart,
}: {
  href: string
  on: boolean
  label: string
  d: string
  apart?: boolean
}) {
  return (
    <li className={apart ? 'apart' : undefined}>
      <a href={href} aria-current={on ? 'page' : undefined}>
        <Icon d={d} />
        {label}
      </a>
    </li>
  )
}

// The number is drawn on the bell and said with its name, so that it is heard once.
function NoticesPlace({ on }: { on: boolean }) {
  const { notices: words, frame } = useWords().account
  const { unseen } = useOutlet()
  const shown = unseen >= 99 ? words.many(99) : String(unseen)
  return (
    <li className="apart">
      <a
        href="/my/notices"
        aria-current={on ? 'page' : undefined}
        aria-label={unseen > 0 ? `${frame.notices} (${words.unread(unseen)})` : undefined}
      >
        <span className="bell">
          <Icon d="M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 20.5h4" />
          {unseen > 0 ? <span className="unseen">{shown}</span> : null}
        </span>
        {frame.notices}
      </a>
    </li>
  )
}

function Icon({ d }: { d: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={d} />
    </svg>
  )
}

function ConfirmBanner() {
  const words = useWords().account.frame
  return (
    <div className="notice waiting">
      <p>{words.unconfirmed}</p>
      <form method="post" action="/confirm-email?again=yes">
        <button type="submit" className="button small">
          {words.sendAgain}
        </button>
      </form>
    </div>
  )
}
