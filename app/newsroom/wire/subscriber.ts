// What a reader chooses about the newsletter, and what may be wrong with it.

/** `topics`: once a day, but only what belongs to a topic they chose. */
export const rhythms = ['daily', 'weekly', 'topics'] as const
export type Rhythm = (typeof rhythms)[number]

/** `topics` are slugs; they count where the rhythm is `topics` and are forgotten elsewhere. */
export type Subscription = { rhythm: Rhythm; topics: string[] }

/** Seals a subscriber's public id into the token of their links, so that nothing that opens them is stored. */
export type SubscriberSeal = { seal(publicId: string): string; open(token: string): string | null }

export type SubscriptionSaved = { ok: true } | { ok: false; because: 'no-topic' | 'link-over' }
