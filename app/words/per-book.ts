// Makes something once for each book of words: forms, whose rules say what is wrong in the page's language.
import type { Words } from './words.ts'

/** `make(words)`, remembered by book: `const joinForm = perBook((words) => z.strictObject(…))`, then `joinForm(words)`. */
export function perBook<T>(make: (words: Words) => T): (words: Words) => T {
  const made = new WeakMap<Words, T>()
  return (words) => {
    const known = made.get(words)
    if (known !== undefined) return known
    const fresh = make(words)
    made.set(words, fresh)
    return fresh
  }
}
