// What a phone asks when somebody puts the paper on its first screen (W3C Web Application Manifest).
import type { OutletSettings } from '#app/newsroom/outlet/settings.ts'
import { directionOf } from '#app/newsroom/story/direction.ts'
import { accentColours } from './drawings.ts'

/** The manifest as JSON. */
export function appManifest(outlet: OutletSettings): string {
  return JSON.stringify({
    id: '/',
    name: outlet.name,
    short_name: outlet.shortName || outlet.name,
    ...(outlet.tagline && { description: outlet.tagline }),
    lang: outlet.language,
    dir: directionOf(outlet.language),
    start_url: '/',
    scope: '/',
    display: 'minimal-ui',
    background_color: '#ffffff',
    theme_color: accentColours[outlet.accent ?? 'red'],
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      ...[192, 512].map((side) => ({
        src: `/icons/${side}.png`,
        sizes: `${side}x${side}`,
        type: 'image/png',
        purpose: 'any maskable',
      })),
    ],
  })
}
