// Live coverage of a topic: what it is made of, what may be typed into it, and what can be wrong with that.
import { z } from 'zod'

export const liveLimits = {
  coverageTitle: 150,
  title: 120,
  text: 2000,
  note: 300,
  reason: 600,
  closing: 600,
  penName: 60,
  /** Entries of one reporter that may wait at the same time. */
  waiting: 5,
  /** A reporter is promised an answer within this time. */
  answerWithinMinutes: 30,
} as const

/** Everything that is ever done to a coverage or an entry, as its log names it. */
export const liveActs = [
  'open',
  'close',
  'publish',
  'send',
  'approve',
  'decline',
  'withdraw',
  'correct',
  'pin',
  'unpin',
  'key',
  'not-key',
  'remove',
  'story',
  'photo',
  'photo-out',
] as const
export type LiveAct = (typeof liveActs)[number]

export const liveMarks = ['pin', 'unpin', 'key', 'not-key'] as const satisfies readonly LiveAct[]
export type LiveMark = (typeof liveMarks)[number]

export type LiveEntryState = 'waiting' | 'public' | 'declined' | 'withdrawn' | 'removed'
export type LiveBylineKind = 'desk' | 'name' | 'pen' | 'withheld'

/** Refusals that a form can mend, each with its sentence in words. */
export type LiveFaultCode =
  | 'live-no-title'
  | 'live-title-long'
  | 'live-no-section'
  | 'live-open-already'
  | 'live-empty'
  | 'live-long'
  | 'live-not-allowed'
  | 'live-no-story'
  | 'live-no-picture'
  | 'live-no-note'
  | 'live-note-long'
  | 'live-no-reason'
  | 'live-reason-long'
  | 'live-no-closing'
  | 'live-closing-long'
  | 'live-waiting'
  | 'live-closed'
  | 'live-no-pen-name'
  | 'live-many-waiting'
  | 'live-unconfirmed'
  | 'live-nothing-changed'
  | 'live-answered'
  | 'live-moved'
  | 'live-removed'
  | 'live-story-begun'
  | 'live-photo-there'
  | 'live-photo-no-alt'
  | 'live-photo-no-credit'
  | 'live-photo-no-rights'
type LivePhotoField = 'photo' | 'alt' | 'credit' | 'rights'
export type LiveFault = {
  field:
    | ''
    | 'title'
    | 'section'
    | 'text'
    | 'story'
    | 'picture'
    | 'note'
    | 'reason'
    | 'closing'
    | 'penName'
    | LivePhotoField
  code: LiveFaultCode
}

/** Why somebody may not: policy's answers. */
export type LiveRefusal = 'not-allowed' | 'own-entry' | 'no-edit-right' | 'no-publish-right'

/** `moved`: somebody else changed the entry meanwhile; what was typed is the caller's to keep. */
export type LiveDone<More = unknown> =
  | ({ ok: true } & More)
  | { ok: false; because: 'not-found' }
  | { ok: false; because: LiveRefusal }
  | { ok: false; because: 'faults'; faults: LiveFault[] }
  | { ok: false; because: 'moved'; faults: LiveFault[] }

const typed = (most: number) => z.string().max(most).default('')
const version = z.coerce.number().int().min(0).max(1_000_000)

/** What an editor types to open a coverage; lengths get their sentences from the newsroom. */
export const openInput = z.strictObject({ title: typed(2000), section: typed(80) })
export type OpenInput = z.infer<typeof openInput>

/** An entry at the desk. `story` is the slug or the address of a published story of ours. */
export const entryInput = z.strictObject({
  title: typed(2000),
  text: typed(20_000),
  story: typed(400),
  picture: z.enum(['yes', '']).default(''),
})
export type EntryInput = z.infer<typeof entryInput>

export const correctionInput = entryInput.extend({ note: typed(2000), version })
export type CorrectionInput = z.infer<typeof correctionInput>

/** An entry that a reporter sends. */
export const sentInput = z.strictObject({
  title: typed(2000),
  text: typed(20_000),
  byline: z.enum(['name', 'pen', 'withheld']).default('name'),
  penName: typed(200),
})
export type SentInput = z.infer<typeof sentInput>

/** The desk's answer; an approval prints `title` and `text` as the desk leaves them. */
export const answerInput = z.strictObject({
  verdict: z.enum(['approve', 'decline']),
  title: typed(2000),
  text: typed(20_000),
  reason: typed(5000),
  version,
})
export type AnswerInput = z.infer<typeof answerInput>

export const markInput = z.strictObject({ mark: z.enum(liveMarks), version })
export const removalInput = z.strictObject({ reason: typed(5000), version })
export const closeInput = z.strictObject({ closing: typed(5000) })

/** The words an entry goes by in lists, logs and letters: its title, else how its text begins. */
export function nameOfEntry(title: string, text: string): string {
  const line = title || (text.split('\n').find((part) => part.trim() !== '') ?? '').trim()
  const letters = [...line]
  return letters.length <= 90 ? line : `${letters.slice(0, 88).join('').trimEnd()}…`
}

/** The anchor of an entry on its hub's page. */
export function anchorOf(publicId: string): string {
  return `entry-${publicId}`
}

/** Where an entry stands for good: the page of its hub that begins with it, at its place. */
export function entryPath(slug: string, publicId: string): string {
  return `/topics/${encodeURIComponent(slug)}?entry=${publicId}#${anchorOf(publicId)}`
}

/** A coverage as pages name it. Instants are ISO. */
export type LiveCoverageFacts = {
  publicId: string
  title: string
  section: string
  openedAt: string
  closedAt: string | null
  closing: string
}

/** An entry as its sender sees it. Instants are ISO. */
export type OwnEntry = {
  publicId: string
  name: string
  state: LiveEntryState
  version: number
  sentAt: string
  answerBy: string | null
  publishedAt: string | null
  reason: string
  /** Its photo, once it has one. */
  photo: LivePhoto | null
}

/** A live entry's photo for pages of the workspace: `src` is a JPEG about 800 wide. */
export type LivePhoto = { src: string; width: number; height: number; alt: string; caption: string; credit: string }

/** An entry that may get a photo, or whose photo may be taken out. */
export type EntryForPhoto = { publicId: string; name: string; photo: LivePhoto | null }
