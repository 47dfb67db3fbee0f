// Snippets: the hits are marked where they stand, nothing of the text is lost or invented, no word is cut.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Run } from '#app/newsroom/press/archive-search.ts'
import { markedText, snippetOf } from '#app/newsroom/press/snippet.server.ts'

const shown = (runs: Run[]) => runs.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')
const words = (...sought: string[]) => ({ words: sought, phrases: [] })

test('hits are marked as they are written, whatever marks their letters have', () => {
  expect(shown(markedText('The Café by the café-bar', words('cafe')))).toBe('The [Café] by the [café]-bar')
  expect(shown(markedText('فُتِحَ الجسرُ', words('فتح')))).toBe('[فُتِحَ] الجسرُ')
  expect(shown(markedText('Мостът е мост', words('мост')))).toBe('Мостът е [мост]')
})

test('words beside each other are one hit, and only where they stand so', () => {
  const sought = { words: ['river'], phrases: [['the', 'river']] }
  expect(shown(markedText('The river. A river, the  river', sought))).toBe('[The river]. A [river], [the  river]')
})

test('the piece shown is where the most different words stand', () => {
  const text = `The ferry. ${'Nothing here. '.repeat(60)}The ferry and the bridge are closed. ${'And so on. '.repeat(60)}`
  const snippet = shown(snippetOf(text, words('ferry', 'bridge')))
  expect(snippet).toContain('[ferry] and the [bridge] are closed')
  expect(snippet.startsWith('… ')).toBe(true)
  expect(snippet.endsWith(' …')).toBe(true)
})

test('without a hit it is the beginning, and a short text is whole', () => {
  expect(shown(snippetOf('A short\n\ntext.', words('bridge')))).toBe('A short text.')
  expect(shown(snippetOf('', words('bridge')))).toBe('')
})

test('runs put together are the text again', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
      (text, word) => {
        expect(
          markedText(text, words(word, 'a'))
            .map((run) => run.text)
            .join(''),
        ).toBe(text)
        snippetOf(text.repeat(5), words(word, 'a'))
      },
    ),
  )
})

test('a text whose letters keep their places shows the same hits as one whose letters do not', () => {
  const word = fc.constantFrom(
    'the',
    'Ferry',
    'café',
    'мост',
    'Мостът',
    'ѝ',
    'й',
    'и',
    'جسر',
    'ﻣ',
    'ß',
    'x2',
    '½',
    'Σς',
    '𝒜',
    'ͺ',
  )
  const between = fc.constantFrom(' ', ', ', '-', '“', '\n', '.', '…', '')
  const sought = {
    words: ['the', 'мост', 'и', 'جسر', 'x2', 'a'],
    phrases: [
      ['ferry', 'the'],
      ['the', 'the'],
      ['cafe', 'мостът'],
    ],
  }
  fc.assert(
    fc.property(fc.array(fc.tuple(word, between), { maxLength: 30 }), (pieces) => {
      const text = pieces.flat().join('')
      const marked = shown(markedText(`${text} e\u0301`, sought)) // a mark of its own
      expect(`${shown(markedText(text, sought))} e\u0301`).toBe(marked)
    }),
    { numRuns: 500 },
  )
})
