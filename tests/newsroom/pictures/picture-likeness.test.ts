// Looks that differ in few bits are found by their bands, whichever bits those are.
import { expect, test } from 'vitest'
import { ALIKE_BITS, bandsOfLook, bitsApart, probesOf } from '#app/newsroom/pictures/picture-likeness.ts'

let seed = 4711
/** A whole number from 0 to `below` − 1; the same row of them in every run. */
function chance(below: number): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return Math.floor((seed / 2 ** 32) * below)
}

const anyLook = () => Array.from({ length: 16 }, () => chance(16).toString(16)).join('')

function withFlipped(look: string, bits: number): string {
  const places = new Set<number>()
  while (places.size < bits) places.add(chance(64))
  let value = BigInt(`0x${look}`)
  for (const place of places) value ^= 1n << BigInt(place)
  return value.toString(16).padStart(16, '0')
}

const shareOne = (one: string, other: string) => {
  const bands = bandsOfLook(other)
  return probesOf(one).some((values, band) => values.includes(bands[band] ?? -1))
}

test('the bits that differ are counted, and an unknown look is like none', () => {
  for (let bits = 0; bits <= 64; bits++) {
    const look = anyLook()
    expect(bitsApart(look, withFlipped(look, bits))).toBe(bits)
  }
  expect(bitsApart('', '')).toBe(64)
  expect(bitsApart('ffffffffffffffff', 'fffffffffffffffg')).toBe(64)
  expect(bandsOfLook('')).toEqual([])
})

test('every look within eight bits is among the values looked up, in either direction', () => {
  for (let round = 0; round < 5000; round++) {
    const look = anyLook()
    const near = withFlipped(look, chance(ALIKE_BITS + 1))
    expect(shareOne(look, near) && shareOne(near, look), `${look} and ${near}`).toBe(true)
  }
  // The hardest case: two bits in each band.
  expect(shareOne('0000000000000000', '0003000300030003')).toBe(true)
  expect(probesOf(anyLook()).flat()).toHaveLength(188)
})

test('of looks that have nothing to do with each other, fewer than one in a hundred is looked at', () => {
  let near = 0
  for (let round = 0; round < 5000; round++) if (shareOne(anyLook(), anyLook())) near += 1
  expect(near).toBeLessThan(50)
})
