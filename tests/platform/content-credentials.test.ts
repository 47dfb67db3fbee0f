// Content credentials: read from real signed files, believed only where file and signature belong together.
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { type Credentials, credentialsFrom } from '#app/newsroom/pictures/content-credentials.ts'
import { openCredentialReader } from '#app/platform/content-credentials.server.ts'
import { type Claimed, signedPhoto } from './signed-photo.ts'

const reader = openCredentialReader()
const source = (name: string) => `http://cv.iptc.org/newscodes/digitalsourcetype/${name}`
const photo = sharp({ create: { width: 320, height: 240, channels: 3, background: '#883322' } })
const jpeg = photo
  .clone()
  .withExif({ IFD0: { Make: 'Testcam' } })
  .jpeg()
  .toBuffer()

async function read(bytes: Uint8Array): Promise<Credentials | null> {
  const answer = await reader.read(bytes)
  return answer && credentialsFrom(answer.report)
}
const readSigned = async (claimed: Claimed) => read(await signedPhoto(await jpeg, claimed))

test('a signed photo says who signed it and that a camera took it', { timeout: 30_000 }, async () => {
  expect(
    await readSigned({ actions: [{ action: 'c2pa.created', digitalSourceType: source('digitalCapture') }] }),
  ).toEqual({
    state: 'unknown-signer',
    issuer: 'Test Newsroom',
    generator: 'Testcam',
    claims: ['captured'],
  })
})

test('a generated picture and an edited one say so', { timeout: 30_000 }, async () => {
  const made = { action: 'c2pa.created', digitalSourceType: source('trainedAlgorithmicMedia') }
  expect(await readSigned({ generator: 'Dream Machine', actions: [made] })).toMatchObject({
    generator: 'Dream Machine',
    claims: ['ai-made'],
  })
  const taken = { action: 'c2pa.created', digitalSourceType: source('digitalCapture') }
  const filled = { action: 'c2pa.edited', digitalSourceType: source('compositeWithTrainedAlgorithmicMedia') }
  expect(await readSigned({ actions: [taken, filled, { action: 'c2pa.cropped' }] })).toMatchObject({
    claims: ['captured', 'ai-part', 'edited'],
  })
})

test('a file that was changed after it was signed is not believed', { timeout: 30_000 }, async () => {
  const signed = await signedPhoto(await jpeg, {
    actions: [{ action: 'c2pa.created', digitalSourceType: source('digitalCapture') }],
  })
  const changed = Uint8Array.from(signed)
  changed[changed.length - 20] = (changed[changed.length - 20] ?? 0) ^ 0x55 // in the picture itself
  expect(await read(changed)).toMatchObject({ state: 'invalid' })
  expect((await read(signed))?.state).toBe('unknown-signer')
})

test('a photo without credentials has none, whatever its kind, and so has what is no photo', async () => {
  expect(await read(await jpeg)).toBeNull()
  expect(await read(await photo.clone().webp().toBuffer())).toBeNull()
  expect(await read(await photo.clone().png().toBuffer())).toBeNull()
  expect(await read(new TextEncoder().encode('jumd c2pa and nothing else'))).toBeNull()
  expect(await read(new Uint8Array())).toBeNull()
})

test('a manifest that is cut off or made up is invalid, and the house lives on', { timeout: 60_000 }, async () => {
  const signed = Buffer.from(
    await signedPhoto(await jpeg, {
      actions: [{ action: 'c2pa.created', digitalSourceType: source('digitalCapture') }],
    }),
  )
  const cut = signed.subarray(0, signed.indexOf('jumd') + 400)
  expect((await read(cut))?.state ?? 'none').not.toBe('unknown-signer')
  for (const step of [7, 31, 61]) {
    const broken = Buffer.from(signed)
    const from = broken.indexOf('jumd')
    for (let at = from + 10; at < from + 4000; at += step) broken[at] = (broken[at] ?? 0) ^ 0xff
    expect((await read(broken))?.state ?? 'none', `every ${step}th byte`).not.toBe('unknown-signer')
  }
  expect((await read(signed))?.state).toBe('unknown-signer')
})

test('a report of another shape is invalid and claims nothing', () => {
  for (const report of [undefined, null, 'no', 7, [], {}, { manifests: [1, 2] }, { manifests: { a: null } }])
    expect(credentialsFrom(report)).toEqual({ state: 'invalid', claims: [] })
})
