// How much a contributor may send: the limits of one photo, one story and one day, in one place.

const MB = 1024 * 1024

export type PictureQuota = {
  /** One picture as it arrives; photos are made smaller on the device, so few come near it. */
  pictureBytes: number
  /** One file as the camera made it, where the outlet keeps those. */
  originalBytes: number
  picturesPerStory: number
  /** What a story's pictures take in the store, all sizes and kept files. */
  storyBytes: number
  /** What a person's pictures of the last 24 hours take, with what is on its way. */
  dayBytes: number
  /** Photos begun and not finished, at one time. */
  unfinished: number
}

const everybody: PictureQuota = {
  pictureBytes: 15 * MB,
  originalBytes: 25 * MB,
  picturesPerStory: 40,
  storyBytes: 400 * MB,
  dayBytes: 600 * MB,
  unfinished: 30,
}

const trusted: PictureQuota = {
  ...everybody,
  picturesPerStory: 80,
  storyBytes: 1200 * MB,
  dayBytes: 3000 * MB,
  unfinished: 60,
}

/** All photos on their way in the house together; what comes on top is asked to wait. */
export const uploadSpaceBytes = 4096 * MB

/** A photo that nobody went on with for so long is given up. */
export const uploadLapsesAfterHours = 24

export function quotaOf(who: { trusted: boolean }): PictureQuota {
  return who.trusted ? trusted : everybody
}

export type QuotaRefusal = 'too-many-pictures' | 'story-full' | 'day-full' | 'uploads-full'
