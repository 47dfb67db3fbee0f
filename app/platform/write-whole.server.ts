// Writes a file that is there whole or not at all.
import { randomBytes } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Written aside, synced and renamed, so that a reader or a crash never meets half a file. Makes the folder when it is missing. */
export async function writeWhole(path: string, bytes: Uint8Array, folderMode?: number): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: folderMode })
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
}
