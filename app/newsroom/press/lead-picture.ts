// An edition's first picture as lists and feeds need it: kept in the edition's row when it is printed.

/** `src` and every address in `sources[].srcset` are paths of this site (/pictures/:id/:size). */
export type LeadPicture = {
  alt: string
  credit: string
  width: number
  height: number
  src: string
  /** Best format first; `srcset` with widths: "/pictures/ab/400.webp 400w, …". */
  sources: { type: string; srcset: string }[]
}

/** What the row holds, or null when it holds no picture that can be shown. Never throws. */
export function leadPictureOf(stored: unknown): LeadPicture | null {
  if (!isRecord(stored)) return null
  const { src, width, height } = stored
  if (typeof src !== 'string' || !isPath(src) || typeof width !== 'number' || typeof height !== 'number') return null
  const sources = Array.isArray(stored.sources) ? stored.sources.flatMap(sourceOf) : []
  return { alt: stringOf(stored.alt), credit: stringOf(stored.credit), width, height, src, sources }
}

function sourceOf(stored: unknown): LeadPicture['sources'] {
  if (!isRecord(stored) || typeof stored.type !== 'string' || typeof stored.srcset !== 'string') return []
  return [{ type: stored.type, srcset: stored.srcset }]
}

function isPath(address: string): boolean {
  return address.startsWith('/') && !address.startsWith('//')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
