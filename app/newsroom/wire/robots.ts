// What machines are told about the paper's addresses.
import type { OutletSettings } from '#app/newsroom/outlet/settings.ts'

/** Crawlers that say of themselves that they gather words to train models; those that only answer questions are not here. */
export const trainingCrawlers = [
  'AI2Bot',
  'Amazonbot',
  'anthropic-ai',
  'Applebot-Extended',
  'Bytespider',
  'CCBot',
  'ClaudeBot',
  'cohere-training-data-crawler',
  'Diffbot',
  'Google-Extended',
  'GPTBot',
  'Meta-ExternalAgent',
  'omgili',
  'PanguBot',
] as const

// Lists of results are made anew for every question: the stories themselves are in the sitemap.
const notListed = '/search?'
const behindDoors = ['/my/', '/desk', '/admin', '/account', '/moves/', '/notes/']

/** robots.txt (RFC 9309): everything for readers is open to those the outlet lets in, but the rooms behind the doors and lists of results. */
export function robotsTxt(siteUrl: string, policy: OutletSettings['wire']['trainingCrawlers']): string {
  const refused =
    policy === 'allow' ? [] : [...trainingCrawlers.map((agent) => `User-agent: ${agent}`), 'Disallow: /', '']
  return [
    'User-agent: *',
    ...[...behindDoors, notListed].map((path) => `Disallow: ${path}`),
    '',
    ...refused,
    `Sitemap: ${siteUrl}/sitemap.xml`,
    '',
  ].join('\n')
}
