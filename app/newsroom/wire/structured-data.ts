// What a page says of itself to machines, in the words of schema.org: standalone blocks, each one thing.
import type {
  BreadcrumbList,
  ImageObject,
  LiveBlogPosting,
  NewsArticle,
  NewsMediaOrganization,
  Person,
  ProfilePage,
  WebSite,
  WithContext,
} from 'schema-dts'
import type { PolicyName } from '#app/newsroom/outlet/policies.ts'
import type { EditionPage } from '#app/newsroom/press/edition.ts'
import type { LiveCoverageView, LiveEntryView } from '#app/newsroom/press/live-coverage.ts'
import type { PaperFrame } from '#app/newsroom/press/paper-frame.ts'
import { entryPath, nameOfEntry } from '#app/newsroom/topics/live.ts'
import { cardSize, type ShotShape, shotShapes, shotSize } from './drawings.ts'

type Outlet = PaperFrame['outlet']

/** One block of a page. */
export type DataBlock = WithContext<
  BreadcrumbList | LiveBlogPosting | NewsArticle | NewsMediaOrganization | ProfilePage | WebSite
>

const context = 'https://schema.org'

/**
 * A published story. `backstory` is what the desk checked, in a sentence; empty when nothing was recorded.
 * `site` has no slash at its end.
 */
export function newsArticle(
  edition: EditionPage,
  backstory: string,
  outlet: Outlet,
  site: string,
): WithContext<NewsArticle> {
  const url = storyUrl(site, edition.slug)
  return {
    '@context': context,
    '@type': 'NewsArticle',
    additionalType: 'https://schema.org/ReportageNewsArticle',
    headline: edition.headline,
    description: edition.standfirst,
    url,
    mainEntityOfPage: url,
    inLanguage: edition.language,
    datePublished: edition.publishedAt,
    dateModified: edition.updatedAt ?? edition.publishedAt,
    ...(edition.place && { dateline: edition.place }),
    ...(edition.section.name && { articleSection: edition.section.name }),
    ...(edition.topics.length > 0 && { keywords: edition.topics.map(({ name }) => name) }),
    wordCount: edition.words,
    isAccessibleForFree: true,
    image: picturesOf(edition, site),
    author: authorOf(edition, outlet, site),
    publisher: organization(outlet, site),
    publishingPrinciples: policyUrl(outlet, 'editorial', site) ?? `${site}/editorial-team`,
    ...(backstory && { backstory }),
    ...(edition.changes.length > 0 && {
      correction: edition.changes.map(({ note, at }) => ({
        '@type': 'CorrectionComment',
        text: note,
        datePublished: at,
      })),
    }),
  }
}

/** The live coverage of a hub: the entries that stand on its page, without those that were removed. */
export function liveBlog(
  live: LiveCoverageView,
  hub: { slug: string; name: string },
  outlet: Outlet,
  site: string,
): WithContext<LiveBlogPosting> {
  const url = `${site}/topics/${encodeURIComponent(hub.slug)}`
  const publisher = organization(outlet, site)
  return {
    '@context': context,
    '@type': 'LiveBlogPosting',
    headline: live.title,
    url,
    mainEntityOfPage: url,
    inLanguage: live.language,
    about: { '@type': 'Thing', name: hub.name },
    coverageStartTime: live.openedAt,
    ...(live.closedAt !== null && { coverageEndTime: live.closedAt }),
    datePublished: live.openedAt,
    dateModified: live.updatedAt,
    author: publisher,
    publisher,
    liveBlogUpdate: live.entries
      .filter(({ removed }) => removed === null)
      .map((entry) => ({
        '@type': 'BlogPosting',
        headline: nameOfEntry(entry.title, entry.text),
        articleBody: entry.text,
        url: site + entryPath(hub.slug, entry.id),
        datePublished: entry.at,
        dateModified: entry.corrections.at(-1)?.at ?? entry.at,
        author: entrySigner(entry, outlet, site),
        ...imageOfEntry(entry, site),
      })),
  }
}

function imageOfEntry({ photo, story }: LiveCoverageView['entries'][number], site: string) {
  const picture = photo?.picture ?? story?.picture
  return picture && { image: site + picture.src }
}

