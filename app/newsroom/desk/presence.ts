// Who has a story open at the desk: what is known of it, and for how long a sign of it counts.

export const doings = ['reading', 'editing'] as const
export type Doing = (typeof doings)[number]

/** A colleague who has a story open. */
export type Presence = { name: string; doing: Doing }

/** A page says this often that it is still open. */
export const BEAT_EVERY_MS = 12_000
/** What was said so long ago counts no more: two beats were missed. */
export const PRESENCE_LASTS_MS = 30_000
