// Arabic: how names, numbers and addresses stand inside a sentence that runs the other way.

/** Somebody's own words (a name, a headline, a file's name) in a sentence: they keep their direction and do not change it. */
export function apart(text: string): string {
  return `\u2068${text}\u2069`
}

/** Codes, clock times and addresses, which run from left to right whatever stands around them. */
export function leftToRight(text: string | number): string {
  return `\u2066${text}\u2069`
}

/** A story's number. Without the isolate the sign # would jump to the number's other end. */
export function storyNumber(story: number): string {
  return leftToRight(`#${story}`)
}
