// What caches in front may do, for any instant before the next known change.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { publicCaching } from '#app/platform/public-caching.ts'

const secondsOf = (value: string, name: string) => Number(new RegExp(`${name}=(\\d+)`).exec(value)?.[1] ?? 0)

test('a minute and another while asking; a day where caches can be told to forget', () => {
  expect(publicCaching({ purges: false })(0, null)).toBe('public, max-age=0, s-maxage=60, stale-while-revalidate=60')
  expect(publicCaching({ purges: true })(0, null)).toBe('public, max-age=0, s-maxage=86400, stale-while-revalidate=60')
})

test('no answer is given over the next known change', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.nat(10 ** 13), fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), (purges, now, ahead) => {
      const value = publicCaching({ purges })(now, now + ahead)
      const given = secondsOf(value, 's-maxage') + secondsOf(value, 'stale-while-revalidate')
      expect(now + given * 1000).toBeLessThanOrEqual(Math.max(now, now + ahead))
    }),
  )
})
