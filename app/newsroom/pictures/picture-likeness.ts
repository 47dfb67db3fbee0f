// When two pictures' looks are alike, and how like looks are found among many without reading them all.

/** Looks that differ in so many of their 64 bits, or in fewer, are taken for the same picture. */
export const ALIKE_BITS = 8

/**
 * Four bands of 16 bits, each looked up with so many bits changed. Two looks that differ in 8 bits or fewer have a band
 * that differs in at most as many as stand here: were all four further apart, there would be 3 + 2 + 2 + 2 = 9 of them.
 */
const REACH = [2, 1, 1, 1] as const
const BAND_BITS = 16

/** In how many of 64 bits two looks (16 hexadecimal digits each) differ; 64 where one is not known. */
export function bitsApart(one: string, other: string): number {
  if (!isLook(one) || !isLook(other)) return 64
  let apart = 0
  for (let differing = BigInt(`0x${one}`) ^ BigInt(`0x${other}`); differing > 0n; differing &= differing - 1n)
    apart += 1
  return apart
}

/** The four bands of a look, as numbers of 16 bits; none where the look is not known. */
export function bandsOfLook(look: string): number[] {
  return isLook(look) ? REACH.map((_, band) => Number.parseInt(look.slice(band * 4, band * 4 + 4), 16)) : []
}

/** For each band the values to look up, 188 in all: every look within ALIKE_BITS has one of them in that band. */
export function probesOf(look: string): number[][] {
  return bandsOfLook(look).map((value, band) => within(value, REACH[band] ?? 0))
}

function isLook(look: string): boolean {
  return /^[0-9a-f]{16}$/.test(look)
}

function within(value: number, reach: number): number[] {
  const found = new Set([value])
  for (let step = 0; step < reach; step++)
    for (const one of [...found]) for (let bit = 0; bit < BAND_BITS; bit++) found.add(one ^ (1 << bit))
  return [...found]
}
