// Photos on their way, under DATA_DIR/uploads: one file each, written piece by piece.
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { UploadFiles } from '#app/newsroom/pictures/picture-store.ts'

const idForm = /^[a-z0-9]{8,40}$/

/** Opens the folder, which is made with the first photo. An id of another form is a bug and throws. */
export function openUploadFiles(folder: string): UploadFiles {
  function pathOf(id: string): string {
    if (!idForm.test(id)) throw new Error('an upload has an id of small letters and digits')
    return join(folder, `${id}.part`)
  }
  return {
    async write(id, from, pieces, most) {
      const path = pathOf(id)
      await mkdir(folder, { recursive: true })
      const file = await open(path, 'a+', 0o600).then(async (made) => {
        await made.close()
        return open(path, 'r+')
      })
      let bytes = 0
      try {
        for await (const piece of pieces) {
          const fits = piece.subarray(0, most - bytes)
          if (fits.byteLength > 0) await file.write(fits, 0, fits.byteLength, from + bytes)
          bytes += fits.byteLength
          if (fits.byteLength < piece.byteLength) return { bytes, tooMuch: true, brokeOff: false }
        }
        return { bytes, tooMuch: false, brokeOff: false }
      } catch (error) {
        if (isOfTheDisk(error)) throw error
        return { bytes, tooMuch: false, brokeOff: true } // the sender was cut off: what came is kept
      } finally {
        await file.datasync()
        await file.close()
      }
    },
    async size(id) {
      return (await orNothing(stat(pathOf(id))))?.size ?? 0
    },
    async read(id) {
      return orNothing(readFile(pathOf(id)))
    },
    async delete(id) {
      await rm(pathOf(id), { force: true })
    },
    async untouchedSince(before) {
      const names = (await orNothing(readdir(folder))) ?? []
      const old: string[] = []
      for (const name of names) {
        const about = await orNothing(stat(join(folder, name)))
        const id = name.replace(/\.part$/, '')
        if (about && about.mtime < before && idForm.test(id)) old.push(id)
      }
      return old
    },
  }
}

function isOfTheDisk(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && /^(ENOSPC|EIO|EROFS|EDQUOT|EMFILE|ENFILE)$/.test(String(error.code))
  )
}

async function orNothing<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
