// What must hold before a story is sent, and before it is printed: a list of small pure checks, each finding faults.
// What is advised about the words themselves is found by checks/house-checks.ts; it never stops the sending.
import type { Copy } from '#app/newsroom/story/copy/check-copy.ts'
import { datelineOf, figuresIn, wordCount } from '#app/newsroom/story/copy/copy-facts.ts'
import type { DeskOnly } from '#app/newsroom/story/news-fields.ts'
import type { BylineChoice } from '#app/newsroom/story/story.ts'

/** Where on the writing page a fault is mended. */
export type FaultField =
  | 'headline'
  | 'standfirst'
  | 'place'
  | 'date'
  | 'section'
  | 'byline'
  | 'copy'
  | 'sources'
  | 'knownHow'
  | 'aiUse'
  | 'email'

/**
 * Words inside the copy: `block` counts the copy's own blocks, `from` and `to` are positions inside that block as the
 * editor counts them (its opening is 0, its first letter 1). An edit of another block does not move them.
 */
export type CopyPlace = { block: number; from: number; to: number }

/** `code` has its sentence in words; `weight` error stops the sending, warning only advises. */
export type ReadinessFault = {
  code: FaultCode
  field: FaultField
  weight: 'error' | 'warning'
  pictureId?: string
  /** The words it is about, when they stand in the copy, and how they read. */
  at?: CopyPlace
  words?: string
  /** For a link: the address that would be right. */
  mend?: string
}

export type FaultCode =
  | 'no-headline'
  | 'headline-long'
  | 'headline-capitals'
  | 'no-standfirst'
  | 'no-copy'
  | 'copy-short'
  | 'no-dateline'
  | 'no-date'
  | 'no-section'
  | 'no-pen-name'
  | 'no-sources'
  | 'no-known'
  | 'no-ai'
  | 'picture-no-alt'
  | 'picture-no-credit'
  | 'picture-no-rights'
  | 'picture-no-caption'
  | 'email-unconfirmed'
  | HouseFaultCode

/** What the house checks of newsroom/story/checks find in the words. */
export type HouseFaultCode =
  | 'quote-unattributed'
  | 'bracket-open'
  | 'quote-mark-open'
  | 'word-twice'
  | 'paragraph-long'
  | 'sentence-long'
  | 'link-tracks'
  | 'link-shortened'
  | 'link-private'
  | 'left-over'
  | 'marks-many'
  | 'private-email'
  | 'private-phone'

export type ReadinessFacts = {
  headline: string
  standfirst: string
  section: string | null
  byline: BylineChoice
  copy: Copy
  hasSources: boolean
  /** True when any of “Where, when and how do you know?” was answered. */
  hasKnown: boolean
  /** Ids of pictures whose rights were confirmed. */
  rightsConfirmed: ReadonlySet<string>
  emailConfirmed: boolean
  /** Was it said what AI had a part in? */
  aiDeclared: boolean
  /** Does the outlet only ask for that, or demand it? */
  aiDeclaration: 'ask' | 'required'
}

/** What the desk was told, as far as readiness asks. */
export function toldFacts({ sources, knownWhere, knownWhen, knownHow, aiUse }: DeskOnly) {
  return {
    hasSources: sources.trim() !== '',
    hasKnown: `${knownWhere}${knownWhen}${knownHow}`.trim() !== '',
    aiDeclared: aiUse !== '',
  }
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
  ({ headline }) => (isInCapitals(headline) ? [warning('headline-capitals', 'headline')] : []),
  ({ standfirst }) => (standfirst.trim() ? [] : [warning('no-standfirst', 'standfirst')]),
  ({ copy }) => (wordCount(copy) > 0 ? [] : [error('no-copy', 'copy')]),
  ({ copy }) => (between(wordCount(copy), 1, SHORTEST_COPY_WORDS) ? [warning('copy-short', 'copy')] : []),
  ({ copy }) => (datelineOf(copy)?.place.trim() ? [] : [warning('no-dateline', 'place')]),
  ({ copy }) => (isUndated(copy) ? [warning('no-date', 'date')] : []),
  ({ section }) => (section ? [] : [error('no-section', 'section')]),
  ({ byline }) => (byline.kind === 'pen' && !byline.penName.trim() ? [error('no-pen-name', 'byline')] : []),
  ({ hasSources }) => (hasSources ? [] : [warning('no-sources', 'sources')]),
  ({ hasKnown }) => (hasKnown ? [] : [warning('no-known', 'knownHow')]),
  ({ aiDeclared, aiDeclaration }) =>
    aiDeclared ? [] : [aiDeclaration === 'required' ? error('no-ai', 'aiUse') : warning('no-ai', 'aiUse')],
  pictureFaults,
]

function pictureFaults({ copy, rightsConfirmed }: ReadinessFacts): ReadinessFault[] {
  return figuresIn(copy).flatMap(({ pictureId, alt, decorative, credit, caption }) => {
    const faults: ReadinessFault[] = []
    if (!decorative && !alt.trim()) faults.push({ ...error('picture-no-alt', 'copy'), pictureId })
    if (!credit.trim()) faults.push({ ...error('picture-no-credit', 'copy'), pictureId })
    if (!rightsConfirmed.has(pictureId)) faults.push({ ...error('picture-no-rights', 'copy'), pictureId })
    if (!caption.trim()) faults.push({ ...warning('picture-no-caption', 'copy'), pictureId })
    return faults
  })
}

function isUndated(copy: Copy): boolean {
  const dateline = datelineOf(copy)
  return dateline !== null && dateline.place.trim() !== '' && dateline.date === ''
}

// A short mark of capitals (NATO, БДЖ) is a name; four fifths of a whole line is shouting.
function isInCapitals(headline: string): boolean {
  const capitals = headline.match(/\p{Lu}/gu)?.length ?? 0
  const small = headline.match(/\p{Ll}/gu)?.length ?? 0
  return capitals >= 10 && capitals > 4 * small && /\s/.test(headline.trim())
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
