// Fields of two versions together: what one changed is taken, what both changed is for their writer to choose.
import { expect, test } from 'vitest'
import { isSame, mergeFields } from '#app/ui/editor/merge-words.ts'

const base = {
  headline: 'A bridge',
  standfirst: 'It opens.',
  section: 'history',
  topics: ['border', 'river'],
  byline: { kind: 'name', penName: '' },
  sources: 'The mayor.\nHer deputy.\nA list.',
}

test('changes of different fields are both taken', () => {
  const merged = mergeFields(base, { ...base, headline: 'The bridge' }, { ...base, section: 'exercises' })
  expect(merged.isClean).toBe(true)
  expect(merged.mine).toEqual({ ...base, headline: 'The bridge', section: 'exercises' })
  expect(merged.theirs).toEqual(merged.mine)
})

test('the same change twice is one', () => {
  const same = { ...base, headline: 'The bridge' }
  expect(mergeFields(base, same, { ...same }).isClean).toBe(true)
})

test('two headlines are for their writer to choose, and the rest is merged both ways', () => {
  const merged = mergeFields(base, { ...base, headline: 'Mine', section: 'exercises' }, { ...base, headline: 'Theirs' })
  expect(merged).toEqual({
    isClean: false,
    mine: { ...base, headline: 'Mine', section: 'exercises' },
    theirs: { ...base, headline: 'Theirs', section: 'exercises' },
  })
})

test('topics are added and taken out by each side', () => {
  const { mine, isClean } = mergeFields(
    base,
    { ...base, topics: ['river', 'army'] },
    { ...base, topics: ['border', 'river', 'trade'] },
  )
  expect([mine.topics, isClean]).toEqual([['army', 'river', 'trade'], true])
})

test('sources are merged by lines that do not touch, and otherwise chosen', () => {
  const first = { ...base, sources: 'The mayor, by phone.\nHer deputy.\nA list.' }
  const last = { ...base, sources: 'The mayor.\nHer deputy.\nA list.\nA photo.' }
  const merged = mergeFields(base, first, last)
  expect([merged.isClean, merged.mine.sources]).toEqual([true, 'The mayor, by phone.\nHer deputy.\nA list.\nA photo.'])
  expect(mergeFields(base, first, { ...base, sources: 'A clerk.\nHer deputy.\nA list.' }).isClean).toBe(false)
})

test('a field that only one side knows is kept', () => {
  const more: typeof base & { aiUse?: string } = { ...base, aiUse: 'none' }
  expect(mergeFields<typeof more>(base, more, base)).toMatchObject({ isClean: true, mine: { aiUse: 'none' } })
})

test('the order of keys says nothing', () => {
  expect(isSame({ kind: 'pen', penName: 'X' }, { penName: 'X', kind: 'pen' })).toBe(true)
  expect(isSame({ kind: 'pen', penName: 'X' }, { kind: 'pen', penName: 'Y' })).toBe(false)
  expect(isSame(undefined, undefined)).toBe(true)
})
