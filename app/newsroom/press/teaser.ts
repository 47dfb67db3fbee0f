// What a list says about a published story.
import type { LeadPicture } from './lead-picture.ts'

/** `publishedAt` is an ISO instant; `language` the story's own. */
export type Teaser = {
  slug: string
  headline: string
  standfirst: string
  place: string
  language: string
  bylineName: string
  section: { slug: string; name: string }
  publishedAt: string
  lead: LeadPicture | null
}
