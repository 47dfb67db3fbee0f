// Reads a file of Word beside the page, so that a slow or hostile one can be ended without the page.
import mammoth from 'mammoth'
import type { WordAnswer } from './import-docx.ts'
import { wordZipFault } from './import-zip.ts'

const MB = 1024 * 1024
const zipLimits = { totalBytes: 80 * MB, xmlBytes: 16 * MB, entries: 2000 }
const LONGEST_HTML = 3_000_000
const MOST_PICTURES = 40

// What Word calls these is not in the reader's own list; the rest of its list stays.
const styles = [
  "p[style-name='Title'] => h2:fresh",
  "p[style-name='Subtitle'] => h3:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
]

self.addEventListener('message', (event: MessageEvent<ArrayBuffer>) => {
  void read(event.data)
    .catch((): WordAnswer => ({ ok: false, because: 'damaged' }))
    .then((answer) => self.postMessage(answer))
})

async function read(arrayBuffer: ArrayBuffer): Promise<WordAnswer> {
  const because = await wordZipFault(new Uint8Array(arrayBuffer), zipLimits)
  if (because) return { ok: false, because }
  const pictures: { type: string; bytes: ArrayBuffer }[] = []
  let lost = 0
  const convertImage = mammoth.images.imgElement(async (image) => {
    const isTaken = /^image\/(jpeg|png|webp)$/.test(image.contentType) && pictures.length < MOST_PICTURES
    if (isTaken) {
      const bytes = await image.readAsArrayBuffer()
      return { src: `x-picture:${pictures.push({ type: image.contentType, bytes }) - 1}` }
    }
    lost++
    return { src: '' }
  })
  const { value: html } = await mammoth.convertToHtml({ arrayBuffer }, { styleMap: styles, convertImage })
  if (html.length > LONGEST_HTML) return { ok: false, because: 'too-large' }
  // The arrows by which a note leads back to its place lead nowhere here.
  return { ok: true, html: html.replace(/ ?<a href="#(?:foot|end)note-ref-\d+">↑<\/a>/g, ''), pictures, lost }
}
