// Limits: counted by kind and key, not usable against a victim, and blind to who somebody is.
import { expect, test } from 'vitest'
import { addressOf, openRateLimits } from '#app/platform/rate-limits.server.ts'

test('the limit of a kind holds for one key and says when to come back', async () => {
  const limits = openRateLimits({ on: true })
  for (let i = 0; i < 5; i++)
    expect(await limits.take('sign-in-account-and-address', 'a@example.org 10.0.0.1')).toEqual({ ok: true })
  const refused = await limits.take('sign-in-account-and-address', 'a@example.org 10.0.0.1')
  expect(refused.ok).toBe(false)
  if (!refused.ok) expect(refused.retryAfterSeconds).toBeGreaterThan(800)
  if (!refused.ok) expect(refused.retryAfterSeconds).toBeLessThanOrEqual(900)
})

test('who guesses from elsewhere does not lock the owner out', async () => {
  const limits = openRateLimits({ on: true })
  for (let i = 0; i < 9; i++) await limits.take('sign-in-account-and-address', 'a@example.org 10.0.0.1')
  expect(await limits.take('sign-in-account-and-address', 'a@example.org 10.0.0.2')).toEqual({ ok: true })
})

test('kinds do not count for each other, and letter case does not help', async () => {
  const limits = openRateLimits({ on: true })
  for (let i = 0; i < 5; i++) await limits.take('mail-address', 'a@example.org')
  expect((await limits.take('mail-address', 'A@Example.org')).ok).toBe(false)
  expect(await limits.take('join-address', 'a@example.org')).toEqual({ ok: true })
})

test('turned off, everything goes through', async () => {
  const limits = openRateLimits({ on: false })
  for (let i = 0; i < 30; i++) expect((await limits.take('submit', '1')).ok).toBe(true)
})

test('the address is the socket’s, or the trusted proxy’s last word', () => {
  expect(addressOf('10.0.0.1', '1.2.3.4', false)).toBe('10.0.0.1')
  expect(addressOf('10.0.0.1', '6.6.6.6, 1.2.3.4', true)).toBe('1.2.3.4')
  expect(addressOf('10.0.0.1', undefined, true)).toBe('10.0.0.1')
  expect(addressOf(undefined, undefined, false)).toBe('unknown')
  expect(addressOf('::ffff:10.0.0.1', undefined, false)).toBe('10.0.0.1')
})

test('a whole IPv6 network counts as one', () => {
  expect(addressOf('2001:db8:1:2:3::9', undefined, false)).toBe(addressOf('2001:db8:1:2::1', undefined, false))
  expect(addressOf('2001:db8::a', undefined, false)).toBe(addressOf('2001:db8::b', undefined, false))
  expect(addressOf('2001:db8:1:2::1', undefined, false)).not.toBe(addressOf('2001:db8:1:3::1', undefined, false))
})
