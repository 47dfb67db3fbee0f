// Pictures that the house draws itself: a card for shared links, crops of a story's picture, the paper's icon.
import type { Accent } from '#app/newsroom/outlet/settings.ts'

/**
 * What to draw; equal words draw equal bytes. `photo` is the key of a JPEG in the picture store. Sizes are in pixels.
 */
export type Drawing =
  | {
      kind: 'card'
      width: number
      height: number
      headline: string
      kicker: string
      outlet: string
      colour: string
      rightToLeft: boolean
      photo: string | null
    }
  | { kind: 'crop'; photo: string; width: number; height: number }
  /** `lines` in sixteenths of the side: from the left, from the top, how long; each is two high. */
  | { kind: 'icon'; side: number; colour: string; lines: readonly (readonly [number, number, number])[] }

/** Draws, and remembers what it drew lately. `photo` brings the bytes that a drawing's key stands for. */
export type DrawingBoard = {
  draw(what: Drawing, photo?: (key: string) => Promise<Uint8Array | null>): Promise<Uint8Array>
}

/** A card's size, which is what the places that show shared links ask for. */
export const cardSize = { width: 1200, height: 630 } as const

/** The three shapes that search engines show a story's picture in (Google's rules of article data). */
export const shotShapes = { '1x1': 1, '4x3': 4 / 3, '16x9': 16 / 9 } as const
export type ShotShape = keyof typeof shotShapes

/** The largest part of a picture with this shape, in whole pixels. */
export function shotSize(of: { width: number; height: number }, shape: ShotShape): { width: number; height: number } {
  const ratio = shotShapes[shape]
  const width = Math.max(1, Math.min(of.width, Math.floor(of.height * ratio)))
  return { width, height: Math.max(1, Math.min(of.height, Math.round(width / ratio))) }
}

export function isShotShape(text: string): text is ShotShape {
  return Object.hasOwn(shotShapes, text)
}

/** The sides of the icon as PNG: 180 for phones that want their own, the others for the manifest. */
export const iconSides = [180, 192, 512] as const

/** The accents on paper, as ui/styles draws them in light. */
export const accentColours: Record<Accent, string> = {
  red: '#b3261e',
  blue: '#14508f',
  green: '#17603a',
  ochre: '#7a4b00',
  plum: '#74245f',
}

/** The icon as SVG: three lines of a page on the paper's colour. */
export function iconSvg(colour: string): string {
  const lines = iconLines.map(([x, y, width]) => `<rect x="${x}" y="${y}" width="${width}" height="2"/>`).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" fill="${colour}"/><g fill="#fff">${lines}</g></svg>`
}

/** Its lines, as a drawing takes them. */
export const iconLines = [
  [4, 3, 8],
  [4, 7, 8],
  [4, 11, 5],
] as const
