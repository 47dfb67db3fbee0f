// Finds the EXIF block in a picture's bytes: where each file type keeps it. Runs on the reporter's device too.

/** The EXIF bytes (a small TIFF file, its `Exif\0\0` head left off), or null when there are none to be found. Never throws. */
export function exifBlock(file: Uint8Array): Uint8Array | null {
  try {
    if (file[0] === 0xff && file[1] === 0xd8) return inJpeg(file)
    if (textAt(file, 1, 3) === 'PNG') return inPng(file)
    if (textAt(file, 0, 4) === 'RIFF' && textAt(file, 8, 4) === 'WEBP') return inWebp(file)
    return isHeif(file) ? inHeif(file) : null
  } catch {
    return null // cut off or made up
  }
}

/** Whether the bytes begin like a picture of the HEIF family (HEIC of iPhones, AVIF). */
export function isHeif(file: Uint8Array): boolean {
  return (
    textAt(file, 4, 4) === 'ftyp' && /^(heic|heix|heim|heis|hevc|hevx|mif1|msf1|avif|avis)$/.test(textAt(file, 8, 4))
  )
}

/** Whether it is a HEIF picture in a coding that few programs read: anything but AVIF. */
export function isHeic(file: Uint8Array): boolean {
  return isHeif(file) && !/avi[fs]/.test(textAt(file, 8, Math.min(40, viewOf(file).getUint32(0) - 8)))
}

// Segments of marker, length, data; the picture itself begins with SOS.
function inJpeg(file: Uint8Array): Uint8Array | null {
  const view = viewOf(file)
  for (let at = 2; at + 4 <= file.length; ) {
    if (file[at] !== 0xff) return null
    const marker = file[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1 // a fill byte
      continue
    }
    if (marker === 0xda || marker === 0xd9) return null
    const length = view.getUint16(at + 2)
    if (marker === 0xe1 && textAt(file, at + 4, 4) === 'Exif') return file.subarray(at + 10, at + 2 + length)
    at += 2 + length
  }
  return null
}

// Chunks of length, type, data, checksum.
function inPng(file: Uint8Array): Uint8Array | null {
  const view = viewOf(file)
  for (let at = 8; at + 12 <= file.length; ) {
    const length = view.getUint32(at)
    if (textAt(file, at + 4, 4) === 'eXIf') return file.subarray(at + 8, at + 8 + length)
    at += 12 + length
  }
  return null
}

// Chunks of type, length (the little end first), data, a byte more when the length is odd.
function inWebp(file: Uint8Array): Uint8Array | null {
  const view = viewOf(file)
  for (let at = 12; at + 8 <= file.length; ) {
    const length = view.getUint32(at + 4, true)
    if (textAt(file, at, 4) === 'EXIF') return withoutHead(file.subarray(at + 8, at + 8 + length))
    at += 8 + length + (length % 2)
  }
  return null
}

// Where the block lies is said by tables of boxes in boxes; its head is looked for instead, and what follows has to be TIFF.
function inHeif(file: Uint8Array): Uint8Array | null {
  const most = Math.min(file.length, 4 * 1024 * 1024)
  for (let at = file.indexOf(0x45); at >= 0 && at < most; at = file.indexOf(0x45, at + 1)) {
    if (textAt(file, at, 6) !== 'Exif\0\0') continue
    const order = textAt(file, at + 6, 2)
    if (order === 'MM' || order === 'II') return file.subarray(at + 6, Math.min(file.length, at + 6 + 65_536))
  }
  return null
}

function withoutHead(block: Uint8Array): Uint8Array {
  return textAt(block, 0, 4) === 'Exif' ? block.subarray(6) : block
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + Math.max(0, length)))
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
