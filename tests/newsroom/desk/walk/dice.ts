// Dice that fall the same way again for the same seed.

export type Dice = {
  /** 0 ≤ n < 1. */
  next(): number
  /** True in so many of a hundred throws. */
  chance(percent: number): boolean
  below(most: number): number
  one<T>(of: readonly T[]): T
}

/** Mulberry32: thirty-two bits of state, good enough to wander about. */
export function diceFrom(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (most: number) => Math.floor(next() * most)
  return {
    next,
    below,
    chance: (percent) => next() * 100 < percent,
    one: (of) => {
      const found = of[below(of.length)]
      if (found === undefined) throw new Error('nothing to choose from')
      return found
    },
  }
}
