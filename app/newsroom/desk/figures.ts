// The desk's figures: what is counted of a story's log, in which week, and what counts add up to. Pure.
import type { Move } from '#app/newsroom/desk/workflow.ts'
import type { StoryState } from '#app/newsroom/story/story.ts'

/**
 * What is counted. `intake`: sent for the first time. `answer`, `decision`: one for each, in the bucket of the time
 * since the story was first sent. `late`: a first answer after the section's hours. `rounds`: one a decision, in the
 * bucket of how often the story had been sent.
 */
export const measures = [
  'intake',
  'answer',
  'late',
  'decision',
  'accepted',
  'declined',
  'rejected',
  'rounds',
  'spam',
] as const
export type Measure = (typeof measures)[number]

/** A row of the desk log, as far as figures need it; `told` is empty for spam alone where it rejects. */
export type LogFact = {
  id: number
  move: string
  to: StoryState
  byId: number | null
  at: Date
  told: readonly string[]
}

/** A count that one log row makes. `by` is the editor it is credited to, null where nobody of the desk did it. */
export type Tally = { logId: number; week: Date; by: number | null; measure: Measure; bucket: number; n: 1 | -1 }

/** Fewer than this tell nothing about others, and too much about one. */
export const FEWEST = 5
const MOST_ROUNDS = 20
const HOUR_MS = 3_600_000
const WEEK_MS = 7 * 24 * HOUR_MS
// 5 January 1970 was a Monday.
const FIRST_MONDAY_MS = 4 * 24 * HOUR_MS

/** The Monday (00:00 UTC) of the week in which the instant lies. */
export function weekOf(at: Date): Date {
  return new Date(Math.floor((at.getTime() - FIRST_MONDAY_MS) / WEEK_MS) * WEEK_MS + FIRST_MONDAY_MS)
}

/** The week so many weeks after (or, below zero, before) this one. */
export function weeksFrom(week: Date, weeks: number): Date {
  return new Date(week.getTime() + weeks * WEEK_MS)
}

const STEP = Math.log(1.1)

/** Spans are counted in steps of a tenth, from one minute on: what is read back is right to five in a hundred. */
export function bucketOf(ms: number): number {
  return Math.round(Math.log(Math.max(0, ms) / 60_000 + 1) / STEP)
}

/** The span (milliseconds) that a bucket stands for. */
export function spanOf(bucket: number): number {
  return (Math.exp(bucket * STEP) - 1) * 60_000
}

/** The middle one; between two, half way. Null for fewer than five. */
export function median(values: readonly number[]): number | null {
  if (values.length < FEWEST) return null
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [lower, upper] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0]
  return sorted.length % 2 ? upper : (lower + upper) / 2
}

/** The median span of what is counted in buckets: `counts` maps a bucket to how many. Null for fewer than five. */
export function medianSpan(counts: ReadonlyMap<number, number>): number | null {
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0)
  if (total < FEWEST) return null
  const sorted = [...counts].filter(([, n]) => n > 0).sort(([a], [b]) => a - b)
  const at = (rank: number) => {
    let seen = 0
    for (const [bucket, n] of sorted) {
      seen += n
      if (seen > rank) return spanOf(bucket)
    }
    return 0
  }
  const middle = Math.floor(total / 2)
  return total % 2 ? at(middle) : (at(middle - 1) + at(middle)) / 2
}

const answers: readonly StoryState[] = ['changes_requested', 'awaiting_sign_off', 'approved', 'declined', 'rejected']
const accepting: readonly string[] = [
  'approve',
  'approveToo',
  'approveTrusted',
  'agree',
  'overrideSignOff',
] satisfies Move[]
/** Moves that say a decision was none: its counts are taken back, in the week in which they were made. */
const undoing: readonly string[] = ['undoDecision', 'revertDecision', 'reopen'] satisfies Move[]

/**
 * Everything that a story's log makes count, oldest first, from the log alone: read again it says the same. What its
 * reporter does counts for nobody of the desk. Spam is counted as spam and as nothing else.
 */
