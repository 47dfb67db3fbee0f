// Gathers what React renders into one string.
import { Writable } from 'node:stream'

// React's renderer fills parts of this many bytes. Where the next letter takes more bytes than are left of a part, React
// 18 leaves the rest of it as it was: up to three zeros in the middle of the page.
const PART_BYTES = 2048

/** A stream to pipe a page into; `done` gets the whole of it, once. */
export function collectedHtml(done: (html: string) => void): Writable {
  const parts: Buffer[] = []
  return new Writable({
    write(part: Buffer, _encoding, next) {
      parts.push(part.length === PART_BYTES ? withoutZerosAtEnd(part) : part)
      next()
    },
    final(next) {
      done(Buffer.concat(parts).toString('utf8'))
      next()
    },
  })
}

function withoutZerosAtEnd(part: Buffer): Buffer {
  let end = part.length
  while (end > 0 && part[end - 1] === 0) end--
  return part.subarray(0, end)
}
