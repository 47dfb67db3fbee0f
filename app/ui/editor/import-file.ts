// A file that a story was written in, as cleaned HTML with its pictures: Word, Markdown or plain text.
import { readWord, type WordAnswer } from './import-docx.ts'
import { markdownToHtml } from './import-markdown.ts'
import { cleanPaste } from './paste-clean.ts'
import { PictureTray } from './paste-pictures.ts'
import { pastedParagraphs } from './paste-text.ts'

export type ImportFault =
  | Extract<WordAnswer, { ok: false }>['because']
  | 'old-word'
  | 'not-readable'
  | 'empty'
  | 'too-long'

export type Imported = { ok: true; html: string; tray: PictureTray } | { ok: false; because: ImportFault }

const LARGEST_BYTES = 15 * 1024 * 1024
const LARGEST_TEXT_BYTES = 1024 * 1024

/** Reads the file by what is in it; its name only tells Markdown from plain text. `language` is the story's. Never throws. */
export async function importFile(file: File, language: string): Promise<Imported> {
  if (file.size === 0) return { ok: false, because: 'empty' }
  if (file.size > LARGEST_BYTES) return { ok: false, because: 'too-large' }
  try {
    const head = new Uint8Array(await file.slice(0, 8).arrayBuffer())
    if (startsWith(head, [0x50, 0x4b])) return await word(file)
    if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) return { ok: false, because: await oldKind(file) }
    if (file.size > LARGEST_TEXT_BYTES) return { ok: false, because: 'too-large' }
    const text = decoded(new Uint8Array(await file.arrayBuffer()), language)
    if (text === null || text.startsWith('{\\rtf') || text.startsWith('%PDF'))
      return { ok: false, because: 'not-readable' }
    const tray = new PictureTray()
    const html = cleanPaste(/\.(md|markdown)$/i.test(file.name) ? markdownToHtml(text) : textToHtml(text), tray)
    return { ok: true, html, tray }
  } catch {
    return { ok: false, because: 'damaged' }
  }
}

async function word(file: File): Promise<Imported> {
  const answer = await readWord(file)
  if (!answer.ok) return answer
  const tray = new PictureTray(
    answer.pictures.map(({ type, bytes }, at) => new File([bytes], `picture-${at + 1}.${type.slice(6)}`, { type })),
  )
  tray.lost = answer.lost
  return { ok: true, html: cleanPaste(answer.html.replaceAll('<img src=""', '<img hidden src=""'), tray), tray }
}

function startsWith(bytes: Uint8Array, sign: readonly number[]): boolean {
  return sign.every((byte, at) => bytes[at] === byte)
}

/** Word before 2007, and Word with a password, look the same from outside. */
async function oldKind(file: File): Promise<'encrypted' | 'old-word'> {
  const text = new TextDecoder('utf-16le').decode(await file.arrayBuffer())
  return text.includes('EncryptedPackage') ? 'encrypted' : 'old-word'
}

/** What one byte a letter was written in, before everybody wrote UTF-8. */
const oldLetters: Record<string, string> = {
  bg: 'windows-1251',
  mk: 'windows-1251',
  sr: 'windows-1251',
  ru: 'windows-1251',
  uk: 'windows-1251',
  be: 'windows-1251',
  el: 'windows-1253',
  tr: 'windows-1254',
  he: 'windows-1255',
  ar: 'windows-1256',
  fa: 'windows-1256',
  ro: 'windows-1250',
  pl: 'windows-1250',
  cs: 'windows-1250',
  hu: 'windows-1250',
}

/** The text, by its mark, as UTF-8, or in the old letters of the language; null for what is no text. */
function decoded(bytes: Uint8Array, language: string): string | null {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes)
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder(oldLetters[language.split('-')[0] ?? ''] ?? 'windows-1252').decode(bytes)
  }
}

function textToHtml(text: string): string {
  return pastedParagraphs(text)
    .map((lines) => `<p>${lines.map(escaped).join('<br>')}</p>`)
    .join('')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
