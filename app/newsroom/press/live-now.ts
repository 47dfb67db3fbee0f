// What the front page says of live coverage. Instants are ISO.
/** `slug` is the topic's; `newest` is null while nothing of it is public. */
export type LiveNow = {
  slug: string
  title: string
  language: string
  openedAt: string
  newest: { id: string; at: string; name: string } | null
}
