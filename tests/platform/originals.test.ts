// Files as they came: sealed on the disk, opened only with the same key.
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openOriginals } from '#app/platform/originals.server.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'copydesk-originals-'))
const secret = 's'.repeat(32)
const photo = Buffer.from('JPEG with GPS 42.5 24.2 of a hiding place')

test('what is kept can be opened, lies sealed on the disk, and is gone when deleted', async () => {
  const where = folder()
  const store = openOriginals(where, secret)
  const kept = await store.keep('0a1b2c3d4e5f', photo)
  expect(kept).toEqual({ key: '0a1b2c3d4e5f', bytes: photo.byteLength + 28 })
  const [name = ''] = readdirSync(where)
  expect(readdirSync(where)).toEqual(['0a1b2c3d4e5f.sealed'])
  expect(readFileSync(join(where, name)).includes('hiding place')).toBe(false)
  expect(Buffer.from((await store.open(kept.key)) ?? []).equals(photo)).toBe(true)
  expect(await openOriginals(where, 'x'.repeat(32)).open(kept.key)).toBeNull()
  await store.delete(kept.key)
  await store.delete(kept.key)
  expect([await store.open(kept.key), readdirSync(where)]).toEqual([null, []])
})

test('a damaged file opens as nothing, and no key leads out of the folder', async () => {
  const where = folder()
  const store = openOriginals(where, secret)
  writeFileSync(join(where, 'damaged-file.sealed'), 'not sealed at all, but long enough to look at')
  expect(await store.open('damaged-file')).toBeNull()
  for (const key of ['../secret.key', 'a/b', '', 'UPPER-CASE', '.'])
    await expect(store.keep(key, photo)).rejects.toThrow('public id')
})
