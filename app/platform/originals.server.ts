// Photos' files as they came, sealed, under DATA_DIR/originals. No route reads this folder.
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { OriginalStore } from '#app/newsroom/pictures/picture-store.ts'
import { makeByteSeal } from './seal.server.ts'
import { writeWhole } from './write-whole.server.ts'

const keyForm = /^[a-z0-9-]{8,80}$/

/** Opens the store; what it keeps can only be read with the same SECRET_KEY. */
export function openOriginals(folder: string, secretKey: string): OriginalStore {
  const seal = makeByteSeal(secretKey, 'picture originals')
  function pathOf(key: string): string {
    if (!keyForm.test(key)) throw new Error('an original is kept under a public id')
    return join(folder, `${key}.sealed`)
  }
  return {
    async keep(publicId, bytes) {
      const path = pathOf(publicId)
      const sealed = await seal.seal(bytes)
      await writeWhole(path, sealed, 0o700)
      return { key: publicId, bytes: sealed.byteLength }
    },
    async open(key) {
      try {
        return await seal.open(await readFile(pathOf(key)))
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
