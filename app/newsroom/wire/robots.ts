// What machines are told about the paper's addresses.

/** robots.txt: everything for readers is open, the rooms behind the doors are not listed. */
export function robotsTxt(siteUrl: string): string {
  return [
    'User-agent: *',
    ...['/my/', '/desk', '/admin', '/account', '/moves/', '/notes/'].map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${siteUrl}/sitemap.xml`,
    '',
  ].join('\n')
}
