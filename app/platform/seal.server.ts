// Seals small secrets (second factors) so that a stolen database does not hold them in clear.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

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
