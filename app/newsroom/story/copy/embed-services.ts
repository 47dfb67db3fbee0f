// The services a story may embed from, and the address each of their items has; no HTML of theirs is ever kept.

type Service = {
  name: string
  address(id: string): string
  find: RegExp
  /** Where the service has a player that stands in a frame and needs no script of ours: its address, and what an id is. */
  player?: { address(id: string): string; id: RegExp }
}

const SERVICES = {
  youtube: {
    name: 'YouTube',
    address: (id) => `https://www.youtube.com/watch?v=${id}`,
    find: /^(?:www\.|m\.)?(?:youtube\.com\/(?:watch\?(?:.*&)?v=|shorts\/|live\/)|youtu\.be\/)([\w-]{6,20})/,
    player: { address: (id) => `https://www.youtube-nocookie.com/embed/${id}`, id: /^[\w-]{6,20}$/ },
  },
  vimeo: {
    name: 'Vimeo',
    address: (id) => `https://vimeo.com/${id}`,
    find: /^(?:www\.)?vimeo\.com\/(\d{3,20})/,
    player: { address: (id) => `https://player.vimeo.com/video/${id}?dnt=1`, id: /^\d{3,20}$/ },
  },
  x: {
    name: 'X',
    address: (id) => `https://x.com/${id}`,
    find: /^(?:www\.|mobile\.)?(?:x|twitter)\.com\/(\w{1,20}\/status\/\d{1,25})/,
  },
  facebook: {
    name: 'Facebook',
    address: (id) => `https://www.facebook.com/${id}`,
    find: /^(?:www\.|m\.)?facebook\.com\/([\w.-]{1,80}\/(?:posts|videos)\/[\w.-]{1,90})/,
  },
  instagram: {
    name: 'Instagram',
    address: (id) => `https://www.instagram.com/${id}`,
    find: /^(?:www\.)?instagram\.com\/((?:p|reel)\/[\w-]{3,40})/,
  },
  tiktok: {
    name: 'TikTok',
    address: (id) => `https://www.tiktok.com/${id}`,
    find: /^(?:www\.)?tiktok\.com\/(@[\w.]{1,40}\/video\/\d{1,25})/,
  },
  telegram: {
    name: 'Telegram',
    address: (id) => `https://t.me/${id}`,
    find: /^t\.me\/(?:s\/)?(\w{3,40}\/\d{1,12})/,
  },
  reddit: {
    name: 'Reddit',
    address: (id) => `https://www.reddit.com/${id}`,
    find: /^(?:www\.|old\.)?reddit\.com\/(r\/\w{2,40}\/comments\/\w{2,12})/,
  },
  bluesky: {
    name: 'Bluesky',
    address: (id) => `https://bsky.app/${id}`,
    find: /^bsky\.app\/(profile\/[\w.:-]{3,80}\/post\/\w{3,30})/,
  },
} satisfies Record<string, Service>

export type EmbedProvider = keyof typeof SERVICES

export const embedProviders = Object.keys(SERVICES) as [EmbedProvider, ...EmbedProvider[]]

/** What an id may look like: parts of letters, digits and `_ . @ : -`, joined by single slashes; at most 200 characters. */
export const embedId = /^(?=.{1,200}$)(?!.*\.\.)[\w.@:-]+(?:\/[\w.@:-]+)*$/

/** The service's name and the item's address, or null when either is unknown or malformed; `player` where it has one. */
export function embedLink(provider: unknown, id: unknown): { name: string; url: string; player: string | null } | null {
  if (typeof provider !== 'string' || typeof id !== 'string' || !isProvider(provider) || !embedId.test(id)) return null
  const service: Service = SERVICES[provider]
  const player = service.player?.id.test(id) ? service.player.address(id) : null
  return { name: service.name, url: service.address(id), player }
}

/** The service and id behind a pasted address, or null when the service is not one of ours. */
export function embedFromAddress(address: string): { provider: EmbedProvider; providerId: string } | null {
  const bare = address.trim().replace(/^https?:\/\//i, '')
  for (const provider of embedProviders) {
    const found = SERVICES[provider].find.exec(bare)?.[1]
    if (found !== undefined && embedId.test(found)) return { provider, providerId: found }
  }
  return null
}

function isProvider(provider: string): provider is EmbedProvider {
  return Object.hasOwn(SERVICES, provider)
}
