// Pictures' bytes on the disk, under DATA_DIR/pictures.
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { PictureStore } from '#app/newsroom/pictures/picture-store.ts'
import { writeWhole } from './write-whole.server.ts'

const keyForm = /^[a-z0-9-]+\/[0-9]+\.(avif|webp|jpeg)$/

/** Opens the store in `folder`, which is made with the first picture. A key of another form is a bug and throws. */
export function openPictureStore(folder: string): PictureStore {
  function pathOf(key: string): string {
    if (!keyForm.test(key)) throw new Error('a picture key must be <id>/<width>.<format>')
    return join(folder, key)
  }
  return {
    async put(key, bytes) {
      await writeWhole(pathOf(key), bytes)
    },
    async get(key) {
      try {
        return await readFile(pathOf(key))
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
        throw error
      }
    },
    async delete(key) {
      await rm(pathOf(key), { force: true })
    },
  }
}
