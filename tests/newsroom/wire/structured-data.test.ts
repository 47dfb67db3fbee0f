// What a page says of itself to machines: plain blocks of schema.org, true to what the page shows.
import { expect, test } from 'vitest'
import type { EditionPage } from '#app/newsroom/press/edition.ts'
import type { PaperFrame } from '#app/newsroom/press/paper-frame.ts'
import { type ShotShape, shotShapes, shotSize } from '#app/newsroom/wire/drawings.ts'
import {
  breadcrumbs,
  liveBlog,
  newsArticle,
  newsOrganization,
  profilePage,
  webSite,
} from '#app/newsroom/wire/structured-data.ts'
import { drawing } from '../press/printed-story.ts'

const SITE = 'https://courier.example.org'

const outlet: PaperFrame['outlet'] = {
  name: 'The Test Courier',
  shortName: 'Courier',
  tagline: '',
  language: 'en',
  timeZone: 'UTC',
  about: 'A paper for tests.',
  social: [{ name: 'Mastodon', url: 'https://social.example.org/@courier' }],
  deskName: 'News desk',
  accent: 'red',
  fediverse: '',
  policies: [],
}

const edition: EditionPage = {
  slug: 'bridge',
  headline: 'Bridge opens',
  standfirst: 'After two years.',
  place: 'Panagyurishte',
  language: 'bg',
  byline: { name: 'Night owl', handle: 'night-owl' },
  coBylines: [],
  section: { slug: 'exercises', name: 'Exercises' },
  topics: [{ slug: 'border', name: 'The border' }],
  html: '<p>Words</p>',
  words: 440,
  checked: ['place'],
  lead: drawing,
  publishedAt: '2026-11-24T11:00:00.000Z',
  updatedAt: '2026-11-24T12:00:00.000Z',
  changes: [{ kind: 'correction', note: 'It is 90 metres long.', at: '2026-11-24T12:00:00.000Z' }],
  related: { topic: null, teasers: [] },
}

test('a story: who, when, where, what was checked, what was corrected, in one block', () => {
  const block = newsArticle(edition, 'The desk checked: place.', outlet, SITE)
  expect(block['@type']).toBe('NewsArticle')
  expect(block).toMatchObject({
    '@context': 'https://schema.org',
    additionalType: 'https://schema.org/ReportageNewsArticle',
    headline: 'Bridge opens',
    inLanguage: 'bg',
    mainEntityOfPage: `${SITE}/stories/bridge`,
    datePublished: '2026-11-24T11:00:00.000Z',
    dateModified: '2026-11-24T12:00:00.000Z',
    dateline: 'Panagyurishte',
    backstory: 'The desk checked: place.',
    publishingPrinciples: `${SITE}/editorial-team`,
    author: { '@type': 'Person', name: 'Night owl', url: `${SITE}/contributors/night-owl` },
    publisher: { '@type': 'NewsMediaOrganization', name: 'The Test Courier' },
    correction: [
      { '@type': 'CorrectionComment', text: 'It is 90 metres long.', datePublished: '2026-11-24T12:00:00.000Z' },
    ],
  })
  expect(JSON.stringify(block)).not.toContain('@graph')
})

test('the picture comes in three shapes, each with the size that it has', () => {
  const { image } = JSON.parse(JSON.stringify(newsArticle(edition, '', outlet, SITE)))
  expect(image).toEqual(
    [
      ['1x1', '900', '900'],
      ['4x3', '1200', '900'],
      ['16x9', '1600', '900'],
    ].map(([shape, width, height]) => ({
      '@type': 'ImageObject',
      url: `${SITE}/stories/bridge/shots/${shape}.jpeg`,
      width,
      height,
      caption: 'A bridge',
      creditText: 'Drawing: desk',
    })),
  )
  for (const [width, height] of [
    [400, 1600],
    [1600, 201],
    [333, 777],
    [200, 200],
  ] as const)
    for (const shape of Object.keys(shotShapes) as ShotShape[]) {
      const size = shotSize({ width, height }, shape)
      expect(size.width).toBeLessThanOrEqual(width)
      expect(size.height).toBeLessThanOrEqual(height)
      expect(Math.abs(size.width - size.height * shotShapes[shape])).toBeLessThan(2)
    }
})

