// What the review page shows of stories and photos that are like those of the story on it.
import type { Stretch } from '#app/newsroom/desk/text-likeness.ts'
import type { StoryState } from '#app/newsroom/story/story.ts'

/** A story at the desk, in the paper or among what was declined, as the desk names it. */
export type OtherStory = {
  publicId: string
  number: number
  headline: string
  state: StoryState
  /** ISO instant at which it was first sent. */
  sentAt: string | null
  /** The address of its page, where readers have it. */
  slug: string | null
}

export type LikeText = OtherStory & {
  /** The share of five-word runs that both have: 0 to 1. */
  share: number
  /** This story's words and the other's, for reading side by side: what both say is marked. */
  mine: Stretch[]
  theirs: Stretch[]
  /** Signed by the same name as this one, and openly so. */
  sameReporter: boolean
}

export type LikePicture = {
  /** Public id of the photo of this story. */
  picture: string
  /** How many of 64 bits differ: 0 is the same look. */
  bits: number
  /** The other photo, in a size that fits a column. */
  other: { publicId: string; src: string; alt: string; width: number; height: number }
  story: OtherStory
  /** Both are the same file, byte for byte. */
  sameFile: boolean
}

export type Likeness = { texts: LikeText[]; pictures: LikePicture[] }

/** From this share on two texts are probably versions of one. */
export const PROBABLY_THE_SAME = 0.5

/** Less is what two reports of one event have in common by chance: names, titles, a quoted sentence. */
export const WORTH_SHOWING = 0.15
