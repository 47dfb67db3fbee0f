// What a desk is told to ask about a photo, and what it is left in peace about.
import { expect, test } from 'vitest'
import { lookUpsOfPhoto, lookUpsOfStory } from '#app/newsroom/desk/look-ups.ts'
import { flagsOf, kilometresBetween } from '#app/newsroom/desk/picture-flags.ts'
import type { PictureEvidence } from '#db/schema/pictures.ts'

const story = { storyDate: '2026-11-24', acceptedAt: '2026-11-24T12:00:00.000Z', others: [] }
const kinds = (evidence: PictureEvidence, more: Partial<Parameters<typeof flagsOf>[1]> = {}) =>
  flagsOf(evidence, { ...story, ...more }).map(({ kind }) => kind)

const sofia = { latitude: 42.6977, longitude: 23.3219 }
const varna = { latitude: 43.2141, longitude: 27.9147 }

test('a photo of the day or of the night beside it is left in peace, one of another day is not', () => {
  for (const day of ['2026-11-23', '2026-11-24', '2026-11-25'])
    expect(kinds({ capturedAt: `${day}T10:00:00` }, { acceptedAt: '2026-11-26T12:00:00Z' }), day).toEqual([])
  expect(flagsOf({ capturedAt: '2026-11-20T23:59:59+02:00' }, story)).toEqual([{ kind: 'other-day', about: 4 }])
  expect(flagsOf({ capturedAt: '2024-11-24T10:00:00' }, story)).toEqual([{ kind: 'other-day', about: 730 }])
  expect(kinds({ capturedAt: '2026-11-20T10:00:00' }, { storyDate: '' })).toEqual([])
  expect(kinds({})).toEqual([])
})

test('a photo from the future is asked about, a camera that knows no zone is not', () => {
  expect(kinds({ capturedAt: '2026-11-25T01:00:00' })).toEqual([])
  expect(kinds({ capturedAt: '2026-11-25T03:00:00' })).toEqual(['future'])
  expect(kinds({ capturedAt: '2026-11-24T15:00:00+03:00' })).toEqual([])
  expect(kinds({ capturedAt: '2026-11-24T16:00:00+03:00' })).toEqual(['future'])
})

test('programs that edit and programs that make pictures are named', () => {
  expect(flagsOf({ software: 'Adobe Photoshop 25.1' }, story)).toEqual([
    { kind: 'edited-with', about: 'Adobe Photoshop 25.1' },
  ])
  expect(kinds({ software: 'Midjourney' })).toEqual(['made-with'])
  const credentials = { state: 'unknown-signer' as const, generator: 'DALL·E', claims: ['ai-made'] }
  expect(kinds({ credentials })).toEqual(['made-with', 'ai-made'])
  for (const software of ['HDR+ 1.0', '17.5.1', 'Ver.1.00', 'GT-I9300'])
    expect(kinds({ software }), software).toEqual([])
})

test('credentials that say a model took part, or that do not belong to the file, are asked about', () => {
  expect(kinds({ credentials: { state: 'valid', claims: ['captured'] } })).toEqual([])
  expect(kinds({ credentials: { state: 'unknown-signer', claims: ['captured', 'ai-part'] } })).toEqual(['ai-part'])
  expect(kinds({ credentials: { state: 'invalid', claims: [] } })).toEqual(['credentials-invalid'])
})

test('photos of one story that lie far apart are asked about, with the distance', () => {
  expect(kilometresBetween(sofia, varna)).toBeCloseTo(379, -1)
  expect(kilometresBetween(sofia, sofia)).toBe(0)
  expect(kilometresBetween({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBeCloseTo(20_015, -1)
  expect(flagsOf({ place: sofia }, { ...story, others: [varna] })).toMatchObject([{ kind: 'far-apart' }])
  expect(kinds({ place: sofia }, { others: [{ latitude: 42.7, longitude: 23.33 }] })).toEqual([])
})

test('a look-up carries what it says it does, to whom it says, and nothing else', () => {
  expect(lookUpsOfPhoto({ place: sofia, capturedAt: '2026-11-24T10:05:00+02:00' })).toEqual([
    {
      kind: 'map',
      host: 'openstreetmap.org',
      href: 'https://www.openstreetmap.org/?mlat=42.69770&mlon=23.32190#map=16/42.69770/23.32190',
    },
    { kind: 'sun', host: 'suncalc.org', href: 'https://www.suncalc.org/#/42.69770,23.32190,16/2026.11.24/10:05/1/0' },
  ])
  expect(lookUpsOfPhoto({ place: varna })).toMatchObject([{ kind: 'map' }])
  expect(lookUpsOfPhoto({ capturedAt: '2026-11-24T10:05:00' })).toEqual([])
  expect(lookUpsOfStory({ place: 'София', headline: 'A & B?' })).toMatchObject([
    { kind: 'place', href: 'https://www.openstreetmap.org/search?query=%D0%A1%D0%BE%D1%84%D0%B8%D1%8F' },
    { kind: 'headline', href: 'https://duckduckgo.com/?q=A%20%26%20B%3F', host: 'duckduckgo.com' },
  ])
  expect(lookUpsOfStory({ place: '', headline: '' })).toEqual([])
})