export function talliesOf(
  log: readonly LogFact[],
  { ownerId, answerWithinHours }: { ownerId: number; answerWithinHours: number },
): Tally[] {
  const all: Tally[] = []
  let sentAt: Date | null = null
  let sent = 1
  let answered = false
  let decision: Tally[] = []
  for (const row of log) {
    const by = row.byId === ownerId ? null : row.byId
    const week = weekOf(row.at)
    const one = (measure: Measure, bucket = 0): Tally => ({ logId: row.id, week, by, measure, bucket, n: 1 })
    if (row.move === 'submit' && !sentAt) {
      sentAt = row.at
      all.push(one('intake'))
    }
    if (row.move === 'resubmit' || row.move === 'revise') sent++
    if (!sentAt) continue
    if (undoing.includes(row.move)) {
      all.push(...decision.map((tally) => ({ ...tally, logId: row.id, n: -1 as const })))
      decision = []
    }
    if (row.move === 'reject' && row.told.length === 0) {
      decision = [one('spam')]
      all.push(...decision)
      continue
    }
    const took = row.at.getTime() - sentAt.getTime()
    if (!answered && answers.includes(row.to)) {
      answered = true
      all.push(one('answer', bucketOf(took)))
      if (took > answerWithinHours * HOUR_MS) all.push(one('late'))
    }
    const outcome = outcomeOf(row)
    if (outcome) {
      decision = [one('decision', bucketOf(took)), one(outcome), one('rounds', Math.min(sent, MOST_ROUNDS))]
      all.push(...decision)
    }
  }
  return all
}

function outcomeOf({ move, to }: LogFact): 'accepted' | 'declined' | 'rejected' | null {
  if (to === 'approved' && accepting.includes(move)) return 'accepted'
  if (move === 'decline' || move === 'lapse') return 'declined'
  return move === 'reject' ? 'rejected' : null
}

/** How far back a page looks, in weeks. */
export const periods = { month: 4, quarter: 13, year: 52 } as const
export type Period = keyof typeof periods

/** What the counts of one scope add up to. Null where fewer than five stories would tell. */
export type Summary = {
  intake: number
  spam: number
  answered: number
  late: number
  accepted: number
  declined: number
  rejected: number
  /** Accepted of all decisions, 0 to 1. */
  acceptance: number | null
  firstAnswerMs: number | null
  decisionMs: number | null
  /** How often a decided story had been sent, on average. */
  rounds: number | null
}

/** Counts by measure and bucket → what they add up to. */
export function summaryOf(counts: ReadonlyMap<Measure, ReadonlyMap<number, number>>): Summary {
  const total = (measure: Measure) => [...(counts.get(measure)?.values() ?? [])].reduce((sum, n) => sum + n, 0)
  const decisions = total('decision')
  const sendings = [...(counts.get('rounds') ?? [])].reduce((sum, [rounds, n]) => sum + rounds * n, 0)
  const tells = decisions >= FEWEST
  return {
    intake: total('intake'),
    spam: total('spam'),
    answered: total('answer'),
    late: total('late'),
    accepted: total('accepted'),
    declined: total('declined'),
    rejected: total('rejected'),
    acceptance: tells ? total('accepted') / decisions : null,
    firstAnswerMs: medianSpan(counts.get('answer') ?? new Map()),
    decisionMs: medianSpan(counts.get('decision') ?? new Map()),
    rounds: tells ? sendings / decisions : null,
  }
}

export type WeekFigures = { week: string } & Pick<
  Summary,
  'intake' | 'spam' | 'answered' | 'late' | 'accepted' | 'declined' | 'rejected'
>

/** The page of figures. Instants are ISO. */
export type Figures = {
  from: string
  /** When the desk log was counted last; null before the first time. */
  countedAt: string | null
  weeks: WeekFigures[]
  all: Summary & Backlog
  sections: (Summary & Backlog & { name: string })[]
  /** Who looks, and for an admin everybody of the desk. */
  people: (Summary & { name: string; me: boolean })[]
}

/** What waits for the desk now, and how much of it longer than was promised; counted up to BACKLOG_COUNTED. */
export type Backlog = { waiting: number; lateNow: number }
export const BACKLOG_COUNTED = 5000