test('without a picture the drawn card stands; what is not known is not said', () => {
  const bare: EditionPage = { ...edition, lead: null, place: '', topics: [], changes: [], updatedAt: null }
  const block = JSON.parse(JSON.stringify(newsArticle(bare, '', outlet, SITE)))
  expect(block.image).toEqual([
    { '@type': 'ImageObject', url: `${SITE}/stories/bridge/card.png`, width: '1200', height: '630' },
  ])
  expect(block.dateModified).toBe(block.datePublished)
  for (const name of ['dateline', 'keywords', 'correction', 'backstory']) expect(block).not.toHaveProperty(name)
})

test('a withheld name is nowhere: the paper signs', () => {
  const withheld: EditionPage = { ...edition, byline: { name: '', handle: null } }
  const block = newsArticle(withheld, '', outlet, SITE)
  expect(block).toMatchObject({ author: { '@type': 'NewsMediaOrganization', name: 'The Test Courier' } })
  expect(JSON.stringify(block)).not.toMatch(/owl|Person/)
})

test('the paper, its site, a by-line, the way to a page', () => {
  expect(newsOrganization(outlet, SITE)).toMatchObject({
    '@type': 'NewsMediaOrganization',
    url: `${SITE}/`,
    sameAs: ['https://social.example.org/@courier'],
    logo: { url: `${SITE}/icons/512.png` },
  })
  expect(webSite(outlet, SITE)).toMatchObject({ '@type': 'WebSite', alternateName: 'Courier' })
  expect(profilePage({ handle: 'night-owl', name: 'Night owl', about: '' }, SITE)).toMatchObject({
    '@type': 'ProfilePage',
    mainEntity: { '@type': 'Person', name: 'Night owl', url: `${SITE}/contributors/night-owl` },
  })
  const steps = [
    { name: 'Front page', path: '/' },
    { name: 'Exercises', path: '/sections/exercises' },
  ]
  expect(breadcrumbs(steps, SITE)).toMatchObject({
    itemListElement: [
      { position: 1, name: 'Front page', item: `${SITE}/` },
      { position: 2, name: 'Exercises', item: `${SITE}/sections/exercises` },
    ],
  })
})

test('policies are named where they have a page, and only there', () => {
  const rules = ['publishingPrinciples', 'correctionsPolicy', 'ethicsPolicy', 'ownershipFundingInfo'] as const
  const said = (policies: typeof outlet.policies) => {
    const block = JSON.parse(JSON.stringify(newsOrganization({ ...outlet, policies }, 'https://example.org')))
    return rules.map((rule) => block[rule])
  }
  expect(said([])).toEqual(['https://example.org/editorial-team', undefined, undefined, undefined])
  expect(said(['editorial', 'corrections', 'ethics', 'ownership', 'privacy'])).toEqual(
    ['editorial', 'corrections', 'ethics', 'ownership'].map((name) => `https://example.org/policies/${name}`),
  )
})

test('live coverage: entries with their times and signers, none that was removed, an end only once there is one', () => {
  const at = '2026-11-24T12:00:00.000Z'
  const entry = {
    id: 'one',
    version: 2,
    at,
    title: '',
    html: '<p>It moves.</p>',
    text: 'It moves.\n\nSlowly.',
    byline: { name: 'Heron', handle: null },
    isKey: false,
    corrections: [{ at: '2026-11-24T12:05:00.000Z', note: 'Slowly.' }],
    removed: null,
    photo: null,
    story: null,
  }
  const removed = { ...entry, id: 'two', html: '', text: '', byline: null, removed: { at, reason: 'Fog.' } }
  const live = {
    id: 'live',
    title: 'The parade',
    language: 'en',
    openedAt: at,
    closedAt: null,
    closing: '',
    updatedAt: at,
    pinned: [],
    keyEvents: [],
    entries: [{ ...entry, byline: null, corrections: [] }, entry, removed],
    next: null,
    isNewest: true,
    earlier: [],
  }
  const block = liveBlog(live, { slug: 'parade', name: 'Parade' }, outlet, SITE)
  expect(block).toMatchObject({
    '@type': 'LiveBlogPosting',
    headline: 'The parade',
    coverageStartTime: at,
    liveBlogUpdate: [
      { author: { '@type': 'NewsMediaOrganization' }, datePublished: at, dateModified: at },
      {
        headline: 'It moves.',
        url: `${SITE}/topics/parade?entry=one#entry-one`,
        author: { '@type': 'Person', name: 'Heron' },
        dateModified: '2026-11-24T12:05:00.000Z',
      },
    ],
  })
  expect(block.liveBlogUpdate).toHaveLength(2)
  expect(block).not.toHaveProperty('coverageEndTime')
  expect(liveBlog({ ...live, closedAt: at }, { slug: 'parade', name: 'Parade' }, outlet, SITE).coverageEndTime).toBe(at)
})
