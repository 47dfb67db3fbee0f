// Who may look at what and who may send where: written by hand, so that a change of a lock is seen here.

export type Role = 'nobody' | 'suspended' | 'unconfirmed' | 'reporterB' | 'reporterA' | 'editorA' | 'admin'
export type Right = 'everybody' | 'signed-in' | 'owner' | 'desk' | 'admin'

/** `looks`: GET and HEAD; `sends`: POST, PUT and DELETE, null where nothing can be sent. */
export type Row = { looks: Right; sends: Right | null }

/** Every path of app/routes.ts; the front page is ''. The owner of every story of the seed is reporterA. */
export const rooms: Record<string, Row> = {
  '': { looks: 'everybody', sends: null },
  'stories/:slug': { looks: 'everybody', sends: null },
  'stories/:slug/report': { looks: 'everybody', sends: 'everybody' },
  'stories/:slug/changes': { looks: 'everybody', sends: null },
  corrections: { looks: 'everybody', sends: null },
  'topics/:slug': { looks: 'everybody', sends: null },
  'topics/:slug/events': { looks: 'everybody', sends: null },
  'sections/:slug': { looks: 'everybody', sends: null },
  'contributors/:handle': { looks: 'everybody', sends: null },
  'policies/:name': { looks: 'everybody', sends: null },
  newsletter: { looks: 'everybody', sends: 'everybody' },
  'newsletter/archive': { looks: 'everybody', sends: null },
  'newsletter/archive/:number': { looks: 'everybody', sends: null },
  'newsletter/confirm': { looks: 'everybody', sends: 'everybody' },
  'newsletter/choices': { looks: 'everybody', sends: 'everybody' },
  'newsletter/leave': { looks: 'everybody', sends: 'everybody' },
  search: { looks: 'everybody', sends: null },
  'be-a-reporter': { looks: 'everybody', sends: null },
  'editorial-team': { looks: 'everybody', sends: null },
  'pictures/:id/:size': { looks: 'everybody', sends: null },

  'feed.xml': { looks: 'everybody', sends: null },
  'atom.xml': { looks: 'everybody', sends: null },
  'feed.json': { looks: 'everybody', sends: null },
  'topics/:slug/feed.xml': { looks: 'everybody', sends: null },
  'topics/:slug/atom.xml': { looks: 'everybody', sends: null },
  'topics/:slug/feed.json': { looks: 'everybody', sends: null },
  'sections/:slug/feed.xml': { looks: 'everybody', sends: null },
  'sections/:slug/atom.xml': { looks: 'everybody', sends: null },
  'sections/:slug/feed.json': { looks: 'everybody', sends: null },
  'contributors/:handle/feed.xml': { looks: 'everybody', sends: null },
  'contributors/:handle/atom.xml': { looks: 'everybody', sends: null },
  'contributors/:handle/feed.json': { looks: 'everybody', sends: null },
  'corrections/feed.xml': { looks: 'everybody', sends: null },
  'corrections/atom.xml': { looks: 'everybody', sends: null },
  'corrections/feed.json': { looks: 'everybody', sends: null },
  'robots.txt': { looks: 'everybody', sends: null },
  'sitemap.xml': { looks: 'everybody', sends: null },
  'sitemaps/:part': { looks: 'everybody', sends: null },
  'news-sitemap.xml': { looks: 'everybody', sends: null },
  '.well-known/security.txt': { looks: 'everybody', sends: null },
  'indexnow.txt': { looks: 'everybody', sends: null },
  oembed: { looks: 'everybody', sends: null },
  'stories/:slug/card.png': { looks: 'everybody', sends: null },
  'stories/:slug/shots/:shape': { looks: 'everybody', sends: null },
  'manifest.webmanifest': { looks: 'everybody', sends: null },
  'opensearch.xml': { looks: 'everybody', sends: null },
  'icon.svg': { looks: 'everybody', sends: null },
  'icons/:side': { looks: 'everybody', sends: null },

  join: { looks: 'everybody', sends: 'everybody' },
  'confirm-email': { looks: 'everybody', sends: 'everybody' },
  'sign-in': { looks: 'everybody', sends: 'everybody' },
  'sign-out': { looks: 'everybody', sends: 'everybody' },
  'forgot-password': { looks: 'everybody', sends: 'everybody' },
  'reset-password': { looks: 'everybody', sends: 'everybody' },
  account: { looks: 'signed-in', sends: 'signed-in' },
  'account/security': { looks: 'signed-in', sends: 'signed-in' },
  'account/letters': { looks: 'signed-in', sends: 'signed-in' },
  'account/safety': { looks: 'signed-in', sends: 'signed-in' },
  'my/notices': { looks: 'signed-in', sends: 'signed-in' },

  'my/stories': { looks: 'signed-in', sends: null },
  'my/stories/new': { looks: 'signed-in', sends: 'signed-in' },
  'my/stories/:id': { looks: 'owner', sends: 'owner' },
  'my/stories/:id/draft': { looks: 'signed-in', sends: 'owner' },
  'my/stories/:id/photos': { looks: 'signed-in', sends: 'owner' },
  'my/stories/:id/status': { looks: 'owner', sends: null },
  'my/stories/:id/points': { looks: 'signed-in', sends: 'owner' },
  'my/stories/:id/suggestions': { looks: 'signed-in', sends: 'owner' },
  'my/stories/:id/take-over': { looks: 'signed-in', sends: 'owner' },
  'my/stories/:id/compare': { looks: 'owner', sends: 'owner' },
  'my/stories/:id/remind': { looks: 'signed-in', sends: 'owner' },
  'my/stories/:id/tickets': { looks: 'owner', sends: 'owner' },
  'my/pitches/new': { looks: 'signed-in', sends: 'signed-in' },
  'my/pitches/:id': { looks: 'owner', sends: null },
  'my/pitches/:id/withdraw': { looks: 'signed-in', sends: 'owner' },
  'my/pitches/:id/write': { looks: 'signed-in', sends: 'owner' },
  'my/live/:slug': { looks: 'signed-in', sends: 'signed-in' },
  'my/live/:slug/:entry/photo': { looks: 'owner', sends: 'owner' },
  'my/live/:slug/:entry/withdraw': { looks: 'signed-in', sends: 'owner' },
  'notes/:storyId': { looks: 'signed-in', sends: 'signed-in' },
  'my/stories/:id/photos/new': { looks: 'owner', sends: 'owner' },
  pictures: { looks: 'signed-in', sends: 'owner' },
  'pictures/uploads': { looks: 'signed-in', sends: 'signed-in' },
  'pictures/uploads/:id': { looks: 'owner', sends: 'owner' },

  desk: { looks: 'desk', sends: null },
  'desk/pitches': { looks: 'desk', sends: 'desk' },
  'desk/calls': { looks: 'desk', sends: 'desk' },
  'desk/calls/:slug/close': { looks: 'desk', sends: 'desk' },
  'desk/topics': { looks: 'desk', sends: null },
  'desk/topics/:slug/live': { looks: 'desk', sends: 'desk' },
  'desk/topics/:slug/live/open': { looks: 'desk', sends: 'desk' },
  'desk/topics/:slug/live/close': { looks: 'desk', sends: 'desk' },
  'desk/topics/:slug/live/:entry': { looks: 'desk', sends: 'desk' },
  'desk/topics/:slug/live/:entry/answer': { looks: 'desk', sends: 'desk' },
  'desk/topics/:slug/live/:entry/mark': { looks: 'desk', sends: 'desk' },
  'desk/topics/:slug/live/:entry/remove': { looks: 'desk', sends: 'desk' },
  'desk/topics/:slug/live/:entry/photo': { looks: 'desk', sends: 'desk' },
  'desk/topics/:slug/live/:entry/story': { looks: 'desk', sends: 'desk' },
  'desk/corrections': { looks: 'desk', sends: 'desk' },
  'desk/bulk': { looks: 'desk', sends: 'desk' },
  'desk/filters': { looks: 'desk', sends: 'desk' },
  'desk/filters/:id/drop': { looks: 'desk', sends: 'desk' },
  'desk/events': { looks: 'desk', sends: null },
  'desk/figures': { looks: 'desk', sends: null },
  'desk/figures.csv': { looks: 'desk', sends: null },
  'desk/stories/:id': { looks: 'desk', sends: null },
  'desk/stories/:id/next': { looks: 'desk', sends: 'desk' },
  'desk/stories/:id/presence': { looks: 'desk', sends: 'desk' },
  'desk/stories/:id/merge': { looks: 'desk', sends: 'desk' },
  'desk/stories/:id/letter': { looks: 'desk', sends: 'desk' },
  'desk/stories/:id/edit': { looks: 'desk', sends: 'desk' },
  'desk/stories/:id/draft': { looks: 'desk', sends: 'desk' },
  'desk/stories/:id/reasons': { looks: 'desk', sends: 'desk' },
  'desk/stories/:id/take-back': { looks: 'desk', sends: 'desk' },
  'desk/stories/:id/points': { looks: 'desk', sends: 'desk' },
  'desk/stories/:id/compare': { looks: 'desk', sends: 'desk' },
  'desk/stories/:id/verification': { looks: 'desk', sends: 'desk' },
  'desk/stories/:id/interest': { looks: 'desk', sends: 'desk' },
  'desk/stories/:id/originals/:picture': { looks: 'desk', sends: null },
  'desk/stories/:id/identity': { looks: 'desk', sends: 'desk' },
  'comments/:storyId': { looks: 'signed-in', sends: 'signed-in' },
  'comments/:storyId/:thread': { looks: 'signed-in', sends: 'signed-in' },
  'moves/:storyId': { looks: 'signed-in', sends: 'signed-in' },

  admin: { looks: 'admin', sends: 'admin' },
  'admin/contributors': { looks: 'admin', sends: null },
  'admin/contributors/:id': { looks: 'admin', sends: 'admin' },
  'admin/policies': { looks: 'admin', sends: null },
  'admin/reasons': { looks: 'admin', sends: 'admin' },
  'admin/letters': { looks: 'admin', sends: null },
  'admin/letters/:kind': { looks: 'admin', sends: 'admin' },
  'admin/letters/:kind/preview': { looks: 'admin', sends: 'admin' },
  'admin/newsletter': { looks: 'admin', sends: 'admin' },
  'admin/newsletter/:id': { looks: 'admin', sends: 'admin' },
  'admin/newsletter/:id/send': { looks: 'admin', sends: 'admin' },
  'admin/newsletter/:id/preview': { looks: 'admin', sends: null },
  'admin/contributors/:id/rights': { looks: 'admin', sends: 'admin' },
  'admin/sections': { looks: 'admin', sends: 'admin' },
  'admin/sections/:slug': { looks: 'admin', sends: 'admin' },
  'admin/topics': { looks: 'admin', sends: 'admin' },
  'admin/topics/:slug': { looks: 'admin', sends: 'admin' },
  'admin/outlet': { looks: 'admin', sends: 'admin' },
  'admin/log': { looks: 'admin', sends: null },

  healthz: { looks: 'everybody', sends: null },
  readyz: { looks: 'everybody', sends: null },
  '*': { looks: 'everybody', sends: 'everybody' },
}

