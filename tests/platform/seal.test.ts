// Sealed texts open only here, for their own purpose, and whole.
import { expect, test } from 'vitest'
import { makeByteSeal, makeSeal } from '#app/platform/seal.server.ts'

const seal = makeSeal('k'.repeat(32), 'totp')

test('what was sealed opens again and does not show its text', () => {
  const sealed = seal.seal('JBSWY3DPEHPK3PXP')
  expect(sealed).not.toContain('JBSWY3DPEHPK3PXP')
  expect(seal.open(sealed)).toBe('JBSWY3DPEHPK3PXP')
  expect(seal.seal('JBSWY3DPEHPK3PXP')).not.toBe(sealed)
})

test('another key, another purpose or one changed letter opens nothing', () => {
  const sealed = seal.seal('secret')
  expect(makeSeal('x'.repeat(32), 'totp').open(sealed)).toBeNull()
  expect(makeSeal('k'.repeat(32), 'other').open(sealed)).toBeNull()
  for (let at = 3; at < sealed.length; at++) {
    const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
    if (Buffer.from(changed.slice(3), 'base64url').equals(Buffer.from(sealed.slice(3), 'base64url'))) continue
    expect(seal.open(changed)).toBeNull()
  }
  for (const nonsense of ['', 'v1.', 'v1.abc', 'v2.abc', sealed.slice(3)]) expect(seal.open(nonsense)).toBeNull()
})

test('a sealed file opens whole with its own key only, whatever its length', async () => {
  const files = makeByteSeal('k'.repeat(32), 'originals')
  for (const length of [0, 1, 1024 * 1024, 1024 * 1024 * 2 + 3]) {
    const plain = Buffer.alloc(length, 'a place on the map ')
    const sealed = Buffer.from(await files.seal(plain))
    expect(sealed.byteLength).toBe(length + 28)
    expect(sealed.includes('place on the map')).toBe(false)
    expect(Buffer.from((await files.open(sealed)) ?? []).equals(plain)).toBe(true)
    expect(await makeByteSeal('x'.repeat(32), 'originals').open(sealed)).toBeNull()
    sealed[sealed.byteLength - 1] = (sealed.at(-1) ?? 0) ^ 1
    expect(await files.open(sealed)).toBeNull()
  }
  expect(await files.open(Buffer.from('nonsense'))).toBeNull()
})
