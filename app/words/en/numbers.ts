// English: numbers as they are written in sentences.
const written = new Intl.NumberFormat('en-GB')

/** 10000 is "10,000". */
export function number(value: number): string {
  return written.format(value)
}
