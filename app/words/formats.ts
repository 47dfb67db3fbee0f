// Numbers, amounts, lists, spans of time, dates and ages as a language writes them: all of it is Intl's knowledge.
import { localeOf } from '#app/newsroom/outlet/locale.ts'

export type TimeUnit = 'second' | 'minute' | 'hour' | 'day'

/** One text a grammatical number; a language uses some of them, and `other` is always one (CLDR plural rules). */
export type PluralForms = { [rule in Exclude<Intl.LDMLPluralRule, 'other'>]?: string } & { other: string }

/** The ways of one language. Making Intl's formatters costs more than using them, so each is made once. */
export type Formats = {
  /** 10000 is "10,000" in English. */
  number(value: number): string
  /** 0.25 is "25%" in English. */
  percent(share: number): string
  /** 1_500_000 is "1.5 MB" in English: thousands, not 1024s, and one digit after the point at most. */
  bytes(size: number): string
  /** "a, b and c" in English. */
  list(items: readonly string[]): string
  /** 3 hours is "3 hours" in English. */
  span(value: number, unit: TimeUnit): string
  /** The form that goes with a number. */
  plural(value: number, forms: PluralForms): string
}

export type InstantStyle = 'date' | 'day' | 'time' | 'both' | 'zoned' | 'brief'

const made = new Map<string, Formats>()

/** The formats of a language. */
export function formatsIn(language: string): Formats {
  const known = made.get(language)
  if (known) return known
  const fresh = makeFormats(localeOf(language))
  made.set(language, fresh)
  return fresh
}

/** `date` 24 November 2026 · `day` 24 Nov · `time` 07:05 · `both` 24 Nov 2026, 07:05 · `zoned` 24 Nov 2026, 07:05 EET · `brief` 24 Nov, 07:05; on the clocks of `timeZone`. */
export function formatInstant(at: Date, style: InstantStyle, timeZone: string, language: string): string {
  return dateFormat(style, timeZone, language).format(at)
}

/** How long before (or after) `from` the instant lies, in the largest unit that fits: "3 hours ago", "in 2 days". */
export function formatAge(at: Date, from: Date, language: string): string {
  const seconds = Math.round((at.getTime() - from.getTime()) / 1000)
  const size = Math.abs(seconds)
  const relative = relativeFormat(language)
  if (size < 60) return relative.format(0, 'second')
  if (size < 3600) return relative.format(Math.trunc(seconds / 60), 'minute')
  if (size < 86_400) return relative.format(Math.trunc(seconds / 3600), 'hour')
  if (size < 30 * 86_400) return relative.format(Math.trunc(seconds / 86_400), 'day')
  if (size < 365 * 86_400) return relative.format(Math.trunc(seconds / (30 * 86_400)), 'month')
  return relative.format(Math.trunc(seconds / (365 * 86_400)), 'year')
}

/** A span as people say it: minutes below an hour, hours below a day, then days. */
export function formatSpan(ms: number, language: string): string {
  const { span } = formatsIn(language)
  const hours = ms / 3_600_000
  if (hours < 1) return span(Math.max(1, Math.round(hours * 60)), 'minute')
  return hours < 23.5 ? span(Math.round(hours), 'hour') : span(Math.max(1, Math.round(hours / 24)), 'day')
}

function makeFormats(locale: string): Formats {
  const number = once(() => new Intl.NumberFormat(locale))
  const percent = once(() => new Intl.NumberFormat(locale, { style: 'percent' }))
  const list = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }))
  const rules = once(() => new Intl.PluralRules(locale))
  const spanIn = (unit: TimeUnit) =>
    once(() => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }))
  const spans = { second: spanIn('second'), minute: spanIn('minute'), hour: spanIn('hour'), day: spanIn('day') }
  return {
    number: (value) => number().format(value),
    percent: (share) => percent().format(share),
    bytes: (size) => sizeIn(locale, size),
    list: (items) => list().format(items),
    span: (value, unit) => spans[unit]().format(value),
    plural: (value, forms) => forms[rules().select(value)] ?? forms.other,
  }
}

function sizeIn(locale: string, size: number): string {
  const step = size < 1000 ? 0 : size < 999_500 ? 1 : size < 999_500_000 ? 2 : 3
  const unit = ['byte', 'kilobyte', 'megabyte', 'gigabyte'][step]
  const shape = { style: 'unit', unit, maximumFractionDigits: step > 1 ? 1 : 0 } as const
  return new Intl.NumberFormat(locale, shape).format(size / 1000 ** step)
}

const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const day = { day: 'numeric', month: 'short', year: 'numeric' } as const
const shapes = {
  date: { dateStyle: 'long' },
  day: { day: 'numeric', month: 'short' },
  time: clock,
  both: { ...day, ...clock },
  zoned: { ...day, ...clock, timeZoneName: 'short' },
  brief: { day: 'numeric', month: 'short', ...clock },
} as const satisfies Record<InstantStyle, Intl.DateTimeFormatOptions>

const dateFormats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(style: InstantStyle, timeZone: string, language: string): Intl.DateTimeFormat {
  const key = `${style} ${timeZone} ${language}`
  let found = dateFormats.get(key)
  if (!found) {
    found = new Intl.DateTimeFormat(localeOf(language), { ...shapes[style], timeZone })
    dateFormats.set(key, found)
  }
  return found
}

const relativeFormats = new Map<string, Intl.RelativeTimeFormat>()

function relativeFormat(language: string): Intl.RelativeTimeFormat {
  let found = relativeFormats.get(language)
  if (!found) {
    found = new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' })
    relativeFormats.set(language, found)
  }
  return found
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
