// Passwords: hashed slowly, never more than four at once, and judged with the person's own words.
import { expect, test } from 'vitest'
import { hashPassword, passwordFault, verifyPassword } from '#app/platform/passwords.server.ts'

test('a password is known again, another is not', async () => {
  const hash = await hashPassword('seven grey herons')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await verifyPassword(hash, 'seven grey herons')).toBe(true)
  expect(await verifyPassword(hash, 'seven grey heron')).toBe(false)
  expect(await verifyPassword('no hash', 'seven grey herons')).toBe(false)
})

test('the same letters written in another way are the same password', async () => {
  expect(await verifyPassword(await hashPassword('caf\u00e9 in the rain'), 'cafe\u0301 in the rain')).toBe(true)
})

test('where nobody has that address the answer is no, and takes about as long', async () => {
  const hash = await hashPassword('seven grey herons')
  await verifyPassword(null, 'warm up')
  const timed = async (stored: string | null) => {
    const started = performance.now()
    await verifyPassword(stored, 'some other words')
    return performance.now() - started
  }
  let [known, unknown] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  // The shortest of several in turn: what a busy machine adds is the machine's.
  for (let i = 0; i < 8; i++) {
    known = Math.min(known, await timed(hash))
    unknown = Math.min(unknown, await timed(null))
  }
  expect(await verifyPassword(null, 'nobody has this password')).toBe(false)
  expect(unknown / known).toBeGreaterThan(0.4)
  expect(unknown / known).toBeLessThan(2.5)
})

test('many at once all come to an end', async () => {
  const hash = await hashPassword('seven grey herons')
  const all = await Promise.all(
    Array.from({ length: 12 }, (_, i) => verifyPassword(hash, i % 2 ? 'seven grey herons' : 'x'.repeat(9))),
  )
  expect(all.filter(Boolean)).toHaveLength(6)
})

test('what is short, long or easy to guess is refused with a sentence', () => {
  expect(passwordFault('seven')).toBe('short')
  expect(passwordFault('x'.repeat(257))).toBe('long')
  for (const easy of ['password', 'password1', 'qwertyuiop', '12345678', 'aaaaaaaaaa'])
    expect(passwordFault(easy)).toBe('easy')
  expect(passwordFault('seven grey herons')).toBeNull()
  expect(passwordFault('Panagyurishte', ['Reporter in Panagyurishte'])).toBe('easy')
  expect(passwordFault('courier2026', ['The Courier'])).toBe('easy')
})

test('judging the longest password takes no time to speak of', () => {
  const started = performance.now()
  passwordFault('ab1!'.repeat(64))
  expect(performance.now() - started).toBeLessThan(1000)
})
