// Photos' files as they came, sealed, under DATA_DIR/originals. No route reads this folder.
import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { OriginalStore } from '#app/newsroom/pictures/picture-store.ts'
import { makeByteSeal } from './seal.server.ts'

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
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const aside = `${path}.${randomBytes(6).toString('hex')}.part`
      try {
        const file = await open(aside, 'wx', 0o600)
        try {
          await file.writeFile(sealed)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(aside, path)
      } catch (error) {
        await rm(aside, { force: true })
        throw error
      }
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
