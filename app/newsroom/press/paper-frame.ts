// The shape of what stands around every page for readers.
import type { PolicyName } from '#app/newsroom/outlet/policies.ts'
import type { Accent } from '#app/newsroom/outlet/settings.ts'

type Link = { slug: string; name: string }

export type PaperFrame = {
  outlet: {
    name: string
    shortName: string
    tagline: string
    language: string
    timeZone: string
    about: string
    social: { name: string; url: string }[]
    deskName: string
    accent: Accent
    /** The outlet's account in the fediverse, @name@host; empty when it has none. */
    fediverse: string
    /** The policies that say something; each has a page. */
    policies: PolicyName[]
  }
  sections: Link[]
  topics: Link[]
}
