// Pictures that come inside pasted HTML or a file: kept aside while the words are read, then sent to the desk in their places.
import type { Transaction } from '@tiptap/pm/state'

export type PictureInTray = { file: File; alt: string }

const OPEN = '\uE0F0'
const CLOSE = '\uE0F1'
const SCHEME = 'x-picture:'
const MARK = new RegExp(`${OPEN}(\\d+)${CLOSE}`, 'g')

/** The pictures of one paste or file. A picture is named `x-picture:3` in the HTML and by a mark in the text. */
export class PictureTray {
  readonly pictures: PictureInTray[] = []
  /** How many pictures stay behind, because they lie elsewhere or are of a kind we do not take. */
  lost = 0

  constructor(files: readonly File[] = []) {
    for (const file of files) this.pictures.push({ file, alt: '' })
  }

  /** The HTML without the bytes of its pictures, which go into the tray. */
  unload(html: string): string {
    return html.replace(
      /\bsrc\s*=\s*(["']?)data:(image\/(?:jpeg|png|webp|avif));base64,([a-z0-9+/=\s]*)\1/gi,
      (_, quote: string, type: string, bytes: string) => {
        const at = this.#add(type.toLowerCase(), bytes)
        return `src=${quote}${at === null ? '' : SCHEME + at}${quote}`
      },
    )
  }

  #add(type: string, bytes: string): number | null {
    try {
      const data = Uint8Array.from(atob(bytes.replace(/\s+/g, '')), (letter) => letter.charCodeAt(0))
      const number = this.pictures.length + 1
      return this.pictures.push({ file: new File([data], `picture-${number}.${type.slice(6)}`, { type }), alt: '' }) - 1
    } catch {
      return null
    }
  }
}

/** Every picture in the tray gets its mark in the text; the others leave the page. */
export function markPictures(page: Document, tray: PictureTray): void {
  for (const image of page.querySelectorAll('img, picture')) {
    const source = image.getAttribute('src') ?? ''
    const at = source.startsWith(SCHEME) ? Number(source.slice(SCHEME.length)) : Number.NaN
    const picture = tray.pictures[at]
    if (picture) {
      picture.alt = (image.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim().slice(0, 1000)
      image.replaceWith(`${OPEN}${at}${CLOSE}`)
    } else if (image.tagName === 'IMG') {
      if (isSeen(image)) tray.lost++
      image.remove()
    }
  }
  for (const around of page.querySelectorAll('picture')) around.replaceWith(...around.childNodes)
}

/** Counting pixels and the signs of lists are pictures that nobody misses. */
function isSeen(image: Element): boolean {
  const side = (name: string) => Number.parseInt(image.getAttribute(name) ?? '100', 10)
  return image.closest('[role=checkbox]') === null && side('width') > 24 && side('height') > 24
}

/** Takes the marks out of the changed text between two places, and says where each picture belongs. In reading order. */
export function liftMarks(tr: Transaction, from: number, to: number): { at: number; pos: number }[] {
  const marks: { at: number; from: number; to: number }[] = []
  tr.doc.nodesBetween(from, Math.min(to, tr.doc.content.size), (node, pos) => {
    for (const found of node.text?.matchAll(MARK) ?? [])
      marks.push({ at: Number(found[1]), from: pos + found.index, to: pos + found.index + found[0].length })
  })
  const before = tr.mapping.maps.length
  for (const mark of [...marks].reverse()) {
    const $mark = tr.doc.resolve(mark.from)
    const isAlone = $mark.depth === 1 && $mark.parent.content.size === mark.to - mark.from && tr.doc.childCount > 1
    if (isAlone) tr.delete($mark.before(), $mark.after())
    else tr.delete(mark.from, mark.to)
  }
  const mapping = tr.mapping.slice(before)
  return marks.map(({ at, from: pos }) => ({ at, pos: mapping.map(pos, -1) }))
}
