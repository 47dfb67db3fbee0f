// Ids of people for URLs: random, so that knowing one tells nothing about another.
import { randomBytes } from 'node:crypto'

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz' // Crockford's base 32: nothing that reads like something else

/** A new public id: 16 characters, 80 random bits. */
export function newPersonId(): string {
  return Array.from(randomBytes(16), (byte) => LETTERS[byte & 31]).join('')
}
