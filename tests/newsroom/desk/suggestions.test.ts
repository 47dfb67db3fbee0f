// Any subset of the desk's changes is exactly that subset: all is the edit, none is what the reporter wrote.
import { expect, test } from 'vitest'
import { lineDifference, shownSuggestions } from '#app/newsroom/desk/shown-suggestions.ts'
import { editChanges, editSubset } from '#app/newsroom/desk/suggestions.ts'
import { type Copy, checkCopy } from '#app/newsroom/story/copy/check-copy.ts'
import { diffCopies, mergeCopies } from '#app/newsroom/story/copy/compare-copy.ts'
import type { StoryContent } from '#app/newsroom/story/story.ts'
import { editedAtRandom } from '../story/copy/random-edits.ts'
import { copyOf, p, randomCopy, seeded } from '../story/copy/sample-copy.ts'

const content = (copy: Copy, more: Partial<StoryContent> = {}): StoryContent => ({
  headline: 'Bridge opens',
  standfirst: 'It is open.',
  section: 'forces',
  topics: ['border'],
  byline: { kind: 'name', penName: '' },
  language: 'en',
  copy,
  ...more,
})

test('accepting all is the edit, rejecting all is the base, and a subset is the merge of just these', {
  timeout: 180_000,
}, () => {
  for (let seed = 0; seed < 1000; seed++) {
    const chance = seeded(seed * 7 + 3)
    const base = content(randomCopy(seed))
    const edited = content(editedAtRandom(base.copy, chance, 1 + (seed % 8)), {
      headline: chance(2) ? 'The bridge is open' : base.headline,
      standfirst: chance(2) ? 'At last.' : base.standfirst,
    })
    const changes = editChanges(base, edited)
    expect(new Set(changes.map(({ key }) => key)).size, `keys of ${seed}`).toBe(changes.length)
    expect(
      editSubset(base, edited, () => true),
      `all of ${seed}`,
    ).toEqual(edited)
    expect(
      editSubset(base, edited, () => false),
      `none of ${seed}`,
    ).toEqual(base)

    const taken = new Set(changes.filter(() => chance(2)).map(({ key }) => key))
    const inCopy = new Set(changes.filter(({ key }) => taken.has(key)).map(({ copyChange }) => copyChange))
    const subset = editSubset(base, edited, ({ key }) => taken.has(key))
    const wanted = mergeCopies(base.copy, edited.copy, diffCopies(base.copy, edited.copy), ({ id }) => inCopy.has(id))
    expect(subset.copy, `some of ${seed}`).toEqual(wanted)
    expect(checkCopy(subset.copy).ok, `legal ${seed}`).toBe(true)
    expect(subset.headline).toBe(taken.has('headline') ? edited.headline : base.headline)
    for (const { key, lines } of shownSuggestions(base, edited, changes))
      expect([key, lines.length > 0]).toEqual([key, true])
  }
})

test('a suggestion is shown in the words around it, other changes as the reporter wrote them', () => {
  const long =
    'Long before the bridge there was a ferry, and before the ferry there was a ford that nobody could use in spring, '
  const base = content(copyOf(p(`${long}and the mayor of the town was happy about it.`)))
  const edited = content(copyOf(p(`${long}and the old mayor of the town was glad about it.`)), {
    headline: 'The bridge opens',
  })
  const [headline, first, second] = shownSuggestions(base, edited, editChanges(base, edited))
  expect(headline?.lines[0]?.runs.map(({ text, state }) => [state, text])).toEqual([
    ['removed', 'Bridge'],
    ['added', 'The bridge'],
    ['same', ' opens'],
  ])
  expect(first?.lines[0]?.runs.map(({ text, state }) => [state, text])).toEqual([
    ['same', expect.stringMatching(/^… \S.* the $/)],
    ['added', 'old '],
    ['same', 'mayor of the town was '],
    ['same', 'happy'],
    ['same', ' about it.'],
  ])
  expect(second?.lines[0]?.runs.filter(({ state }) => state !== 'same').map(({ text }) => text)).toEqual([
    'happy',
    'glad',
  ])
})

test('Cyrillic and Arabic words are compared as words', () => {
  const states = (before: string, after: string) =>
    lineDifference(before, after).flatMap(({ runs }) => runs.map(({ state, text }) => [state, text]))
  expect(states('Мостът над реката е отворен', 'Мостът над реката е затворен')).toEqual([
    ['same', 'Мостът над реката е '],
    ['removed', 'отворен'],
    ['added', 'затворен'],
  ])
  expect(states('افتتح الجسر فوق النهر اليوم', 'افتتح الجسر فوق النهر أمس')).toEqual([
    ['same', 'افتتح الجسر فوق النهر '],
    ['removed', 'اليوم'],
    ['added', 'أمس'],
  ])
})
