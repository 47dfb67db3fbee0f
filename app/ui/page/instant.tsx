// An instant as people read it, in the outlet's time zone, with the exact value for machines.
import { formatAge, formatInstant } from '#app/words/formats.ts'
import { useOutlet } from './outlet-data.ts'

export type InstantStyle = 'date' | 'time' | 'both' | 'age'

/**
 * `<time>` for an ISO instant. `date` 24 November 2026 · `time` 07:05 · `both` 24 Nov 2026, 07:05 · `age` 3 hours ago.
 * An age carries the full instant as its title. An unreadable `at` is shown as it is.
 */
export function Instant({ at, style = 'both' }: { at: string; style?: InstantStyle }) {
  const { timeZone, language, now } = useOutlet()
  const instant = new Date(at)
  if (Number.isNaN(instant.getTime())) return <span>{at}</span>
  const exact = instant.toISOString()
  if (style !== 'age') return <time dateTime={exact}>{formatInstant(instant, style, timeZone, language)}</time>
  const from = now ? new Date(now) : new Date()
  return (
    <time dateTime={exact} title={formatInstant(instant, 'both', timeZone, language)}>
      {formatAge(instant, from, language)}
    </time>
  )
}
