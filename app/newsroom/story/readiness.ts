// What must hold before a story is sent, and before it is printed: a list of small pure checks, each finding faults.
import type { Copy } from '#app/newsroom/story/copy/check-copy.ts'
import { datelineOf, figuresIn, wordCount } from '#app/newsroom/story/copy/copy-facts.ts'
import type { BylineChoice } from '#app/newsroom/story/story.ts'

/** Where on the writing page a fault is mended. */
export type FaultField = 'headline' | 'standfirst' | 'place' | 'section' | 'byline' | 'copy' | 'sources' | 'email'

/** `code` has its sentence in words; `weight` error stops the sending, warning only advises. */
export type ReadinessFault = { code: FaultCode; field: FaultField; weight: 'error' | 'warning'; pictureId?: string }

export type FaultCode =
  | 'no-headline'
  | 'headline-long'
  | 'no-standfirst'
  | 'no-copy'
  | 'copy-short'
  | 'no-dateline'
  | 'no-section'
  | 'no-pen-name'
  | 'no-sources'
  | 'picture-no-alt'
  | 'picture-no-credit'
  | 'picture-no-rights'
  | 'email-unconfirmed'

export type ReadinessFacts = {
  headline: string
  standfirst: string
  section: string | null
  byline: BylineChoice
  copy: Copy
  hasSources: boolean
  /** Ids of pictures whose rights were confirmed. */
  rightsConfirmed: ReadonlySet<string>
  emailConfirmed: boolean
}

type Check = (facts: ReadinessFacts) => ReadinessFault[]

/** Everything that stands between these words and the desk; empty when ready. Errors come first. */
export function faultsToSubmit(facts: ReadinessFacts): ReadinessFault[] {
  const faults = checks.flatMap((check) => check(facts))
  return [...faults.filter((f) => f.weight === 'error'), ...faults.filter((f) => f.weight === 'warning')]
}

/** True when nothing of weight "error" is left. */
export function isReady(faults: readonly ReadinessFault[]): boolean {
  return faults.every((fault) => fault.weight !== 'error')
}

const LONGEST_HEADLINE = 110
const SHORTEST_COPY_WORDS = 80

const checks: Check[] = [
  ({ emailConfirmed }) => (emailConfirmed ? [] : [error('email-unconfirmed', 'email')]),
  ({ headline }) => (headline.trim() ? [] : [error('no-headline', 'headline')]),
  ({ headline }) => (headline.length > LONGEST_HEADLINE ? [warning('headline-long', 'headline')] : []),
  ({ standfirst }) => (standfirst.trim() ? [] : [warning('no-standfirst', 'standfirst')]),
  ({ copy }) => (wordCount(copy) > 0 ? [] : [error('no-copy', 'copy')]),
  ({ copy }) => (between(wordCount(copy), 1, SHORTEST_COPY_WORDS) ? [warning('copy-short', 'copy')] : []),
  ({ copy }) => (datelineOf(copy)?.place.trim() ? [] : [warning('no-dateline', 'place')]),
  ({ section }) => (section ? [] : [error('no-section', 'section')]),
  ({ byline }) => (byline.kind === 'pen' && !byline.penName.trim() ? [error('no-pen-name', 'byline')] : []),
  ({ hasSources }) => (hasSources ? [] : [warning('no-sources', 'sources')]),
  pictureFaults,
]

function pictureFaults({ copy, rightsConfirmed }: ReadinessFacts): ReadinessFault[] {
  return figuresIn(copy).flatMap(({ pictureId, alt, decorative, credit }) => {
    const faults: ReadinessFault[] = []
    if (!decorative && !alt.trim()) faults.push({ ...error('picture-no-alt', 'copy'), pictureId })
    if (!credit.trim()) faults.push({ ...error('picture-no-credit', 'copy'), pictureId })
    if (!rightsConfirmed.has(pictureId)) faults.push({ ...error('picture-no-rights', 'copy'), pictureId })
    return faults
  })
}

function error(code: FaultCode, field: FaultField): ReadinessFault {
  return { code, field, weight: 'error' }
}

function warning(code: FaultCode, field: FaultField): ReadinessFault {
  return { code, field, weight: 'warning' }
}

function between(n: number, least: number, below: number): boolean {
  return n >= least && n < below
}
