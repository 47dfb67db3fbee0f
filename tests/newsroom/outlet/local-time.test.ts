// From what a form sends to an instant on the outlet's clocks.
import { expect, test } from 'vitest'
import { instantIn } from '#app/newsroom/outlet/local-time.ts'

test('a time of the form is a time on the outlet’s clocks', () => {
  expect(instantIn('Europe/Sofia', '2026-11-24T18:00')?.toISOString()).toBe('2026-11-24T16:00:00.000Z')
  expect(instantIn('Europe/Sofia', '2026-06-24T18:00')?.toISOString()).toBe('2026-06-24T15:00:00.000Z')
  expect(instantIn('Europe/Sofia', '2026-06-24T18:00Z')?.toISOString()).toBe('2026-06-24T18:00:00.000Z')
})

test('a day that is on no calendar is no time, and never another day', () => {
  for (const text of ['2026-02-31T10:00', '2027-02-29T10:00', '2026-04-31T10:00Z', '2026-13-01T10:00', 'soon', ''])
    expect(instantIn('Europe/Sofia', text), text).toBeNull()
  expect(instantIn('Europe/Sofia', '2028-02-29T10:00')).not.toBeNull()
})
