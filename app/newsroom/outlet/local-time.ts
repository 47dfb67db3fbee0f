// Clock times of the outlet: from what a form sends to an instant, and from an instant to words.
import { localeOf } from './locale.ts'

/**
 * The instant of "2026-11-24T18:00" on the clocks of `timeZone`; ISO texts with Z or an offset are taken as they are.
 * Null when it is no date. Of a time that the clocks skip or repeat, the later offset counts.
 */
export function instantIn(timeZone: string, text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) || !isOnCalendar(text.slice(0, 10))) return null
  if (/(Z|[+-]\d{2}:?\d{2})$/.test(text)) return valid(new Date(text))
  const asUtc = valid(new Date(`${text}Z`))
  if (!asUtc) return null
  const first = asUtc.getTime() - offsetMs(timeZone, asUtc)
  return new Date(asUtc.getTime() - offsetMs(timeZone, new Date(first)))
}

/** Is this a day of the calendar, such as 2026-11-24? */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isOnCalendar(text)
}

/** "24 November 2026, 18:00" in the outlet's zone. */
export function dateAndTime(at: Date, timeZone: string, language = 'en'): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeStyle: 'short', timeZone }).format(at)
}

/** "24 November 2026" in the outlet's zone. */
export function dateOnly(at: Date, timeZone: string, language = 'en'): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone }).format(at)
}

/**
 * The latest instant not after `when` at which the clocks of `timeZone` showed `hour` ("17:00"), and its day there
 * ("2026-11-24").
 */
export function latestHour(hour: string, when: Date, timeZone: string): { day: string; at: Date } {
  for (let daysBack = 0; daysBack <= 2; daysBack++) {
    const day = dayIn(timeZone, new Date(when.getTime() - daysBack * DAY_MS))
    const at = instantIn(timeZone, `${day}T${hour}`)
    if (at && at <= when) return { day, at }
  }
  throw new Error(`no ${hour} was found before ${when.toISOString()}`)
}

const DAY_MS = 24 * 60 * 60_000

// Swedish writes dates as ISO does.
function dayIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at)
}

// How far the zone's clocks are ahead of UTC at this instant.
function offsetMs(timeZone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at)
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value)
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return local - Math.floor(at.getTime() / 1000) * 1000
}

// A date with the 31st of February would be taken as the 3rd of March.
function isOnCalendar(day: string): boolean {
  return (
    valid(new Date(`${day}T00:00Z`))
      ?.toISOString()
      .startsWith(day) === true
  )
}

function valid(date: Date): Date | null {
  return Number.isNaN(date.getTime()) ? null : date
}
