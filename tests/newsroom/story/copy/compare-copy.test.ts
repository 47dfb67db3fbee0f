// Comparing and merging: laws that hold for any two legal copies, tried on thousands of random ones.
import { Node } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { type Copy, checkCopy } from '#app/newsroom/story/copy/check-copy.ts'
import {
  type Anchor,
  carryAnchor,
  diffCopies,
  mergeCopies,
  mergeThreeWays,
} from '#app/newsroom/story/copy/compare-copy.ts'
import { copyText } from '#app/newsroom/story/copy/copy-facts.ts'
import { differingRuns } from '#app/newsroom/story/copy/differing-runs.ts'
import { copySchema } from '#app/newsroom/story/copy/story-extensions.ts'
import { editedAtRandom } from './random-edits.ts'
import { bold, copyOf, dateline, figure, heading, newsStory, p, randomCopy, seeded, text } from './sample-copy.ts'

/** How many random documents each law is tried on; `COPYDESK_FUZZ=20000` for a long run. */
const DOCUMENTS = Number(process.env.COPYDESK_FUZZ ?? 2000)
const LONG = 60_000 + DOCUMENTS * 60

test('equal copies have no changes', () => {
  const copy = newsStory(300)
  expect(diffCopies(copy, copy)).toEqual([])
  expect(diffCopies(copy, JSON.parse(JSON.stringify(copy)) as Copy)).toEqual([])
})

test('a rewritten phrase is one change, with the words of both', () => {
  const before = copyOf(p('The mayor opened the yard on Saturday morning with a short speech.'))
  const after = copyOf(p('The mayor opened the yard late on Sunday with a short speech.'))
  const changes = diffCopies(before, after)
  expect(changes.map(({ kind }) => kind)).toEqual(['inline', 'inline'])
  expect(changes[0]).toMatchObject({ removed: '', added: 'late ' })
  expect(changes[1]).toMatchObject({ removed: 'Saturday morning', added: 'Sunday' })
})

test('emphasis, attributes and block types are changes too', () => {
  const before = copyOf(dateline('Sofia'), p('It was cold in the yard.'), figure('yard'), p('What comes next'))
  const after = copyOf(
    dateline('Varna'),
    p('It was ', text('cold', bold), ' in the yard.'),
    figure('roof'),
    heading('What comes next'),
  )
  expect(diffCopies(before, after).map(({ kind, removed, added }) => [kind, removed, added])).toEqual([
    ['attrs', 'place: Sofia', 'place: Varna'],
    ['inline', 'cold', 'cold'],
    ['attrs', 'pictureId: yard', 'pictureId: roof'],
    ['attrs', 'paragraph', 'heading 2'],
  ])
})

test('all changes make the later copy, none the earlier, and any choice of them is legal', { timeout: LONG }, () => {
  for (let seed = 0; seed < DOCUMENTS; seed++) {
    const chance = seeded(seed * 104_729 + 55)
    const before = randomCopy(seed)
    const after =
      seed % 5 === 0 ? randomCopy(seed + 7_000_000) : editedAtRandom(before, chance, [1, 3, 10, 40][seed % 4] ?? 1)
    const changes = diffCopies(before, after)
    expect(
      mergeCopies(before, after, changes, () => true),
      `all of ${seed}`,
    ).toEqual(after)
    expect(
      mergeCopies(before, after, changes, () => false),
      `none of ${seed}`,
    ).toEqual(before)
    for (let choice = 0; choice < 3; choice++) {
      const taken = new Set(changes.filter(() => chance(2) === 0))
      const merged = mergeCopies(before, after, changes, (change) => taken.has(change))
      expect(faultsOf(merged), `choice of ${seed}`).toBe('')
    }
  }
})

test('taking changes one after another ends where taking them together does', { timeout: LONG }, () => {
  for (let seed = 0; seed < DOCUMENTS / 10; seed++) {
    const before = randomCopy(seed)
    const after = editedAtRandom(before, seeded(seed), 6)
    let current = before
    for (let rounds = 0; rounds < 200; rounds++) {
      const [first] = diffCopies(current, after)
      if (first === undefined) break
      current = mergeCopies(current, after, diffCopies(current, after), ({ id }) => id === first.id)
    }
    expect(current).toEqual(after)
  }
})

test('three-way merge: whoever changed nothing changes nothing, and the same change twice is one', {
  timeout: LONG,
}, () => {
  for (let seed = 0; seed < DOCUMENTS / 2; seed++) {
    const base = randomCopy(seed)
    const mine = editedAtRandom(base, seeded(seed * 17 + 5), 1 + (seed % 6))
    const theirs = editedAtRandom(base, seeded(seed * 31 + 9), 1 + (seed % 4))
    expect(mergeThreeWays(base, mine, base), `mine of ${seed}`).toEqual({ copy: mine, conflicts: [] })
    expect(mergeThreeWays(base, base, theirs), `theirs of ${seed}`).toEqual({ copy: theirs, conflicts: [] })
    expect(mergeThreeWays(base, mine, mine), `twice of ${seed}`).toEqual({ copy: mine, conflicts: [] })
    expect(faultsOf(mergeThreeWays(base, mine, theirs).copy), `both of ${seed}`).toBe('')
  }
})

