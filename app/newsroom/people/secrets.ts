// What people need of the platform to keep secrets: hashing passwords and sealing second factors, handed in.

/** Too short, too long, or among the first that a guesser tries. */
export type PasswordFault = 'short' | 'long' | 'easy'

/** Fulfilled by platform/passwords.server.ts and platform/seal.server.ts, so that no import runs backwards. */
export type Secrets = {
  hashPassword(plain: string): Promise<string>
  /** Takes as long for no hash (nobody has that address) and says no. */
  verifyPassword(hash: string | null, plain: string): Promise<boolean>
  /** What is wrong with a new password, or null. `known` are words a guesser tries first. */
  passwordFault(plain: string, known: string[]): PasswordFault | null
  seal(plain: string): string
  /** The text, or null when it was not sealed here or was changed. */
  open(sealed: string): string | null
}
