// An instant as the paper prints it. Never relative: a page is kept for everybody and would grow stale by itself.
import { formatInstant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { usePaper } from './paper-context.ts'

/** `<time>` of an ISO instant in the outlet's time zone; `brief` is for lists: 24 Nov, 07:05. */
export function PrintedAt({ at, style = 'both' }: { at: string; style?: 'both' | 'date' | 'brief' }) {
  const { timeZone } = usePaper().outlet
  const { language } = useWords()
  const instant = new Date(at)
  const words =
    style === 'brief' ? brief(instant, timeZone, language) : formatInstant(instant, style, timeZone, language)
  return <time dateTime={instant.toISOString()}>{words}</time>
}

/** A day, YYYY-MM-DD, which has no time zone. */
export function PrintedDay({ day }: { day: string }) {
  const { language } = useWords()
  const noon = new Date(`${day}T12:00:00Z`)
  if (Number.isNaN(noon.getTime())) return <span>{day}</span>
  return <time dateTime={day}>{formatInstant(noon, 'date', 'UTC', language)}</time>
}

const made = new Map<string, Intl.DateTimeFormat>()

function brief(at: Date, timeZone: string, language: string): string {
  const key = `${timeZone} ${language}`
  let format = made.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
    })
    made.set(key, format)
  }
  return format.format(at)
}
