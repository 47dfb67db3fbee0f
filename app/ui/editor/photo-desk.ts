// What the writing page knows of the photos of its story, and the door where their details are changed.
import type { PhotoRules } from '#app/newsroom/pictures/photo-rules.ts'
import type { Words } from '#app/words/words.ts'

/** A photo of this story as the page shows it. */
export type PhotoInHand = { id: string; src: string; width: number; height: number; rights: boolean; licence: string }

/** What is told about a photo; `graphic` belongs to its place in the story, the rest to the photo. */
export type PhotoWords = {
  caption: string
  credit: string
  alt: string
  decorative: boolean
  rights: boolean
  licence: string
  graphic: boolean
}

export const noPhotoWords: PhotoWords = {
  caption: '',
  credit: '',
  alt: '',
  decorative: false,
  rights: false,
  licence: 'all-rights',
  graphic: false,
}

export type PhotoDeskWords = Pick<Words['contributor'], 'photo' | 'pictureRefusals' | 'pictureQuotas'>

export type PhotoDesk = {
  story: string
  rules: PhotoRules
  words: PhotoDeskWords
  photos: Map<string, PhotoInHand>
  /** A photo has come to the desk. */
  arrived(photo: PhotoInHand): void
  /** Writes the details of a photo that is there. False when they could not be written. */
  describe(id: string, words: PhotoWords): Promise<boolean>
}

/** The door for the photos of one story; `onChange` is called when what is known of a photo changed. */
export function openPhotoDesk(
  { story, photos, photoRules }: { story: string; photos: readonly PhotoInHand[]; photoRules: PhotoRules },
  words: PhotoDeskWords,
  onChange: () => void,
): PhotoDesk {
  const known = new Map(photos.map((photo) => [photo.id, photo]))
  return {
    story,
    rules: photoRules,
    words,
    photos: known,
    arrived(photo) {
      known.set(photo.id, photo)
      onChange()
    },
    async describe(id, { graphic: _ofTheStory, ...details }) {
      try {
        const answer = await fetch(`/my/stories/${story}/photos`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json', accept: 'application/json' },
          body: JSON.stringify({ picture: id, ...details }),
        })
        const photo = known.get(id)
        if (answer.ok && photo) known.set(id, { ...photo, rights: details.rights, licence: details.licence })
        onChange()
        return answer.ok
      } catch {
        return false
      }
    },
  }
}