/** Paths where a GET is only told to send something instead. */
export const onlySends = [
  'my/stories/:id/draft',
  'my/stories/:id/photos',
  'my/stories/:id/points',
  'my/stories/:id/suggestions',
  'my/stories/:id/take-over',
  'my/stories/:id/remind',
  'my/pitches/:id/withdraw',
  'my/pitches/:id/write',
  'my/live/:slug/:entry/withdraw',
  'desk/topics/:slug/live/:entry/story',
  'desk/calls/:slug/close',
  'desk/filters/:id/drop',
  'desk/stories/:id/presence',
  'desk/stories/:id/draft',
  'desk/stories/:id/reasons',
  'desk/stories/:id/take-back',
  'desk/stories/:id/points',
  'pictures',
  'pictures/uploads',
]

export function isSignedIn(role: Role): boolean {
  return role !== 'nobody' && role !== 'suspended'
}

export function isDesk(role: Role): boolean {
  return role === 'editorA' || role === 'admin'
}

/** Does a person of this role have the right? */
export function has(right: Right, role: Role): boolean {
  switch (right) {
    case 'everybody':
      return true
    case 'signed-in':
      return isSignedIn(role)
    case 'owner':
      return role === 'reporterA'
    case 'desk':
      return isDesk(role)
    case 'admin':
      return role === 'admin'
  }
}
