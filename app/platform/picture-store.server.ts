// Pictures' bytes on the disk, under DATA_DIR/pictures.
import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { PictureStore } from '#app/newsroom/pictures/picture-store.ts'

const keyForm = /^[a-z0-9-]+\/[0-9]+\.(avif|webp|jpeg)$/

/** Opens the store in `folder`, which is made with the first picture. A key of another form is a bug and throws. */
export function openPictureStore(folder: string): PictureStore {
  function pathOf(key: string): string {
    if (!keyForm.test(key)) throw new Error('a picture key must be <id>/<width>.<format>')
    return join(folder, key)
  }
  return {
    async put(key, bytes) {
      const path = pathOf(key)
      await mkdir(dirname(path), { recursive: true })
      // Written aside and renamed, so that a reader or a crash never meets half a picture.
      const aside = `${path}.${randomBytes(6).toString('hex')}.part`
      try {
        const file = await open(aside, 'wx', 0o600)
        try {
          await file.writeFile(bytes)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(aside, path)
      } catch (error) {
        await rm(aside, { force: true })
        throw error
      }
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
