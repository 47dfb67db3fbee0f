// The sentence that says why a photo was not taken, with the limit it met.
import type { PictureQuota } from '#app/newsroom/pictures/picture-quotas.ts'
import type { Words } from '#app/words/words.ts'

export type PhotoRefusalWords = Pick<Words['contributor'], 'pictureRefusals' | 'pictureQuotas'>
export type PhotoRefusal = keyof PhotoRefusalWords['pictureRefusals'] | keyof PhotoRefusalWords['pictureQuotas']

const MB = 1024 * 1024

/** Names the limit where there is one: `quota` is that of the person who sent the photo. */
export function photoRefusal(words: PhotoRefusalWords, because: PhotoRefusal, quota: PictureQuota): string {
  const { pictureRefusals, pictureQuotas } = words
  switch (because) {
    case 'too-large':
      return pictureQuotas['too-large'](quota.pictureBytes / MB)
    case 'too-many-pictures':
      return pictureQuotas['too-many-pictures'](quota.picturesPerStory)
    case 'story-full':
      return pictureQuotas['story-full'](quota.storyBytes / MB)
    case 'day-full':
      return pictureQuotas['day-full'](quota.dayBytes / MB)
    default:
      return pictureRefusals[because]
  }
}
