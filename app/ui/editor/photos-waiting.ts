// Photos that have not arrived yet, in IndexedDB: they survive a reload and a phone that went off.

import { createStore, del, entries, get, set, type UseStore } from 'idb-keyval'
import type { PictureEvidence } from '#app/newsroom/pictures/what-the-file-tells.ts'
import type { PhotoInHand, PhotoWords } from './photo-desk.ts'

/** Between which blocks a photo belongs: after the block with this number, which begins like this. */
export type PhotoPlace = { block: number; begins: string }

export type WaitingPhoto = {
  /** The device's own name for this photo, by which the desk knows it too. */
  key: string
  writer: string
  story: string
  name: string
  picture: Blob
  /** The file as the camera made it, where the outlet keeps those. */
  original: Blob | null
  told: PictureEvidence | null
  keepFacts: boolean
  words: PhotoWords
  place: PhotoPlace
  addedAt: number
  /** The desk has it, but the story may not show it yet. */
  arrived: PhotoInHand | null
}

export type PhotosWaiting = {
  keep(photo: WaitingPhoto): Promise<void>
  /** Writes where photos stand now. */
  place(places: ReadonlyMap<string, PhotoPlace>): Promise<void>
  forget(key: string): Promise<void>
  /** Photos of this story that wait, oldest first. */
  all(): Promise<WaitingPhoto[]>
}

/** The photos of one writer's story on this device. With `keeps` false nothing stays here, and what stayed before goes. */
export function openPhotosWaiting(writer: string, story: string, keeps: boolean): PhotosWaiting {
  // Opened with the first photo; a browser that will not keep anything loses nothing but this safety.
  let store: UseStore | null = null
  const rows = () => {
    store ??= createStore('copydesk-photos', 'photos')
    return store
  }
  const mine = (photo: WaitingPhoto) => photo.writer === writer && photo.story === story
  return {
    async keep(photo) {
      if (keeps) await set(photo.key, photo, rows())
    },
    async place(places) {
      if (!keeps) return
      for (const [key, place] of places) {
        const photo = await get<WaitingPhoto>(key, rows())
        if (photo) await set(key, { ...photo, place }, rows())
      }
    },
    async forget(key) {
      if (keeps) await del(key, rows())
    },
    async all() {
      if (typeof indexedDB === 'undefined') return []
      const waiting = (await entries<string, WaitingPhoto>(rows())).map(([, photo]) => photo).filter(mine)
      if (keeps) return waiting.sort((a, b) => a.addedAt - b.addedAt)
      for (const { key } of waiting) await del(key, rows())
      return []
    },
  }
}