test('two people in two paragraphs do not meet; in one sentence both texts are kept', () => {
  const base = copyOf(p('The first paragraph speaks of bridges.'), p('The second paragraph speaks of boats.'))
  const mine = copyOf(p('The first paragraph speaks of old bridges.'), p('The second paragraph speaks of boats.'))
  const theirs = copyOf(p('The first paragraph speaks of bridges.'), p('The second paragraph speaks of ships.'))
  expect(mergeThreeWays(base, mine, theirs)).toEqual({
    copy: copyOf(p('The first paragraph speaks of old bridges.'), p('The second paragraph speaks of ships.')),
    conflicts: [],
  })
  const other = copyOf(p('The first paragraph speaks of bridges.'), p('The second paragraph speaks of ferries.'))
  const met = mergeThreeWays(base, other, theirs)
  expect(met.copy).toEqual(theirs)
  expect(met.conflicts.map(({ mine, theirs }) => [mine.added, theirs.added])).toEqual([['ferries', 'ships']])
})

test('every word that both added is in the merged copy or in a conflict', { timeout: LONG }, () => {
  const base = copyOf(
    ...['one', 'two', 'three', 'four'].map((word) => p(`Paragraph ${word} says its sentence and then it ends.`)),
  )
  for (let seed = 0; seed < DOCUMENTS / 10; seed++) {
    const chance = seeded(seed)
    const added = (who: string) => {
      const content = base.content.map((node, index) =>
        chance(2) === 0 ? node : p(`Paragraph ${who}${index} says its sentence and then it ends.`),
      )
      return copyOf(...content)
    }
    const [mine, theirs] = [added('mine'), added('theirs')]
    const merged = mergeThreeWays(base, mine, theirs)
    const told = `${copyText(merged.copy)} ${merged.conflicts.map((conflict) => `${conflict.mine.added} ${conflict.theirs.added}`).join(' ')}`
    for (const word of `${copyText(mine)} ${copyText(theirs)}`.match(/(mine|theirs)\d/g) ?? [])
      expect(told).toContain(word)
  }
})

test('an anchor stays with its words, moves with them, and says when they changed or went', () => {
  const before = copyOf(p('The mayor spoke first.'), p('Then the curator thanked the volunteers of the town.'))
  const anchor = anchorOn(before, 'thanked the volunteers')
  const carried = (...blocks: Parameters<typeof copyOf>) => carryAnchor(anchor, before, copyOf(...blocks))
  expect(
    carried(p('Early on, the mayor spoke first.'), p('Then the curator thanked the volunteers of the town.')).state,
  ).toBe('exact')
  expect(carried(p('Then the curator thanked the volunteers of the town.'), p('The mayor spoke first.')).state).toMatch(
    /exact|moved/,
  )
  expect(
    carried(p('The mayor spoke first.'), p('Then the curator thanked all of the volunteers of the town.')).state,
  ).toBe('changed')
  expect(carried(p('The mayor spoke first.')).state).toBe('detached')
})

test('a carried anchor always lies inside the document and says the truth about its words', { timeout: LONG }, () => {
  for (let seed = 0; seed < DOCUMENTS / 2; seed++) {
    const before = randomCopy(seed)
    const chance = seeded(seed)
    const size = docOf(before).content.size
    const from = chance(size)
    const to = Math.min(size, from + 1 + chance(30))
    const anchor = { from, to, quote: docOf(before).textBetween(from, to, ' ') }
    const after = editedAtRandom(before, chance, 5)
    const carried = carryAnchor(anchor, before, after)
    const doc = docOf(after)
    expect(carried.from).toBeGreaterThanOrEqual(0)
    expect(carried.to).toBeLessThanOrEqual(doc.content.size)
    if (carried.state === 'exact' || carried.state === 'moved')
      expect(doc.textBetween(carried.from, carried.to, ' ')).toBe(anchor.quote)
  }
})

test('differing runs rebuild the second list from the first', () => {
  for (let seed = 0; seed < 2000; seed++) {
    const chance = seeded(seed)
    const list = () => Array.from({ length: chance(12) }, () => chance(4))
    const [a, b] = [list(), list()]
    const rebuilt: number[] = []
    let seen = 0
    for (const [a0, a1, b0, b1] of differingRuns(a, b, Object.is)) {
      rebuilt.push(...a.slice(seen, a0), ...b.slice(b0, b1))
      seen = a1
    }
    expect([...rebuilt, ...a.slice(seen)]).toEqual(b)
  }
})

function faultsOf(copy: Copy): string {
  const answer = checkCopy(copy)
  return answer.ok ? '' : JSON.stringify(answer.faults)
}

function docOf(copy: Copy): Node {
  return Node.fromJSON(copySchema, copy)
}

function anchorOn(copy: Copy, quote: string): Anchor {
  let anchor: Anchor = { from: 0, to: 0, quote }
  docOf(copy).descendants((node, position) => {
    const index = node.isTextblock ? node.textContent.indexOf(quote) : -1
    if (index >= 0) anchor = { from: position + 1 + index, to: position + 1 + index + quote.length, quote }
  })
  return anchor
}
