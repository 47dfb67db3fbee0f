// The description by which browsers search the paper keeps to OpenSearch 1.1.
import { expect, test } from 'vitest'
import { newOutlet } from '#app/newsroom/outlet/settings.ts'
import { openSearch } from '#app/newsroom/wire/open-search.ts'
import { all, strictXml, textIn } from './strict-xml.ts'

const SITE = 'https://courier.example.org'

test('it has every part the format asks for, and a hostile name breaks nothing', () => {
  const name = 'Courier & <Sons> “of Panagyurishte” 🚜 and the whole of the valley below it'
  const xml = strictXml(openSearch({ ...newOutlet, name, language: 'bg' }, `Search – ${name}`, SITE))
  expect([xml.name, xml.attributes.xmlns]).toEqual(['OpenSearchDescription', 'http://a9.com/-/spec/opensearch/1.1/'])
  expect(textIn(xml, 'ShortName')).toBe('Courier & <Sons>')
  expect([...textIn(xml, 'LongName')].length).toBeLessThanOrEqual(48)
  expect(textIn(xml, 'Description')).toBe(`Search – ${name}`)
  expect(textIn(xml, 'Language')).toBe('bg')
  const urls = all(xml, 'Url').map(({ attributes }) => attributes)
  expect(urls).toEqual([
    { type: 'text/html', template: `${SITE}/search?q={searchTerms}` },
    { type: 'application/opensearchdescription+xml', rel: 'self', template: `${SITE}/opensearch.xml` },
  ])
})

test('a short name is taken as it is', () => {
  const outlet = { ...newOutlet, name: 'Balkan Defence Courier', shortName: 'Courier' }
  expect(textIn(strictXml(openSearch(outlet, 'Search', SITE)), 'ShortName')).toBe('Courier')
})
