// What a 12-megapixel photo costs the server that takes it: prints JSON for bin/bench/photo.mjs.
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import sharp from 'sharp'
import { openPictureSizer } from '#app/platform/picture-sizes.server.ts'

const ROUNDS = 5

/** Fine grain on a soft ground, as a camera's JPEG has it. */
async function photo(): Promise<Uint8Array> {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const
  const create = { width: 4000, height: 3000, channels: 3, background: '#4f6d5b', noise } as const
  return sharp({ create }).blur(1.5).jpeg({ quality: 88 }).toBuffer()
}

const bytes = await photo()
const sizer = openPictureSizer()
await sizer.size(bytes) // the codecs are loaded once
const loop = monitorEventLoopDelay({ resolution: 1 })
const seconds: number[] = []
loop.enable()
for (let round = 0; round < ROUNDS; round++) {
  const begun = performance.now()
  const sized = await sizer.size(bytes)
  if (!sized.ok) throw new Error(sized.because)
  seconds.push((performance.now() - begun) / 1000)
  const largest = sized.picture.sizes.findLast(({ format }) => format === 'jpeg')
  if (largest) await sizer.smaller(largest.data)
}
loop.disable()
console.log(JSON.stringify({ seconds, loopMs: loop.percentile(99) / 1e6 }))
