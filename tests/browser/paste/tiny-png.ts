// A small real picture, for pastes and files that carry one.
import sharp from 'sharp'

/** A PNG of 300 by 200 pixels in one colour. */
export function tinyPng(background = '#3a6ea5'): Promise<Buffer> {
  return sharp({ create: { width: 300, height: 200, channels: 3, background } })
    .png()
    .toBuffer()
}
