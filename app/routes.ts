// The front door: every URL and the file behind it, on one page.
import { index, type RouteConfig, route } from '@remix-run/route-config'

export default [
  // Reader
  index('routes/reader/front-page.tsx'),
  route('stories/:slug', 'routes/reader/story.tsx'),
  route('topics/:slug', 'routes/reader/topic.tsx'),
  route('sections/:slug', 'routes/reader/section.tsx'),
  route('contributors/:handle', 'routes/reader/contributor.tsx'),
  route('be-a-reporter', 'routes/reader/be-a-reporter.tsx'),
  route('editorial-team', 'routes/reader/editorial-team.tsx'),
  route('pictures/:id/:size', 'routes/pictures/picture.ts'),

  // Wire
  route('feed.xml', 'routes/wire/feed.ts'),
  route('atom.xml', 'routes/wire/atom.ts'),
  route('feed.json', 'routes/wire/json-feed.ts'),
  route('topics/:slug/feed.xml', 'routes/wire/topic-feed.ts'),
  route('topics/:slug/atom.xml', 'routes/wire/topic-atom.ts'),
  route('topics/:slug/feed.json', 'routes/wire/topic-json-feed.ts'),
  route('sections/:slug/feed.xml', 'routes/wire/section-feed.ts'),
  route('sections/:slug/atom.xml', 'routes/wire/section-atom.ts'),
  route('sections/:slug/feed.json', 'routes/wire/section-json-feed.ts'),
  route('contributors/:handle/feed.xml', 'routes/wire/byline-feed.ts'),
  route('contributors/:handle/atom.xml', 'routes/wire/byline-atom.ts'),
  route('contributors/:handle/feed.json', 'routes/wire/byline-json-feed.ts'),
  route('corrections/feed.xml', 'routes/wire/corrections-feed.ts'),
  route('robots.txt', 'routes/wire/robots.ts'),
  route('sitemap.xml', 'routes/wire/sitemap.ts'),
  route('sitemaps/:part', 'routes/wire/sitemap-part.ts'),
  route('news-sitemap.xml', 'routes/wire/news-sitemap.ts'),
  route('.well-known/security.txt', 'routes/wire/security-txt.ts'),
  route('indexnow.txt', 'routes/wire/indexnow-key.ts'),

  // Account
  route('join', 'routes/account/join.tsx'),
  route('confirm-email', 'routes/account/confirm-email.tsx'),
  route('sign-in', 'routes/account/sign-in.tsx'),
  route('sign-out', 'routes/account/sign-out.ts'),
  route('forgot-password', 'routes/account/forgot-password.tsx'),
  route('reset-password', 'routes/account/reset-password.tsx'),
  route('account', 'routes/account/profile.tsx'),
  route('account/security', 'routes/account/security.tsx'),
  route('account/letters', 'routes/account/letters.tsx'),
  route('account/safety', 'routes/account/safety.tsx'),
  route('my/notices', 'routes/account/notices.tsx'),

  // Contributor
  route('my/stories', 'routes/contributor/my-stories.tsx'),
  route('my/stories/new', 'routes/contributor/new-story.tsx'),
  route('my/stories/:id', 'routes/contributor/write.tsx'),
  route('my/stories/:id/draft', 'routes/contributor/draft.ts'),
  route('my/stories/:id/photos', 'routes/contributor/photos.ts'),
  route('my/stories/:id/status', 'routes/contributor/status.tsx'),
  route('my/stories/:id/points', 'routes/contributor/points.ts'),
  route('my/stories/:id/suggestions', 'routes/contributor/suggestions.ts'),
  route('my/stories/:id/take-over', 'routes/contributor/take-over.ts'),
  route('my/stories/:id/compare', 'routes/contributor/compare.tsx'),
  route('my/stories/:id/remind', 'routes/contributor/remind.ts'),
  route('my/stories/:id/tickets', 'routes/contributor/tickets.tsx'),
  route('my/pitches/new', 'routes/contributor/new-pitch.tsx'),
  route('my/pitches/:id', 'routes/contributor/pitch.tsx'),
  route('my/pitches/:id/withdraw', 'routes/contributor/withdraw-pitch.ts'),
  route('my/pitches/:id/write', 'routes/contributor/write-pitch.ts'),
  route('notes/:storyId', 'routes/notes.tsx'),
  route('my/stories/:id/photos/new', 'routes/contributor/add-photo.tsx'),
  route('pictures', 'routes/pictures/upload.ts'),
  route('pictures/uploads', 'routes/pictures/begin-upload.ts'),
  route('pictures/uploads/:id', 'routes/pictures/one-upload.ts'),

  // Desk
  route('desk', 'routes/desk/queue.tsx'),
  route('desk/pitches', 'routes/desk/pitches.tsx'),
  route('desk/calls', 'routes/desk/calls.tsx'),
  route('desk/calls/:slug/close', 'routes/desk/close-call.ts'),
  route('desk/corrections', 'routes/desk/corrections.tsx'),
  route('desk/stories/:id', 'routes/desk/review.tsx'),
  route('desk/stories/:id/verification', 'routes/desk/verification.tsx'),
  route('desk/stories/:id/identity', 'routes/desk/identity.tsx'),
  route('moves/:storyId', 'routes/moves.tsx'),

  // Admin
  route('admin', 'routes/admin/health.tsx'),
  route('admin/contributors', 'routes/admin/contributors.tsx'),
  route('admin/contributors/:id', 'routes/admin/contributor.tsx'),
  route('admin/log', 'routes/admin/log.tsx'),

  // The house itself
  route('healthz', 'routes/health/healthz.ts'),
  route('readyz', 'routes/health/readyz.ts'),
  route('*', 'routes/nowhere.tsx'),
] satisfies RouteConfig
