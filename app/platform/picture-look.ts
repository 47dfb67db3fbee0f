// How a picture looks, in 64 bits: its coarsest waves of light and dark, which scaling, recompressing and brightening leave.

/** The side of the grey square that a look is taken from. */
export const LOOK_SIDE = 32
const WAVES = 8

/**
 * The look of a picture from its luminance, squeezed to a square of 32 × 32 bytes: 16 hexadecimal digits, a bit for each
 * of the 64 lowest frequencies (a cosine transform) that says whether it is stronger than half of the others. Alike
 * pictures differ in few bits. '' for a picture with nothing on it: all such are alike, and mean nothing.
 */
export function lookOf(grey: Uint8Array): string {
  const spread = Math.max(...grey) - Math.min(...grey)
  if (grey.length !== LOOK_SIDE * LOOK_SIDE || spread < FAINT) return ''
  const strengths = lowestWaves(grey)
  const middle = median(strengths.slice(1)) // the first one is the brightness of the whole
  let bits = 0n
  for (const strength of strengths) bits = (bits << 1n) | (strength > middle ? 1n : 0n)
  return bits.toString(16).padStart(16, '0')
}

const FAINT = 8

const COSINES = Array.from({ length: WAVES }, (_, wave) =>
  Float64Array.from({ length: LOOK_SIDE }, (_, at) => Math.cos(((2 * at + 1) * wave * Math.PI) / (2 * LOOK_SIDE))),
)

// Rows first, then columns: the two-dimensional transform, of which only the corner is needed.
function lowestWaves(grey: Uint8Array): number[] {
  const rows = Array.from({ length: LOOK_SIDE }, (_, y) =>
    COSINES.map((cosine) => sum((x) => (cosine[x] ?? 0) * (grey[y * LOOK_SIDE + x] ?? 0))),
  )
  return COSINES.flatMap((cosine) => COSINES.map((_, wave) => sum((y) => (cosine[y] ?? 0) * (rows[y]?.[wave] ?? 0))))
}

function sum(of: (at: number) => number): number {
  let total = 0
  for (let at = 0; at < LOOK_SIDE; at++) total += of(at)
  return total
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}
