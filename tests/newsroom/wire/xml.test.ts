// The escaper of everything that leaves as XML.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { xmlCdata, xmlText } from '#app/newsroom/wire/xml.ts'

test('markup characters are escaped and emoji are kept', () => {
  expect(xmlText(`<b a="1">Tom & 'Jerry' 🚜</b>`)).toBe(
    '&lt;b a=&quot;1&quot;&gt;Tom &amp; &apos;Jerry&apos; 🚜&lt;/b&gt;',
  )
})

test('characters that XML forbids are dropped, half an emoji among them', () => {
  expect(xmlText('a\u0000b\u0008c\u000bd\ufffee\ud83df\udc00g\tk\n')).toBe('abcdefg\tk\n')
})

test('nothing inside ends a CDATA section early', () => {
  expect(xmlCdata('a]]>b')).toBe('<![CDATA[a]]]]><![CDATA[>b]]>')
  fc.assert(
    fc.property(fc.array(fc.constantFrom(']', '>', 'a', '<![CDATA[', ']]>', '\u0000')), (parts) => {
      const sections = xmlCdata(parts.join('')).match(/<!\[CDATA\[[\s\S]*?\]\]>/g) ?? []
      expect(sections.map((section) => section.slice(9, -3)).join('')).toBe(parts.join('').replaceAll('\u0000', ''))
    }),
  )
})
