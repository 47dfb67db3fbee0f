// The photos of a story as the desk edits it: they are there, their words can be mended, and none are added.
import type { EditPage } from '#app/newsroom/desk/edit-page.ts'
import type { PhotoDesk, PhotoDeskWords } from '../photo-desk.ts'

/** What the desk writes about a photo stands in the copy; the photo's own details stay its reporter's. */
export function photosOfDesk(page: EditPage, me: string, words: PhotoDeskWords): PhotoDesk {
  return {
    story: page.publicId,
    rules: {
      writer: me,
      keepEvidence: 'none',
      safetyMode: true,
      quota: { pictureBytes: 0, originalBytes: 0, picturesPerStory: 0, storyBytes: 0, dayBytes: 0, unfinished: 0 },
      readsHeic: false,
    },
    words,
    photos: new Map(page.photos.map((photo) => [photo.id, photo])),
    arrived() {},
    describe: async () => true,
  }
}
