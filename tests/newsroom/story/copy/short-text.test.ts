// Short texts of the house: what is typed becomes headings, lists and links, and nothing else becomes anything.
import { expect, test } from 'vitest'
import { blocksOfText, htmlOfBlocks, plainTextOfBlocks, textOfBlocks } from '#app/newsroom/story/copy/short-text.ts'

const typed = `We say who we are.\r\n\r\n## How\n\n- one\n- *two*\n\n\n\nSee [the rules](/policies/ethics).`

test('blank lines divide blocks, and a text area shows them again', () => {
  const blocks = blocksOfText(typed)
  expect(blocks).toEqual(['We say who we are.', '## How', '- one\n- *two*', 'See [the rules](/policies/ethics).'])
  expect(blocksOfText(textOfBlocks(blocks))).toEqual(blocks)
  expect(blocksOfText(' \n\n \n')).toEqual([])
})

test('headings stand below the one above them, lists and links are such', () => {
  const blocks = blocksOfText(typed)
  const html = htmlOfBlocks(blocks, { under: 1 }, 'en')
  expect(html).toContain('<h2>How</h2>')
  expect(html).toContain('<ul><li>one</li>')
  expect(html).toContain('<strong>two</strong>')
  expect(html).toContain('<a href="/policies/ethics" rel="noopener noreferrer">the rules</a>')
  expect(htmlOfBlocks(blocks, { under: 2 }, 'en')).toContain('<h3>How</h3>')
})

test('old texts of one paragraph a block stay what they were', () => {
  expect(htmlOfBlocks(['One.', 'Two.'], { under: 1 }, 'en')).toBe('<p>One.</p><p>Two.</p>')
})

test('markup, scripts and addresses that mislead are words', () => {
  const html = htmlOfBlocks(
    ['<script>alert(1)</script>', '[x](javascript:alert(1))', '[y](https://a@b.example/)', '[picture 1]'],
    { under: 1 },
    'en',
  )
  expect(html).not.toMatch(/<script|href=/)
  expect(html).toContain('&lt;script&gt;')
  expect(html).toContain('[picture 1]')
})

test('for descriptions the notation is gone', () => {
  expect(plainTextOfBlocks(['See [the *rules*](https://a.example/).'])).toBe('See the rules.')
})
