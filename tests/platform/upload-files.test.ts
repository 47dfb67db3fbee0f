// Files that grow: written where they are told to, never beyond what was announced, and kept when the line is cut.
import { mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openUploadFiles } from '#app/platform/upload-files.server.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'copydesk-uploads-'))

async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) {
    if (text === 'CUT') throw new TypeError('terminated')
    yield Buffer.from(text)
  }
}

test('pieces land where they belong, over what is there or behind it', async () => {
  const files = openUploadFiles(folder())
  expect(await files.size('photo001')).toBe(0)
  expect(await files.read('photo001')).toBeNull()
  expect(await files.write('photo001', 0, pieces('abc', 'def'), 10)).toEqual({
    bytes: 6,
    tooMuch: false,
    brokeOff: false,
  })
  await files.write('photo001', 4, pieces('EFGH'), 6)
  expect(String(await files.read('photo001'))).toBe('abcdEFGH')
  expect(await files.size('photo001')).toBe(8)
})

test('what came before the line was cut is kept, what does not fit is not', async () => {
  const files = openUploadFiles(folder())
  expect(await files.write('photo001', 0, pieces('abc', 'CUT'), 10)).toEqual({
    bytes: 3,
    tooMuch: false,
    brokeOff: true,
  })
  expect(await files.write('photo001', 3, pieces('de', 'fghij'), 4)).toEqual({
    bytes: 4,
    tooMuch: true,
    brokeOff: false,
  })
  expect(String(await files.read('photo001'))).toBe('abcdefg')
})

test('files nobody wrote to for long are named, and an id of another form is a bug', async () => {
  const where = folder()
  const files = openUploadFiles(where)
  const old = new Date('2026-11-20T00:00:00Z')
  for (const name of ['oldphoto.part', 'newphoto.part', 'README']) writeFileSync(join(where, name), 'x')
  for (const name of ['oldphoto.part', 'README']) utimesSync(join(where, name), old, old)
  expect(await files.untouchedSince(new Date('2026-11-21T00:00:00Z'))).toEqual(['oldphoto'])
  await files.delete('oldphoto')
  await files.delete('oldphoto')
  expect(readdirSync(where).sort()).toEqual(['README', 'newphoto.part'])
  expect(await openUploadFiles(join(where, 'missing')).untouchedSince(new Date())).toEqual([])
  for (const id of ['../secret.key', 'A', '', 'a/b']) await expect(files.size(id)).rejects.toThrow('small letters')
})
