// Places outside the house where an editor may look something up: a closed list of links, each naming what it tells whom.
import type { Place } from './picture-flags.ts'

export type LookUpKind = 'map' | 'sun' | 'place' | 'headline'
/** `host` gets what the link carries, and nothing before somebody follows it. */
export type LookUp = { kind: LookUpKind; href: string; host: string }

/** Where a photo was taken on a map, and where the sun stood when it was. */
export function lookUpsOfPhoto({ place, capturedAt }: { place?: Place; capturedAt?: string }): LookUp[] {
  if (!place) return []
  const [lat, lon] = [place.latitude.toFixed(5), place.longitude.toFixed(5)]
  const map = `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=16/${lat}/${lon}`
  const time = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(capturedAt ?? '')
  if (!time) return [lookUp('map', map)]
  const [, year, month, day, hours, minutes] = time
  const sun = `https://www.suncalc.org/#/${lat},${lon},16/${year}.${month}.${day}/${hours}:${minutes}/1/0`
  return [lookUp('map', map), lookUp('sun', sun)]
}

/** The place a story names on a map, and its headline in a search of the web. */
export function lookUpsOfStory({ place, headline }: { place: string; headline: string }): LookUp[] {
  const found: LookUp[] = []
  if (place) found.push(lookUp('place', `https://www.openstreetmap.org/search?query=${encodeURIComponent(place)}`))
  if (headline) found.push(lookUp('headline', `https://duckduckgo.com/?q=${encodeURIComponent(headline)}`))
  return found
}

function lookUp(kind: LookUpKind, href: string): LookUp {
  return { kind, href, host: new URL(href).host.replace(/^www\./, '') }
}
