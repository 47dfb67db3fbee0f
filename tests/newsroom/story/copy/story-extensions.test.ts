// The schema: what the document language contains, and that it needs no browser.
import { expect, test } from 'vitest'
import { copySchema } from '#app/newsroom/story/copy/story-extensions.ts'

test('the schema is made without a DOM and holds the nodes and marks of a story, no more', () => {
  expect(Object.keys(copySchema.nodes).sort()).toEqual([
    'blockquote',
    'bulletList',
    'correction',
    'dateline',
    'doc',
    'embed',
    'factBox',
    'figure',
    'hardBreak',
    'heading',
    'horizontalRule',
    'listItem',
    'orderedList',
    'paragraph',
    'pullQuote',
    'related',
    'text',
  ])
  expect(Object.keys(copySchema.marks).sort()).toEqual(['bold', 'editorNote', 'italic', 'link', 'topicLink'])
})

test('every attribute has a validator', () => {
  for (const type of [...Object.values(copySchema.nodes), ...Object.values(copySchema.marks)])
    for (const [name, attribute] of Object.entries(type.spec.attrs ?? {}))
      expect(typeof attribute.validate, `${type.name}.${name}`).toBe('function')
})
