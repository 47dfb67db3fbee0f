// What does not fit between a photo's file and the story it was sent with: reasons to ask, never a verdict.
import type { PictureEvidence } from '#db/schema/pictures.ts'

export const flagKinds = [
  'other-day',
  'future',
  'far-apart',
  'edited-with',
  'made-with',
  'ai-made',
  'ai-part',
  'credentials-invalid',
] as const
export type FlagKind = (typeof flagKinds)[number]

/** `about`: the number of days or kilometres, or the name of the program; '' where there is nothing to name. */
export type PictureFlag = { kind: FlagKind; about: number | string }

export type Place = { latitude: number; longitude: number }

/** A day's difference is what time zones and a night can make. */
const MOST_DAYS = 1
/** Photos of one story that lie further apart than a person walks in a day. */
const MOST_KILOMETRES = 30
const DAY_MS = 86_400_000

const GENERATES = /midjourney|dall[-·. ]?e\b|stable diffusion|firefly|imagen\b|flux\b|leonardo\.ai|comfyui|sora\b/i
const EDITS =
  /photoshop|lightroom|gimp|affinity|snapseed|picsart|facetune|canva|pixelmator|luminar|capture one|darktable|rawtherapee|paint|polarr|vsco|photodirector|meitu|faceapp/i

/**
 * What a desk should ask about. `storyDate` is the dateline's day (2026-11-24, '' when it has none), `acceptedAt` when
 * the photo came, `others` where the story's other photos were taken.
 */
export function flagsOf(
  { capturedAt = '', software = '', place, credentials }: PictureEvidence,
  story: { storyDate: string; acceptedAt: string; others: readonly Place[] },
): PictureFlag[] {
  const flags: PictureFlag[] = []
  const days = daysBetween(capturedAt.slice(0, 10), story.storyDate)
  if (days !== null && days > MOST_DAYS) flags.push({ kind: 'other-day', about: days })
  if (isLaterThan(capturedAt, story.acceptedAt)) flags.push({ kind: 'future', about: '' })
  const furthest = Math.max(0, ...story.others.map((other) => (place ? kilometresBetween(place, other) : 0)))
  if (furthest > MOST_KILOMETRES) flags.push({ kind: 'far-apart', about: Math.round(furthest) })
  const program = [software, credentials?.generator ?? ''].find((name) => GENERATES.test(name))
  if (program) flags.push({ kind: 'made-with', about: program })
  else if (EDITS.test(software)) flags.push({ kind: 'edited-with', about: software })
  if (credentials?.claims.includes('ai-made')) flags.push({ kind: 'ai-made', about: '' })
  if (credentials?.claims.includes('ai-part')) flags.push({ kind: 'ai-part', about: '' })
  if (credentials?.state === 'invalid') flags.push({ kind: 'credentials-invalid', about: '' })
  return flags
}

/** Kilometres between two places along the globe, to about half a percent. */
export function kilometresBetween(one: Place, other: Place): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const [up, across] = [radians(other.latitude - one.latitude), radians(other.longitude - one.longitude)]
  const half =
    Math.sin(up / 2) ** 2 +
    Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(across / 2) ** 2
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** Whole days between two days (2026-11-24); null where one is none. */
function daysBetween(one: string, other: string): number | null {
  const [first, second] = [Date.parse(`${one}T00:00:00Z`), Date.parse(`${other}T00:00:00Z`)]
  if (Number.isNaN(first) || Number.isNaN(second)) return null
  return Math.round(Math.abs(first - second) / DAY_MS)
}

// A camera that knows no zone may be fourteen hours ahead of us and still be right.
function isLaterThan(capturedAt: string, acceptedAt: string): boolean {
  const knowsZone = /(Z|[+-]\d{2}:\d{2})$/.test(capturedAt)
  const captured = Date.parse(knowsZone ? capturedAt : `${capturedAt}Z`)
  const slack = knowsZone ? 10 * 60_000 : 14 * 3_600_000
  return captured > Date.parse(acceptedAt) + slack
}
