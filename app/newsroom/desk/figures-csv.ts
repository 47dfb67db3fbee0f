// The figures as a table for a spreadsheet: one line a week, a section and an editor; spans in hours.
import { type Figures, type Summary, weeksFrom } from '#app/newsroom/desk/figures.ts'

const columns = [
  'kind',
  'name',
  'from',
  'until',
  'received',
  'spam',
  'first_answers',
  'late_answers',
  'accepted',
  'declined',
  'rejected',
  'acceptance',
  'first_answer_median_hours',
  'decision_median_hours',
  'rounds',
  'waiting',
  'late_now',
] as const

/** RFC 4180: comma, CRLF, a byte order mark for spreadsheets. `figures` end with the week in which they were made. */
export function figuresCsv(figures: Figures): string {
  const from = figures.from.slice(0, 10)
  const until = weeksFrom(new Date(figures.from), figures.weeks.length).toISOString().slice(0, 10)
  const summary = (kind: string, name: string, one: Summary & { waiting?: number; lateNow?: number }) => [
    ...[
      kind,
      name,
      from,
      until,
      one.intake,
      one.spam,
      one.answered,
      one.late,
      one.accepted,
      one.declined,
      one.rejected,
    ],
    ...[one.acceptance?.toFixed(3), hours(one.firstAnswerMs), hours(one.decisionMs), one.rounds?.toFixed(2)],
    ...[one.waiting, one.lateNow],
  ]
  const rows = [
    [...columns],
    ...figures.weeks.map((week) => [
      ...['week', '', week.week.slice(0, 10), weeksFrom(new Date(week.week), 1).toISOString().slice(0, 10)],
      ...[week.intake, week.spam, week.answered, week.late, week.accepted, week.declined, week.rejected],
      ...['', '', '', '', '', ''],
    ]),
    summary('all', '', figures.all),
    ...figures.sections.map((section) => summary('section', section.name, section)),
    ...figures.people.map((person) => summary('editor', person.name, person)),
  ]
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

function hours(ms: number | null): string | undefined {
  return ms === null ? undefined : (ms / 3_600_000).toFixed(1)
}

// A name that begins like a formula would be run by a spreadsheet; the apostrophe makes it words again.
function cell(value: string | number | undefined): string {
  const text = String(value ?? '')
  const harmless = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
