// The rules of fields that several account forms share; each says what is wrong in the words it is given.
import { z } from 'zod'
import type { Words } from '#app/words/words.ts'

type Faults = Words['account']['faults']

export function nameField(faults: Faults) {
  return z.string(faults.nameShort).trim().min(2, faults.nameShort).max(80, faults.nameLong)
}

export function emailField(faults: Faults) {
  return z.string(faults.email).trim().max(254, faults.emailLong).toLowerCase().pipe(z.email(faults.email))
}

/** A password that is given, not chosen. */
export function passwordField(faults: Faults) {
  return z.string(faults.password).min(1, faults.password).max(1000, faults.wrongSignIn)
}

export function newPasswordField(faults: Faults) {
  return z.string(faults.newPassword).min(8, faults.newPassword).max(256, faults.passwordLong)
}

/** Six digits, with or without spaces. */
export function codeField(faults: Faults) {
  return z
    .string(faults.code)
    .trim()
    .regex(/^\d{3}\s?\d{3}$/, faults.code)
}

/** A mailed or sealed token; what is wrong with one is said as "does not work any more", not here. */
export const tokenField = z.string().max(1000).default('')

/** Where to go afterwards; judged by safeRedirect when it is used. */
export const nextField = z.string().max(500).default('')
