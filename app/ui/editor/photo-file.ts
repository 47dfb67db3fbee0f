// Looks into a chosen photo and makes the picture that is sent: upright, turned as asked, at most 2560 points long.
import { isHeic } from '#app/newsroom/pictures/exif-block.ts'
import { type PictureEvidence, whatTheFileTells } from '#app/newsroom/pictures/what-the-file-tells.ts'

/** Of a picture that is sent, in points. */
export const longestSide = 2560
/** What is not larger goes as it is. */
const smallBytes = 2 * 1024 * 1024
const previewSide = 720

export type SeenPhoto = {
  told: PictureEvidence
  /** A small picture to show, upright; null when this browser cannot read the file. */
  preview: ImageBitmap | null
  /** A HEIC file, which few programs read. */
  isHeic: boolean
}

/** What the file tells and how it looks. Never throws. */
export async function lookAtPhoto(file: Blob): Promise<SeenPhoto> {
  // EXIF stands in the first part of a JPEG; other types are read whole, up to what a photo may have.
  const bytes = new Uint8Array(await file.slice(0, 16 * 1024 * 1024).arrayBuffer())
  const seen = { told: whatTheFileTells(bytes), isHeic: isHeic(bytes) }
  try {
    const whole = await createImageBitmap(file)
    const [width, height] = fitted(whole.width, whole.height, previewSide)
    const preview = await createImageBitmap(whole, {
      resizeWidth: width,
      resizeHeight: height,
      resizeQuality: 'medium',
    })
    whole.close()
    return { ...seen, preview }
  } catch {
    return { ...seen, preview: null }
  }
}

/** Draws the preview, turned to the right by quarters. */
export function drawPreview(canvas: HTMLCanvasElement, preview: ImageBitmap, turns: number): void {
  const sideways = turns % 2 === 1
  canvas.width = sideways ? preview.height : preview.width
  canvas.height = sideways ? preview.width : preview.height
  const context = canvas.getContext('2d')
  if (context) drawTurned(context, preview, canvas.width, canvas.height, turns)
}

/**
 * The picture to send: the file itself when it is small, upright as it is and may tell what it tells; else a new JPEG
 * (WebP where there may be transparency) that tells nothing. The file itself too when this browser cannot read it.
 */
export async function makePicture(file: File, turns: number, mayTell: boolean): Promise<Blob> {
  let whole: ImageBitmap
  try {
    whole = await createImageBitmap(file) // upright: the browser heeds what the camera said of how it was held
  } catch {
    return file
  }
  try {
    const [width, height] = fitted(whole.width, whole.height, longestSide)
    const isSmall = width === whole.width && height === whole.height && file.size <= smallBytes
    if (isSmall && turns === 0 && mayTell) return file
    const sideways = turns % 2 === 1
    const isFlat = file.type === 'image/jpeg' || isHeicType(file.type)
    const encoded = await encode(whole, sideways ? height : width, sideways ? width : height, turns, isFlat)
    return encoded ?? file
  } finally {
    whole.close()
  }
}

async function encode(
  whole: ImageBitmap,
  width: number,
  height: number,
  turns: number,
  isFlat: boolean,
): Promise<Blob | null> {
  const how = isFlat ? { type: 'image/jpeg', quality: 0.85 } : { type: 'image/webp', quality: 0.9 }
  if (typeof OffscreenCanvas !== 'undefined') {
    const canvas = new OffscreenCanvas(width, height)
    const context = canvas.getContext('2d')
    if (!context) return null
    drawTurned(context, whole, width, height, turns)
    return canvas.convertToBlob(how)
  }
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) return null
  drawTurned(context, whole, width, height, turns)
  return new Promise((resolve) => canvas.toBlob(resolve, how.type, how.quality))
}

type Pencil = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

function drawTurned(context: Pencil, picture: ImageBitmap, width: number, height: number, turns: number): void {
  const sideways = turns % 2 === 1
  context.imageSmoothingQuality = 'high'
  context.translate(width / 2, height / 2)
  context.rotate((turns % 4) * (Math.PI / 2))
  const [w, h] = sideways ? [height, width] : [width, height]
  context.drawImage(picture, -w / 2, -h / 2, w, h)
}

function fitted(width: number, height: number, longest: number): [width: number, height: number] {
  const scale = Math.min(1, longest / Math.max(width, height))
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))]
}

function isHeicType(type: string): boolean {
  return /^image\/hei[cf]/.test(type)
}
