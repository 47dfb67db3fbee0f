// Who the outlet says it is: the shape of its settings, with what holds until somebody fills them in.
import { z } from 'zod'

const line = (most: number) => z.string().trim().max(most, `Use at most ${most} characters.`)
const paragraphs = z.array(line(2000)).max(40, 'Use at most 40 paragraphs.')

const socialLink = z.strictObject({
  name: line(40).min(1, 'Give the link a name.'),
  url: z.url({ protocol: /^https?$/, message: 'Give a whole web address, beginning with https://.' }).max(300),
})

const httpsAddress = z.union([
  z.literal(''),
  z.url({ protocol: /^https$/, message: 'Give a whole address that begins with https://.' }).max(300),
])

const policies = z.strictObject({
  editorial: paragraphs.default([]),
  corrections: paragraphs.default([]),
  ethics: paragraphs.default([]),
  ownership: paragraphs.default([]),
  privacy: paragraphs.default([]),
  safety: paragraphs.default([]),
  agreement: paragraphs.default([]),
})

/** What other machines are told; empty texts are off. */
const wireSettings = z.strictObject({
  /** May crawlers that gather words to train models take the paper? Closed list: newsroom/wire/robots.ts. */
  trainingCrawlers: z.enum(['allow', 'disallow']).default('disallow'),
  /** A WebSub hub, named in every feed and told of new stories. */
  hub: httpsAddress.default(''),
  /** The key of IndexNow: search engines that take part are told of new addresses. */
  indexNowKey: z
    .string()
    .regex(/^([A-Za-z0-9-]{8,128})?$/, 'Use 8 to 128 letters, digits and hyphens.')
    .default(''),
  /** Where faults of the site's safety are reported: mailto:… or https://…; security.txt is there when this is. */
  securityContact: line(300)
    .refine(isContact, 'Give mailto: and an address, or an address that begins with https://.')
    .default(''),
  /** The outlet's account in the fediverse, shown beside shared links: @name@host. */
  fediverseCreator: z
    .string()
    .regex(/^(@[A-Za-z0-9_.-]+@[A-Za-z0-9.-]+)?$/, 'Give a handle such as @courier@social.example.org.')
    .max(200)
    .default(''),
})

/** The colours a paper may choose from; ui/styles/paper.css draws each for light and dark. */
export const accents = ['red', 'blue', 'green', 'ochre', 'plum'] as const
export type Accent = (typeof accents)[number]

/** The outlet's settings as they are stored in the one row of `outlets`. Every field has a default. */
export const outletSettings = z.strictObject({
  name: line(80).min(1, 'Give the outlet a name.').default('Copydesk'),
  /** For narrow places: letters, the phone's masthead. Empty means: the name. */
  shortName: line(30).default(''),
  /** The mark of a dateline: PANAGYURISHTE, (BDC) –. Empty prints none. */
  agency: line(12).default(''),
  tagline: line(160).default(''),
  /** A BCP 47 tag: the language of the site's own words. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Give a language code such as en or bg.')
    .default('en'),
  /** An IANA zone: all times are shown in it. */
  timeZone: z.string().refine(isTimeZone, 'Give a time zone such as Europe/Sofia.').default('UTC'),
  about: line(2000).default(''),
  social: z.array(socialLink).max(12, 'Use at most 12 links.').default([]),
  deskName: line(40).min(1, 'Give the desk a name.').default('News desk'),
  promise: line(1000).default(''),
  policies: policies.prefault({}),
  /**
   * What is kept of what a photo's file tells, for the desk alone: nothing; time, place and camera; or the untouched
   * file too, sealed. With `original` reporters cannot leave it out, save in safety mode, in which nothing is kept.
   */
  keepEvidence: z.enum(['none', 'facts', 'original']).default('facts'),
  /** Languages that stories may be written in besides the site's own; they stand first in the writing page's list. */
  storyLanguages: z
    .array(z.string().regex(/^[a-z]{2,3}$/, 'Give language codes such as bg or ro.'))
    .max(20, 'Use at most 20 languages.')
    .default([]),
  /** Is a reporter only asked what AI had a part in, or is a story not taken before it is said? */
  aiDeclaration: z.enum(['ask', 'required']).default('ask'),
  /** The paper's one colour: a name, not a value, so that each is readable in light and dark. Without one: red. */
  accent: z.enum(accents).optional(),
  wire: wireSettings.prefault({}),
})

export type OutletSettings = z.infer<typeof outletSettings>

/** What a new outlet has before anybody filled anything in. */
export const newOutlet: OutletSettings = outletSettings.parse({})

function isContact(contact: string): boolean {
  return contact === '' || /^mailto:[^\s@]+@[^\s@]+$/.test(contact) || /^https:\/\/\S+$/.test(contact)
}

let lastZone = 'UTC' // asking Intl is slow, and every request reads the outlet with the zone it has always had

function isTimeZone(zone: string): boolean {
  if (zone === lastZone) return true
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    lastZone = zone
    return true
  } catch {
    return false
  }
}
