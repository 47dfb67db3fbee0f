// Makes a photo with signed content credentials, offline: a small authority, its signer's certificate, and the signature.
import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { initSync, WasmBuilder } from '@contentauth/c2pa-wasm'

export type Claimed = {
  /** Who made the picture's file, as the manifest names it. */
  generator?: string
  /** Actions as C2PA names them: `c2pa.created` with a digital source type, `c2pa.edited`. */
  actions: { action: string; digitalSourceType?: string }[]
}

const RESERVED = 8192

/** The JPEG with a manifest that claims so much, signed by an authority that nobody knows. */
export async function signedPhoto(jpeg: Uint8Array, { generator = 'Testcam', actions }: Claimed): Promise<Uint8Array> {
  open()
  const manifest = {
    claim_generator_info: [{ name: generator, version: '1' }],
    title: 'photo.jpg',
    assertions: [{ label: 'c2pa.actions', data: { actions } }],
  }
  const builder = WasmBuilder.fromJson(JSON.stringify(manifest))
  const signer = newSigner()
  const signed = await builder.sign(
    { alg: 'es256', reserveSize: RESERVED, sign: async (claim) => signer(claim) },
    [],
    'image/jpeg',
    new HeldBlob(jpeg),
  )
  builder.free()
  return signed
}

/** The builder reads its source as a browser's worker does, at once; Node's own Blob can only be waited for. */
class HeldBlob extends Blob {
  readonly held: Uint8Array
  constructor(held: Uint8Array) {
    super([held as Uint8Array<ArrayBuffer>])
    this.held = held
  }
  override slice(from?: number, to?: number): HeldBlob {
    return new HeldBlob(this.held.slice(from, to))
  }
}

let opened = false
function open() {
  if (opened) return
  opened = true
  const reader = class {
    readAsArrayBuffer = ({ held }: HeldBlob) => new Uint8Array(held).buffer
  }
  Object.assign(globalThis, { FileReaderSync: reader })
  initSync({ module: readFileSync(createRequire(import.meta.url).resolve('@contentauth/c2pa-wasm/c2pa.wasm')) })
}

// ---- COSE: the claim's signature with its certificates, filled up to the size that was reserved for it
function newSigner(): (claim: Uint8Array) => Uint8Array<ArrayBuffer> {
  const { key, chain } = certified()
  return (claim) => {
    const head = bytes(
      map([
        [integer(1), integer(-7)],
        [integer(33), array(chain.map((one) => bytes(one)))],
      ]),
    )
    const toSign = array([text('Signature1'), head, bytes(new Uint8Array()), bytes(claim)])
    const signature = sign('sha256', toSign, { key, dsaEncoding: 'ieee-p1363' })
    const whole = (padding: number) =>
      Buffer.concat([
        Buffer.from([0xd2, 0x84]),
        head,
        map([[text('pad'), bytes(new Uint8Array(padding))]]),
        Buffer.from([0xf6]),
        bytes(signature),
      ])
    const missing = RESERVED - whole(1000).length + 1000
    return new Uint8Array(whole(missing))
  }
}

// ---- CBOR, as much of it as is needed
function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value])
  if (value < 256) return Buffer.from([(major << 5) | 24, value])
  return Buffer.from([(major << 5) | 25, value >> 8, value & 255])
}
const integer = (value: number) => (value < 0 ? head(1, -1 - value) : head(0, value))
const bytes = (value: Uint8Array) => Buffer.concat([head(2, value.length), value])
const text = (value: string) => Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
const array = (items: Buffer[]) => Buffer.concat([head(4, items.length), ...items])
const map = (pairs: [Buffer, Buffer][]) => Buffer.concat([head(5, pairs.length), ...pairs.flat()])

// ---- X.509: an authority and a certificate of its own for the signer
function certified(): { key: KeyObject; chain: Buffer[] } {
  const authority = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const signer = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const root = certificate(
    'Test Authority',
    'Test Authority',
    authority.publicKey,
    authority.publicKey,
    authority.privateKey,
    true,
  )
  const leaf = certificate(
    'Test Authority',
    'Test Newsroom',
    signer.publicKey,
    authority.publicKey,
    authority.privateKey,
    false,
  )
  return { key: createPrivateKey(signer.privateKey.export({ type: 'pkcs8', format: 'pem' })), chain: [leaf, root] }
}

const tlv = (tag: number, ...parts: Uint8Array[]) => {
  const value = Buffer.concat(parts)
  const { length } = value
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), value])
}
const sequence = (...parts: Uint8Array[]) => tlv(0x30, ...parts)
const oid = (...ids: number[]) => {
  const [first = 0, second = 0, ...rest] = ids
  const base128 = (id: number): number[] => {
    const digits = [id & 127]
    for (let left = id >> 7; left > 0; left >>= 7) digits.unshift((left & 127) | 128)
    return digits
  }
  return tlv(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}
const ecdsaWithSha256 = sequence(oid(1, 2, 840, 10045, 4, 3, 2))
const yes = tlv(0x01, Buffer.from([0xff]))

function name(common: string): Buffer {
  const part = (type: number, value: string) => tlv(0x31, sequence(oid(2, 5, 4, type), tlv(0x0c, Buffer.from(value))))
  return sequence(part(10, common), part(3, common))
}

function certificate(
  issuer: string,
  subject: string,
  key: KeyObject,
  issuerKey: KeyObject,
  signWith: KeyObject,
  isAuthority: boolean,
): Buffer {
  const spki = (of: KeyObject) => of.export({ type: 'spki', format: 'der' })
  const keyId = (of: KeyObject) => createHash('sha1').update(spki(of).subarray(-65)).digest()
  const extension = (id: Buffer, value: Uint8Array, critical = false) =>
    sequence(id, ...(critical ? [yes] : []), tlv(0x04, value))
  const extensions = [
    extension(oid(2, 5, 29, 19), isAuthority ? sequence(yes) : sequence(), true),
    extension(oid(2, 5, 29, 15), tlv(0x03, isAuthority ? Buffer.from([1, 0x06]) : Buffer.from([7, 0x80])), true),
    ...(isAuthority ? [] : [extension(oid(2, 5, 29, 37), sequence(oid(1, 3, 6, 1, 5, 5, 7, 3, 4)))]),
    extension(oid(2, 5, 29, 14), tlv(0x04, keyId(key))),
    extension(oid(2, 5, 29, 35), sequence(tlv(0x80, keyId(issuerKey)))),
  ]
  const body = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    tlv(0x02, Buffer.from([isAuthority ? 1 : 2])),
    ecdsaWithSha256,
    name(issuer),
    sequence(tlv(0x17, Buffer.from('250101000000Z')), tlv(0x17, Buffer.from('490101000000Z'))),
    name(subject),
    spki(key),
    tlv(0xa3, sequence(...extensions)),
  )
  return sequence(body, ecdsaWithSha256, tlv(0x03, Buffer.from([0]), sign('sha256', body, signWith)))
}
