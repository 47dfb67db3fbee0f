// An account's status as a word with a hue and a shape.
import type { Status } from '#app/newsroom/people/contributors.server.ts'
import { useWords } from '#app/ui/page/words-context.ts'

const looks = { active: 'done', unconfirmed: 'waiting', suspended: 'stopped' } as const

export function StatusBadge({ status }: { status: Status }) {
  const { statuses } = useWords().admin
  return <span className={`state ${looks[status]}`}>{statuses[status]}</span>
}
