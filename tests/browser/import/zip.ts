// Writes zip files, whole and damaged, for tests that bring files in.
import { crc32, deflateRawSync } from 'node:zlib'

/** A zip of these files; `locked` marks them as encrypted. */
export function zipOf(files: Record<string, string | Buffer>, { locked = false } = {}): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const field = Buffer.alloc(26)
    field.writeUInt16LE(20, 0)
    field.writeUInt16LE(locked ? 1 : 0, 2)
    field.writeUInt16LE(8, 4)
    field.writeUInt32LE(crc32(bytes), 10)
    field.writeUInt32LE(packed.length, 14)
    field.writeUInt32LE(bytes.length, 18)
    field.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), field, Buffer.from(name), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), field, rest, Buffer.from(name)]))
    parts.push(local)
    at += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, listed, end])
}