/** The paper itself. */
export function newsOrganization(outlet: Outlet, site: string): WithContext<NewsMediaOrganization> {
  return {
    '@context': context,
    ...organization(outlet, site),
    ...(outlet.about && { description: outlet.about }),
    ...(outlet.social.length > 0 && { sameAs: outlet.social.map(({ url }) => url) }),
    publishingPrinciples: policyUrl(outlet, 'editorial', site) ?? `${site}/editorial-team`,
    ...policiesOf(outlet, site),
  }
}

/** The site that the paper appears on. */
export function webSite(outlet: Outlet, site: string): WithContext<WebSite> {
  return {
    '@context': context,
    '@type': 'WebSite',
    name: outlet.name,
    ...(outlet.shortName !== outlet.name && { alternateName: outlet.shortName }),
    url: `${site}/`,
    inLanguage: outlet.language,
    publisher: organization(outlet, site),
  }
}

/** The page of a by-line: a name that stories are signed with, and nothing about who stands behind it. */
export function profilePage(
  byline: { handle: string; name: string; about: string },
  site: string,
): WithContext<ProfilePage> {
  return {
    '@context': context,
    '@type': 'ProfilePage',
    url: bylineUrl(site, byline.handle),
    mainEntity: {
      ...person(byline.name, byline.handle, site),
      ...(byline.about && { description: byline.about }),
    },
  }
}

/** The way from the front page to a page: each step's name and path. */
export function breadcrumbs(steps: { name: string; path: string }[], site: string): WithContext<BreadcrumbList> {
  return {
    '@context': context,
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: site + path,
    })),
  }
}

// Only what has a page is named.
function policiesOf(outlet: Outlet, site: string) {
  const [corrections, ethics, ownership] = (['corrections', 'ethics', 'ownership'] as const).map((policy) =>
    policyUrl(outlet, policy, site),
  )
  return {
    ...(corrections && { correctionsPolicy: corrections }),
    ...(ethics && { ethicsPolicy: ethics }),
    ...(ownership && { ownershipFundingInfo: ownership }),
  }
}

function policyUrl({ policies }: Outlet, policy: PolicyName, site: string): string | undefined {
  return policies.includes(policy) ? `${site}/policies/${policy}` : undefined
}

function organization(outlet: Outlet, site: string) {
  const logo = { '@type': 'ImageObject', url: `${site}/icons/512.png`, width: '512', height: '512' } as const
  return { '@type': 'NewsMediaOrganization', name: outlet.name, url: `${site}/`, logo } as const
}

function person(name: string, handle: string | null, site: string) {
  const who: Exclude<Person, string> = {
    '@type': 'Person',
    name,
    ...(handle !== null && { url: bylineUrl(site, handle) }),
  }
  return who
}

// Where a name is withheld the paper signs: the desk knows who wrote it and answers for it.
function authorOf({ byline, coBylines }: EditionPage, outlet: Outlet, site: string) {
  const named = [byline, ...coBylines].filter(({ name }) => name !== '')
  const authors = named.map(({ name, handle }) => person(name, handle, site))
  return authors.length > 1 ? authors : (authors[0] ?? organization(outlet, site))
}

function entrySigner({ byline }: LiveEntryView, outlet: Outlet, site: string) {
  return byline === null || byline.name === '' ? organization(outlet, site) : person(byline.name, byline.handle, site)
}

/** The story's picture in the three shapes, each with the size its file has; without a picture the drawn card. */
function picturesOf({ slug, lead }: EditionPage, site: string): ImageObject[] {
  const url = storyUrl(site, slug)
  if (lead === null) return [picture(`${url}/card.png`, cardSize)]
  const about = { ...(lead.alt && { caption: lead.alt }), ...(lead.credit && { creditText: lead.credit }) }
  return (Object.keys(shotShapes) as ShotShape[]).map((shape) => ({
    ...picture(`${url}/shots/${shape}.jpeg`, shotSize(lead, shape)),
    ...about,
  }))
}

function picture(url: string, { width, height }: { width: number; height: number }) {
  return { '@type': 'ImageObject', url, width: String(width), height: String(height) } as const
}

function storyUrl(site: string, slug: string): string {
  return `${site}/stories/${encodeURIComponent(slug)}`
}

function bylineUrl(site: string, handle: string): string {
  return `${site}/contributors/${encodeURIComponent(handle)}`
}
