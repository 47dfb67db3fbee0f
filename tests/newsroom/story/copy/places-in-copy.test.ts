// A place that was spoken about is found again with its words, or is said to be changed or gone; never on other words.
import { Node } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import type { Copy } from '#app/newsroom/story/copy/check-copy.ts'
import { type Anchor, carryAnchor, diffCopies } from '#app/newsroom/story/copy/compare-copy.ts'
import { LONGEST_QUOTE, paragraphsOf, placeOf } from '#app/newsroom/story/copy/places-in-copy.ts'
import { copySchema } from '#app/newsroom/story/copy/story-extensions.ts'
import { editedAtRandom } from './random-edits.ts'
import { type Chance, copyOf, p, randomCopy, seeded } from './sample-copy.ts'

const wordsAt = (copy: Copy, { from, to }: Anchor) => Node.fromJSON(copySchema, copy).textBetween(from, to, ' ')

test('over random edits a place has its own words, or is reported as changed or detached', { timeout: 180_000 }, () => {
  const states = { exact: 0, moved: 0, changed: 0, detached: 0 }
  for (let seed = 0; seed < 1500; seed++) {
    const chance = seeded(seed * 13 + 1)
    const before = randomCopy(seed)
    const anchor = somewhere(before, chance)
    if (!anchor) continue
    const after = editedAtRandom(before, chance, 1 + (seed % 9))
    const changes = diffCopies(before, after)
    const carried = carryAnchor(anchor, before, after, changes)
    states[carried.state]++
    const found = wordsAt(after, carried)
    if (carried.state === 'exact' || carried.state === 'moved') expect(found, `${seed}`).toBe(anchor.quote)
    if (carried.state === 'changed') expect(found, `${seed}`).not.toBe(anchor.quote)
    if (carried.state === 'detached') expect(found, `${seed}`).toBe('')
    expect(carried.quote).toBe(anchor.quote)
    // Words that no change touches are where they were, moved by what was written before them.
    const isTouched = changes.some(
      ({ kind, fromBefore, toBefore }) => kind !== 'attrs' && fromBefore < anchor.to && toBefore > anchor.from,
    )
    const isSplit = changes.some(
      ({ fromBefore, toBefore }) => fromBefore === toBefore && anchor.from < fromBefore && fromBefore < anchor.to,
    )
    if (!isTouched && !isSplit) expect(carried.state, `untouched ${seed}`).toBe('exact')
  }
  expect(
    Object.values(states).every((count) => count > 10),
    JSON.stringify(states),
  ).toBe(true)
})

test('through many saves, one after the other, a place is the same as by one comparison, or says that it is not', () => {
  for (let seed = 0; seed < 300; seed++) {
    const chance = seeded(seed * 17 + 3)
    const first = randomCopy(seed)
    const anchor = somewhere(first, chance)
    if (!anchor) continue
    let copy = first
    for (let save = 0; save < 4; save++) copy = editedAtRandom(copy, chance, 2)
    const carried = carryAnchor(anchor, first, copy)
    const said = wordsAt(copy, carried)
    expect(said === anchor.quote, `${seed}: ${carried.state}`).toBe(['exact', 'moved'].includes(carried.state))
  }
})

test('a selection is taken where its words stand, or where they stand nearest, or not at all', () => {
  const copy = copyOf(p('The bridge is open.'), p('Мостът е отворен.'), p('The bridge is new.'))
  const [first, second, third] = paragraphsOf(copy)
  expect([first?.quote, second?.quote, third?.quote]).toEqual([
    'The bridge is open.',
    'Мостът е отворен.',
    'The bridge is new.',
  ])
  const from = (first?.from ?? 0) + 4
  expect(placeOf(copy, { from, to: from + 6, quote: 'bridge' })).toEqual({ from, to: from + 6, quote: 'bridge' })
  const near = (third?.from ?? 0) + 5
  expect(placeOf(copy, { from: near, to: near + 6, quote: 'bridge' })?.from).toBe((third?.from ?? 0) + 4)
  expect(placeOf(copy, { from: 3, to: 9, quote: 'river' })).toBeNull()
  expect(placeOf(copy, { from: 5, to: 5, quote: '' })).toBeNull()
  expect(placeOf(copy, { from: 5, to: 1_000_000, quote: 'nothing' })).toBeNull()
})

test('a long selection is cut, and found again by its beginning', () => {
  const copy = copyOf(p('All of these words were said. '.repeat(40)))
  const [place] = paragraphsOf(copy)
  expect(place?.quote).toHaveLength(LONGEST_QUOTE)
  const whole = wordsAt(copy, { from: 1, to: 900, quote: '' })
  expect(placeOf(copy, { from: 1, to: 900, quote: whole })?.quote).toBe(whole.slice(0, LONGEST_QUOTE))
})

function somewhere(copy: Copy, chance: Chance): Anchor | null {
  const blocks = paragraphsOf(copy).filter(({ quote }) => quote.length > 12)
  const block = blocks[chance(blocks.length)]
  if (!block) return null
  const from = block.from + chance(Math.max(1, block.to - block.from - 8))
  const place = { from, to: Math.min(block.to, from + 4 + chance(20)), quote: '' }
  return placeOf(copy, { ...place, quote: wordsAt(copy, place) })
}
