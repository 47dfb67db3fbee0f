// Live coverage as readers get it. Instants are ISO.
import type { LeadPicture } from './lead-picture.ts'

export type LiveEntryView = {
  /** Its anchor is `entry-` and this. */
  id: string
  /** Rises with every change, so that an open page knows which of its entries are old. */
  version: number
  at: string
  title: string
  /** Rendered, and as plain text; both empty where the entry was removed. */
  html: string
  text: string
  /** Null where the house speaks; without a name where the reporter's is withheld. */
  byline: { name: string; handle: string | null } | null
  isKey: boolean
  corrections: { at: string; note: string }[]
  removed: { at: string; reason: string } | null
  /** Its own photo; then that of a story it points at is not shown. */
  photo: { picture: LeadPicture; caption: string } | null
  story: { slug: string; headline: string; picture: LeadPicture | null } | null
}

export type LiveCoverageView = {
  id: string
  title: string
  language: string
  openedAt: string
  closedAt: string | null
  closing: string
  /** When readers last got something new or changed. */
  updatedAt: string
  pinned: LiveEntryView[]
  keyEvents: { id: string; at: string; name: string }[]
  entries: LiveEntryView[]
  /** The entry that the next page begins with; null on the last one. */
  next: string | null
  /** True when this page begins with the newest entry. */
  isNewest: boolean
  /** Other coverages of the topic, with the entry that each one’s page begins with. */
  earlier: { title: string; openedAt: string; entry: string }[]
}
