// Notices as a list: what happened, when, and a press that opens its place and marks it as read.
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'

export type NoticeShown = { id: number; subject: string; lines: string[]; path: string; at: string; seen: boolean }

export function NoticeList({ notices }: { notices: readonly NoticeShown[] }) {
  const words = useWords().account.notices
  return (
    <ul className="notices">
      {notices.map(({ id, subject, lines, path, at, seen }) => (
        <li key={id} className={seen ? undefined : 'fresh'}>
          <h2 dir="auto">{path ? <Opening id={id} subject={subject} /> : subject}</h2>
          <p className="when">
            {seen ? null : <span className="state with-you">{words.fresh}</span>}
            <Instant at={at} style="age" />
          </p>
          {lines.map((line) => (
            <p key={line} className="said" dir="auto">
              {line}
            </p>
          ))}
        </li>
      ))}
    </ul>
  )
}

// A form and not a link: looking at an address must change nothing, and this marks the notice as read.
function Opening({ id, subject }: { id: number; subject: string }) {
  return (
    <form method="post" action="/my/notices">
      <button type="submit" name="open" value={id} className="as-link">
        {subject}
      </button>
    </form>
  )
}
