// Names of the parts of the paper. A page says which parts it is made of, a change says which parts it touched.

/** A part of the paper: a page with this key is out of date when the part changes. Letters, digits, `-`, `%` and `.` only. */
export type PaperKey = string

/** Keys of the parts, whole or one by one. */
export const paperKeys = {
  /** What stands around every page: name, sections, topics, policies. Every page is made of it, unsaid. */
  whole: 'paper',
  /** Lists of everything: the front page, the paper's feeds, sitemaps. */
  lists: 'lists',
  /** What was changed after printing. */
  corrections: 'corrections',
  /** What the desk asks reporters for. */
  calls: 'calls',
  /** The archive of the newsletter. */
  newsletter: 'newsletter',
  /** Who edits. */
  team: 'team',
  story: (slug: string) => keyOf('story', slug),
  section: (slug: string) => keyOf('section', slug),
  topic: (slug: string) => keyOf('topic', slug),
  byline: (handle: string) => keyOf('byline', handle),
} as const

// Keys stand in headers, divided by spaces or commas.
function keyOf(part: string, name: string): PaperKey {
  return `${part}-${encodeURIComponent(name).replace(/[^\w.%-]/g, '_')}`
}
