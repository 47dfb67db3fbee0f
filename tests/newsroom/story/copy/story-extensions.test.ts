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

test('a link and a topic link never lie on the same words, and no mark lies twice', () => {
  const { link, topicLink, bold } = copySchema.marks
  expect(link?.excludes(topicLink as NonNullable<typeof topicLink>)).toBe(true)
  expect(topicLink?.excludes(link as NonNullable<typeof link>)).toBe(true)
  expect(link?.excludes(bold as NonNullable<typeof bold>)).toBe(false)
})

test('the validators refuse what would crash or mislead a page', () => {
  const attrs = (type: string, given: Record<string, unknown>) => () => copySchema.nodes[type]?.create(given).check()
  expect(attrs('figure', { pictureId: 'a' })).not.toThrow()
  expect(attrs('figure', { pictureId: 'https://example.org' })).toThrow(/id of small letters/)
  expect(attrs('heading', { level: 9 })).toThrow(/from 2 to 3/)
  expect(attrs('embed', { provider: 'evil', providerId: 'a' })).toThrow(/one of/)
})
