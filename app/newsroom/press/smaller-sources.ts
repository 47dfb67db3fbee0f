// Smaller encodings of pictures beside those that an edition was printed with: they come later, and a page names them first.
import type { LeadPicture } from './lead-picture.ts'

/** By the picture's public id. */
export type SmallerSources = ReadonlyMap<string, { type: string; srcset: string }>

const PICTURE = /<picture>(<source type="image\/webp" srcset="\/pictures\/([\w-]+)\/[^"]*" sizes="([^"]*)">)/g
const ADDRESS = /\/pictures\/([\w-]+)\//g

/** The public ids of the pictures that a printed page names. */
export function picturesNamedIn(html: string): string[] {
  return [...new Set([...html.matchAll(ADDRESS)].map(([, id]) => id ?? ''))]
}

/** A printed edition with the smaller encodings there are by now. One that was printed with them stays as it is. */
export function withSmaller(html: string, sources: SmallerSources): string {
  if (sources.size === 0) return html
  return html.replace(PICTURE, (whole, first: string, id: string, sizes: string) => {
    const smaller = sources.get(id)
    return smaller
      ? `<picture><source type="${smaller.type}" srcset="${smaller.srcset}" sizes="${sizes}">${first}`
      : whole
  })
}

/** The same for a picture in lists. */
export function leadWithSmaller(lead: LeadPicture | null, sources: SmallerSources): LeadPicture | null {
  const smaller = lead && sources.get(picturesNamedIn(lead.src)[0] ?? '')
  if (!lead || !smaller || lead.sources.some(({ type }) => type === smaller.type)) return lead
  return { ...lead, sources: [smaller, ...lead.sources] }
}
