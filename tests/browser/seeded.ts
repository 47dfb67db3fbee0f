// What `seed:test` says it made.
export type Account = { id: string; email: string; password: string; name: string }
export type Place = 'headline' | 'copy' | 'caption' | 'alt' | 'deskNote' | 'message' | 'fileName'
export type SeededStory = {
  id: string
  number: number
  slug: string
  state: string
  version: number
  canaries: Record<Place, string>
}
export type Seeded = {
  accounts: Record<string, Account>
  stories: Record<string, SeededStory>
  /** Slugs of open calls, and public ids of reporterA's pitches by state. */
  calls: string[]
  pitches: Record<'open' | 'welcome' | 'declined', string>
  /** Public ids of issues; the one that was sent is number 1 in the archive. */
  newsletter: Record<'draft' | 'sent', string>
  /** A hub that is covered live, with entries by state; `canary` stands in what never was public. */
  live: Record<'topic' | 'waiting' | 'declined' | 'public' | 'removed' | 'canary', string>
}
