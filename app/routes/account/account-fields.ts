// The rules of fields that several account forms share; each names its own sentence.
import { z } from 'zod'
import { wordsFor } from '#app/words/words.ts'

const { faults } = wordsFor('en').account

export const nameField = z.string(faults.nameShort).trim().min(2, faults.nameShort).max(80, faults.nameLong)

export const emailField = z
  .string(faults.email)
  .trim()
  .max(254, faults.emailLong)
  .toLowerCase()
  .pipe(z.email(faults.email))

/** A password that is given, not chosen. */
export const passwordField = z.string(faults.password).min(1, faults.password).max(1000, faults.wrongSignIn)

export const newPasswordField = z.string(faults.newPassword).min(8, faults.newPassword).max(256, faults.passwordLong)

/** Six digits, with or without spaces. */
export const codeField = z
  .string(faults.code)
  .trim()
  .regex(/^\d{3}\s?\d{3}$/, faults.code)

/** A mailed or sealed token; what is wrong with one is said as "does not work any more", not here. */
export const tokenField = z.string().max(1000).default('')

/** Where to go afterwards; judged by safeRedirect when it is used. */
export const nextField = z.string().max(500).default('')
