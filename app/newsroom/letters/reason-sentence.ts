// The sentence of a reason: the desk's own words, or those of the book.

/**
 * The sentence of a reason in a language: the desk's own, else the book's, else the desk's in `fallback` or in any
 * language; the key where nobody has put it into words.
 */
export function reasonSentence(
  key: string,
  own: Record<string, string> | undefined,
  book: Readonly<Record<string, string>>,
  { language, fallback }: { language: string; fallback: string },
): string {
  return own?.[language] || book[key] || own?.[fallback] || Object.values(own ?? {}).find(Boolean) || key
}
