// How a dateline is printed, and how its printed form is recognised: `PANAGYURISHTE, (BM) –`.
import type { CopyNode } from './check-copy.ts'
import { cleanLine } from './clean-text.ts'

/** Where a story was filed, for which agency, and on which day (`2026-05-31` or nothing). */
export type DatelineParts = { place: string; agency: string; date: string }

/** Place at most 80 characters, agency at most 40; any of the three dashes; the comma may be missing. */
const PRINTED = String.raw`(?<place>\p{L}[\p{L}\p{M} .,'’/-]{0,78}?)\s*[,،]?\s*\((?<agency>[\p{L}\p{N}][\p{L}\p{N} .&/-]{0,39})\)\s*[–—-]`

/** The printed form as the last thing typed in a paragraph that holds nothing else. */
export const typedDateline = new RegExp(`^${PRINTED}$`, 'u')

/** The printed form at the start of a longer text; global, as paste rules need it. */
export const pastedDateline = new RegExp(`^${PRINTED}[ \\u00A0]*`, 'gu')

/** The printed form, without the space after the dash; empty when there is nothing to print. */
export function printedDateline({ place, agency }: Pick<DatelineParts, 'place' | 'agency'>): string {
  const parts = [place.toUpperCase(), agency === '' ? '' : `(${agency})`].filter((part) => part !== '')
  return parts.length === 0 ? '' : `${parts.join(/\p{Script=Arabic}/u.test(place) ? '، ' : ', ')} –`
}

/** A text that begins with a printed dateline, taken apart; null when it does not. */
export function takeDateline(text: string): { dateline: DatelineParts; rest: string } | null {
  const match = new RegExp(pastedDateline.source, 'u').exec(text)
  if (match === null) return null
  return { dateline: datelineFrom(match.groups), rest: text.slice(match[0].length) }
}

/** The parts of a dateline out of the named groups of one of the patterns above. */
export function datelineFrom(groups: Record<string, string> | undefined): DatelineParts {
  return { place: (groups?.place ?? '').trim(), agency: (groups?.agency ?? '').trim(), date: '' }
}

/** A dateline node out of its parts, each cut to what the document language allows. */
export function datelineNode({ place, agency, date }: DatelineParts): CopyNode {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date) && isRealDay(date) ? date : ''
  const attrs = { place: clipped(place, 80), agency: clipped(agency, 40), date: day }
  return { type: 'dateline', attrs }
}

/** Cut at a whole character, so that no half of a surrogate pair is left. */
function clipped(words: string, longest: number): string {
  const clean = cleanLine(words)
  return clean.length <= longest ? clean : cleanLine(clean.slice(0, longest))
}

function isRealDay(day: string): boolean {
  const instant = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day)
}
