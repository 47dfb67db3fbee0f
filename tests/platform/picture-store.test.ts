// The picture store: bytes by key, whole or not at all, and no way out of its folder.
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openPictureStore } from '#app/platform/picture-store.server.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'copydesk-pictures-'))

test('what was put is got, and is gone when deleted', async () => {
  const store = openPictureStore(folder())
  await store.put('abc-1/800.webp', Buffer.from('bytes'))
  expect(Buffer.from((await store.get('abc-1/800.webp')) ?? []).toString()).toBe('bytes')
  await store.delete('abc-1/800.webp')
  expect(await store.get('abc-1/800.webp')).toBeNull()
  await store.delete('abc-1/800.webp')
})

test('many writers of one key leave one whole file and nothing aside', async () => {
  const where = folder()
  const store = openPictureStore(where)
  await Promise.all(Array.from({ length: 20 }, (_, i) => store.put('abc/400.jpeg', Buffer.alloc(50_000, i))))
  const bytes = (await store.get('abc/400.jpeg')) ?? new Uint8Array()
  expect(bytes.byteLength).toBe(50_000)
  expect(new Set(bytes).size).toBe(1)
  expect(readdirSync(join(where, 'abc'))).toEqual(['400.jpeg'])
})

test('a key that is no key is refused', async () => {
  const where = folder()
  const store = openPictureStore(join(where, 'pictures'))
  writeFileSync(join(where, 'secret.key'), 'x')
  for (const key of [
    '../secret.key',
    'a/../../secret.key',
    '/etc/passwd',
    'a/1.svg',
    'a/1.webp/x',
    'A/1.webp',
    'a//1.webp',
    '',
    'a/1.webp\0',
  ])
    for (const act of [store.get(key), store.put(key, Buffer.from('x')), store.delete(key)])
      await expect(act).rejects.toThrow('picture key')
})
