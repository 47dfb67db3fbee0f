// A story's address in words, from its headline.
import slugify from '@sindresorhus/slugify'

const LONGEST = 70

/** "Паради в Панагюрище" → "paradi-v-panagyurishte"; '' when nothing is left that an address can hold. */
export function slugOf(headline: string): string {
  const slug = slugify(headline, { customReplacements: BULGARIAN, decamelize: false })
  if (slug.length <= LONGEST) return slug
  const cut = slug.slice(0, LONGEST + 1)
  const atWord = cut.lastIndexOf('-')
  return atWord > LONGEST / 2 ? cut.slice(0, atWord) : slug.slice(0, LONGEST)
}

// The Bulgarian law on transliteration (2009) differs from the library's Russian habits in these letters.
const BULGARIAN: [string, string][] = [
  ['щ', 'sht'],
  ['Щ', 'sht'],
  ['ъ', 'a'],
  ['Ъ', 'a'],
  ['х', 'h'],
  ['Х', 'h'],
]
