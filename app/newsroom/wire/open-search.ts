// What a browser reads to search the paper from its own address bar (OpenSearch 1.1).
import type { OutletSettings } from '#app/newsroom/outlet/settings.ts'
import { xmlElement, xmlText } from './xml.ts'

export const openSearchType = 'application/opensearchdescription+xml'

/** The description as XML; `about` says what is searched. `siteUrl` has no slash at its end. */
export function openSearch(outlet: OutletSettings, about: string, siteUrl: string): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    xmlElement('ShortName', cut(outlet.shortName || outlet.name, 16)),
    xmlElement('LongName', cut(outlet.name, 48)),
    xmlElement('Description', cut(about, 1024)),
    `<Url type="text/html" template="${xmlText(`${siteUrl}/search?q={searchTerms}`)}"/>`,
    `<Url type="${openSearchType}" rel="self" template="${xmlText(`${siteUrl}/opensearch.xml`)}"/>`,
    `<Image width="192" height="192" type="image/png">${xmlText(`${siteUrl}/icons/192.png`)}</Image>`,
    xmlElement('Language', outlet.language),
    '<InputEncoding>UTF-8</InputEncoding>',
    '<OutputEncoding>UTF-8</OutputEncoding>',
    '</OpenSearchDescription>',
    '',
  ].join('\n')
}

// The lengths are those of the format, in letters; no letter is cut in two.
function cut(text: string, longest: number): string {
  return [...text].slice(0, longest).join('').trim()
}
