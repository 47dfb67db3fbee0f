// Emphasis and links as they are written in a plain text area, and back.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CopyMark, type CopyNode, checkCopy } from '#app/newsroom/story/copy/check-copy.ts'
import { copyFromText, copyToText } from '#app/newsroom/story/copy/copy-facts.ts'
import { bold, copyOf, italic, link, note, p, text } from './sample-copy.ts'

test('bold, italic and links are written by signs', () => {
  const copy = copyOf(
    p(
      'A ',
      text('loud', bold),
      ' and ',
      text('soft', italic),
      ' word, ',
      text('both', bold, italic),
      ', ',
      text('see', link),
      '.',
    ),
  )
  expect(copyToText(copy)).toBe('A *loud* and _soft_ word, *_both_*, [see](https://example.org/a).')
  expect(copyFromText(copyToText(copy))).toEqual(copy)
})

test('inside a word the signs are doubled', () => {
  const copy = copyOf(p('un', text('believ', bold), 'able ', text('half', italic), 'way'))
  expect(copyToText(copy)).toBe('un**believ**able __half__way')
  expect(copyFromText(copyToText(copy))).toEqual(copy)
})

test('a sign that means itself gets a backslash, and names with lines in them need none', () => {
  const copy = copyOf(p('2 * 3, snake_case, _x_, [a](b), C:\\*'))
  expect(copyToText(copy)).toBe('2 \\* 3, snake_case, \\_x\\_, \\[a](b), C:\\\\\\*')
  expect(copyFromText(copyToText(copy))).toEqual(copy)
})

test('what a person types is read as they mean it', () => {
  const read = (words: string) => copyFromText(words).content[0]
  expect(read('*Note:* see [*the* report](https://example.org/a).')).toEqual(
    p(text('Note:', bold), ' see ', text('the', link, bold), text(' report', link), '.'),
  )
  expect(read('a * b * c, 5* hotel, https://example.org/a_b_c and *open')).toEqual(
    p('a * b * c, 5* hotel, https://example.org/a_b_c and *open'),
  )
  expect(read('**two** _one *inner* one_')).toEqual(
    p(text('two', bold), ' ', text('one ', italic), text('inner', bold, italic), text(' one', italic)),
  )
})

test('emphasis lives through an edit of its paragraph, and a note of the desk with it', () => {
  const before = copyOf(p('It ', text('began', bold), ' on ', text('October 16', note), '.'))
  expect(copyFromText(copyToText(before).replace('It ', 'It all '), before)).toEqual(
    copyOf(p('It all ', text('began', bold), ' on ', text('October 16', note), '.')),
  )
})

test('whatever is bold, italic or linked comes back as it was, letter by letter', { timeout: 60_000 }, () => {
  const words = fc
    .array(
      fc.constantFrom('a', 'Б', 'ع', '1', ' ', '*', '_', '\\', '.', ',', '[', ']', '(', ')', '😀', '**', '`', '!'),
      { minLength: 1, maxLength: 6 },
    )
    .map((parts) => parts.join(''))
  const marks = fc.subarray<CopyMark>([bold, italic, link])
  const inline = fc.array(fc.tuple(words, marks), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(inline, (parts) => {
      // An address cannot be written around brackets; such a link is not written at all, and spaces at the edges are cut.
      const content = parts.map(([said, given]) =>
        text(
          said,
          ...(/[[\]]/.test(parts.map(([one]) => one).join('')) ? given.filter(({ type }) => type !== 'link') : given),
        ),
      )
      const copy = copyOf(p(text('x'), ...content, text('y')))
      const back = copyFromText(copyToText(copy))
      expect(checkCopy(back).ok).toBe(true)
      expect(letters(back.content[0])).toEqual(letters(copy.content[0]))
    }),
    { numRuns: 5000 },
  )
})

/** Every letter with its marks; whether a space is bold nobody sees. */
function letters(node: CopyNode | undefined): string[] {
  return (node?.content ?? []).flatMap(({ text: said = '', marks = [] }) =>
    [...said].map((letter) => {
      const seen = marks.map(({ type }) => type).filter((type) => letter !== ' ' || type === 'link')
      return `${letter} ${seen.sort().join(' ')}`.trimEnd()
    }),
  )
}
