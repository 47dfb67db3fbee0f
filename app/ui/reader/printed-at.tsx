// An instant as the paper prints it. Never relative: a page is kept for everybody and would grow stale by itself.
import { useWords } from '#app/ui/page/words-context.ts'
import { formatInstant } from '#app/words/formats.ts'
import { usePaper } from './paper-context.ts'

/**
 * `<time>` of an ISO instant on the outlet's clocks, whose zone is named: readers are everywhere. `brief` is for lists:
 * 24 Nov, 07:05. `mark` is a class of microformats.
 */
export function PrintedAt({
  at,
  style = 'zoned',
  mark,
}: {
  at: string
  style?: 'zoned' | 'date' | 'brief'
  mark?: 'dt-published' | 'dt-updated'
}) {
  const { timeZone } = usePaper().outlet
  const { language } = useWords()
  const instant = new Date(at)
  return (
    <time className={mark} dateTime={instant.toISOString()}>
      {formatInstant(instant, style, timeZone, language)}
    </time>
  )
}

/** A day, YYYY-MM-DD, which has no time zone. */
export function PrintedDay({ day }: { day: string }) {
  const { language } = useWords()
  const noon = new Date(`${day}T12:00:00Z`)
  if (Number.isNaN(noon.getTime())) return <span>{day}</span>
  return <time dateTime={day}>{formatInstant(noon, 'date', 'UTC', language)}</time>
}
