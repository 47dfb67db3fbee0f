// The prints of texts: they estimate how much two texts share, in every script, and find what is nearly the same.
import { expect, test } from 'vitest'
import {
  bandsOf,
  estimatedLikeness,
  foldedWords,
  likeness,
  sharedStretches,
  shinglesOf,
  signatureOf,
} from '#app/newsroom/desk/text-likeness.ts'

let seed = 1
function chance(below: number): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return Math.floor((seed / 2 ** 32) * below)
}

const alphabets = ['abcdefghijklmnoprstuvz', 'абвгдежзийклмнопрстуфхцчшщъьюя', 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي']

function anyWords(count: number): string[] {
  const letters = alphabets[chance(alphabets.length)] ?? ''
  const word = () => Array.from({ length: 2 + chance(7) }, () => letters[chance(letters.length)]).join('')
  const known = Array.from({ length: 400 }, word)
  return Array.from({ length: count }, () => known[chance(known.length)] ?? '')
}

/** The same text with some words changed, taken out and moved. */
function rewritten(words: string[], edits: number): string[] {
  const copy = [...words]
  for (let edit = 0; edit < edits; edit++) {
    const at = chance(copy.length)
    const kind = chance(3)
    if (kind === 0) copy.splice(at, 1, 'changed')
    else if (kind === 1) copy.splice(at, 1 + chance(4))
    else copy.splice(chance(copy.length), 0, ...copy.splice(at, 1 + chance(30)))
  }
  return copy
}

const printOf = (text: string) => {
  const shingles = shinglesOf(text)
  const signature = signatureOf(shingles)
  if (!signature) throw new Error('a text without a print')
  return { shingles, signature, bands: bandsOf(signature) }
}

test('the estimate is the true likeness, within four standard deviations, over 400 pairs of documents', () => {
  let off = 0
  for (let pair = 0; pair < 400; pair++) {
    const words = anyWords(120 + chance(500))
    const one = printOf(words.join(' '))
    const other = printOf(rewritten(words, chance(80)).join(' '))
    const truth = likeness(one.shingles, other.shingles)
    const estimate = estimatedLikeness(one.signature, other.signature)
    const deviation = Math.sqrt((truth * (1 - truth)) / 96)
    expect(Math.abs(estimate - truth), `true ${truth}, estimated ${estimate}`).toBeLessThanOrEqual(
      4 * deviation + 0.011,
    )
    off += estimate - truth
  }
  expect(Math.abs(off / 400)).toBeLessThan(0.01) // and it leans to neither side
})

test('texts that share half of their runs share a band nearly always, unrelated ones nearly never', () => {
  let near = 0
  let found = 0
  let stray = 0
  for (let pair = 0; pair < 600; pair++) {
    const words = anyWords(200 + chance(300))
    const one = printOf(words.join(' '))
    const other = printOf(rewritten(words, 4 + chance(20)).join(' '))
    const unrelated = printOf(anyWords(300).join(' '))
    const shared = one.bands.some((band, at) => band === other.bands[at])
    if (likeness(one.shingles, other.shingles) >= 0.5) {
      near += 1
      if (shared) found += 1
    }
    if (one.bands.some((band, at) => band === unrelated.bands[at])) stray += 1
  }
  expect(near).toBeGreaterThan(100)
  expect(found / near).toBeGreaterThan(0.97)
  expect(stray).toBeLessThan(4)
})

test('case, accents, vowel marks, punctuation and spacing make no difference', () => {
  const same: [string, string][] = [
    ['The bridge at Panagyurishte is open again.', '“THE BRIDGE – at  Panagyurishte, is open again!”'],
    ['Café à la gare de l’Est', 'cafe a la gare de l est'],
    ['Мостът над Луда Яна е отворен отново.', 'МОСТЪТ НАД ЛУДА ЯНА Е ОТВОРЕН ОТНОВО'],
    ['فُتِحَ الجِسْرُ أمام المارّة في المدينة', 'فتح الجسر امام المارة فى المدينه'],
    ['الجســر فوق النهــر', 'الجسر فوق النهر'],
  ]
  for (const [one, other] of same) expect(foldedWords(other), one).toEqual(foldedWords(one))
  expect(foldedWords('橋は開いた')).toEqual(['橋', 'は', '開', 'い', 'た'])
})

test('a copy is wholly alike, another story is not, and a few words have no print', () => {
  const report = anyWords(300).join(' ')
  expect(likeness(shinglesOf(report), shinglesOf(report.toUpperCase()))).toBe(1)
  expect(likeness(shinglesOf(report), shinglesOf(anyWords(300).join(' ')))).toBeLessThan(0.02)
  expect(signatureOf(shinglesOf('Four words are not.'))).toBeNull()
  expect(likeness(new Set(), new Set())).toBe(0)
})

test('what two texts both say is marked in each, and no letter of either is lost', () => {
  const mine = 'On Monday – the bridge over the Luda Yana was opened again, said Élise.'
  const theirs = 'The BRIDGE over the Luda Yana was opened, said nobody.'
  expect(sharedStretches(mine, shinglesOf(theirs))).toEqual([
    { words: 'On Monday – ', shared: false },
    { words: 'the bridge over the Luda Yana was opened', shared: true },
    { words: ' again, said Élise.', shared: false },
  ])
  for (let round = 0; round < 200; round++) {
    const words = anyWords(60)
    const text = words.join(chance(2) ? ', ' : '\n\n')
    const other = rewritten(words, chance(12)).join(' ')
    const stretches = sharedStretches(text, shinglesOf(other))
    expect(stretches.map((stretch) => stretch.words).join('')).toBe(text)
    const isAllShared = stretches.every(({ shared, words: some }) => shared || foldedWords(some).length === 0)
    if (text === other) expect(isAllShared).toBe(true)
  }
  expect(sharedStretches('', new Set())).toEqual([])
})
