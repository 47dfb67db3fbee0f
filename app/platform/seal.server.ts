// Seals secrets (second factors) and files (photos as they came) so that a stolen disk does not hold them in clear.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'

/** Seals and opens texts with a key made from SECRET_KEY for one `purpose`; what was sealed for another does not open. */
export function makeSeal(secretKey: string, purpose: string) {
  const key = Buffer.from(hkdfSync('sha256', secretKey, 'copydesk', purpose, 32))
  return {
    /** Text → `v1.<base64url of nonce, tag and cipher>`. */
    seal(plain: string): string {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`
    },
    /** The text, or null when it was not sealed with this key and purpose or was changed. */
    open(sealed: string): string | null {
      if (!sealed.startsWith('v1.')) return null
      const bytes = Buffer.from(sealed.slice(3), 'base64url')
      if (bytes.length < 28) return null
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 })
        decipher.setAuthTag(bytes.subarray(12, 28))
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
      } catch {
        return null
      }
    },
  }
}

const MB = 1024 * 1024

/** Seals and opens whole files: nonce, tag, cipher. A megabyte at a time, so that the event loop stays free. */
export function makeByteSeal(secretKey: string, purpose: string) {
  const key = Buffer.from(hkdfSync('sha256', secretKey, 'copydesk', purpose, 32))
  return {
    async seal(plain: Uint8Array): Promise<Uint8Array> {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const parts = await inParts(plain, (part) => cipher.update(part))
      parts.push(cipher.final())
      return Buffer.concat([nonce, cipher.getAuthTag(), ...parts])
    },
    /** The file, or null when it was not sealed with this key and purpose or was changed. */
    async open(sealed: Uint8Array): Promise<Uint8Array | null> {
      if (sealed.byteLength < 28) return null
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 })
        decipher.setAuthTag(sealed.subarray(12, 28))
        const parts = await inParts(sealed.subarray(28), (part) => decipher.update(part))
        parts.push(decipher.final())
        return Buffer.concat(parts)
      } catch {
        return null
      }
    },
  }
}

async function inParts(bytes: Uint8Array, work: (part: Uint8Array) => Buffer): Promise<Buffer[]> {
  const done: Buffer[] = []
  for (let at = 0; at < bytes.byteLength; at += MB) {
    done.push(work(bytes.subarray(at, at + MB)))
    await breathe()
  }
  return done
}
