// An instant as people read it, in the outlet's time zone, with the exact value for machines.
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

/** The instant in words; `age` is not one of these because it needs the present too. */
export function formatInstant(at: Date, style: 'date' | 'time' | 'both', timeZone: string, language: string): string {
  return formatter(style, timeZone, language).format(at)
}

/** How long before (or after) `from` the instant lies, in the largest unit that fits: "3 hours ago", "in 2 days". */
export function formatAge(at: Date, from: Date, language: string): string {
  const seconds = Math.round((at.getTime() - from.getTime()) / 1000)
  const size = Math.abs(seconds)
  const relative = new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' })
  if (size < 60) return relative.format(0, 'second')
  if (size < 3600) return relative.format(Math.trunc(seconds / 60), 'minute')
  if (size < 86_400) return relative.format(Math.trunc(seconds / 3600), 'hour')
  if (size < 30 * 86_400) return relative.format(Math.trunc(seconds / 86_400), 'day')
  if (size < 365 * 86_400) return relative.format(Math.trunc(seconds / (30 * 86_400)), 'month')
  return relative.format(Math.trunc(seconds / (365 * 86_400)), 'year')
}

const shapes = {
  date: { dateStyle: 'long' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  both: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

// Making a formatter costs more than the rest of a row, so each is made once.
const made = new Map<string, Intl.DateTimeFormat>()

function formatter(style: keyof typeof shapes, timeZone: string, language: string): Intl.DateTimeFormat {
  const key = `${style} ${timeZone} ${language}`
  let found = made.get(key)
  if (!found) {
    found = new Intl.DateTimeFormat(localeOf(language), { ...shapes[style], timeZone })
    made.set(key, found)
  }
  return found
}

// Day before month in English: the house writes for readers outside the United States.
function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language
}
