// Looks into a zip file before anything else does: is it whole, is it one of Word's, and how much comes out of it.

export type ZipFault = 'damaged' | 'encrypted' | 'too-large' | 'not-word'

export type ZipLimits = { totalBytes: number; xmlBytes: number; entries: number }

type Entry = { name: string; method: number; from: number; packed: number; isLocked: boolean }

/**
 * What speaks against reading the file as one of Word's, or null. Sizes are counted by unpacking, because a hostile file
 * says others; unpacking ends where a limit is passed.
 */
export async function wordZipFault(file: Uint8Array<ArrayBuffer>, limits: ZipLimits): Promise<ZipFault | null> {
  const entries = entriesOf(file)
  if (entries === null) return 'damaged'
  if (entries.some((entry) => entry.isLocked)) return 'encrypted'
  if (!entries.some(({ name }) => name === 'word/document.xml')) return 'not-word'
  if (entries.length > limits.entries) return 'too-large'
  let total = 0
  for (const entry of entries) {
    const isText = /\.(xml|rels)$/i.test(entry.name)
    const most = Math.min(limits.totalBytes - total, isText ? limits.xmlBytes : limits.totalBytes)
    const size = await unpackedSize(file.subarray(entry.from, entry.from + entry.packed), entry.method, most)
    if (typeof size === 'string') return size
    total += size
  }
  return null
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50

/** The entries of the central directory; null when it is not there or points outside the file. */
function entriesOf(file: Uint8Array): Entry[] | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const end = endOf(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: Entry[] = []
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) return null
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((field) => view.getUint16(at + field, true))
    const local = view.getUint32(at + 42, true)
    if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL) return null
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const packed = view.getUint32(at + 20, true)
    if (from + packed > view.byteLength) return null
    entries.push({
      name: new TextDecoder().decode(file.subarray(at + 46, at + 46 + (nameLength ?? 0))),
      method: view.getUint16(at + 10, true),
      isLocked: (view.getUint16(at + 8, true) & 1) === 1,
      from,
      packed,
    })
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (noteLength ?? 0)
  }
  return entries
}

/** The record at the end, which is followed by a comment of at most 64 KB. */
function endOf(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--)
    if (view.getUint32(at, true) === END) return at
  return null
}

async function unpackedSize(bytes: Uint8Array<ArrayBuffer>, method: number, most: number): Promise<number | ZipFault> {
  if (method === 0) return bytes.length > most ? 'too-large' : bytes.length
  if (method !== 8) return 'damaged'
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  let size = 0
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length
      if (size > most) {
        await reader.cancel()
        return 'too-large'
      }
    }
    return size
  } catch {
    return 'damaged'
  }
}
