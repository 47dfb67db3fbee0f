// Hashes and judges passwords.
import { createRequire } from 'node:module'
import type { ZxcvbnFactory } from '@zxcvbn-ts/core'
import type { PasswordFault } from '#app/newsroom/people/secrets.ts'

const cost = { memoryCost: 19456, timeCost: 2, parallelism: 1 } // argon2id, 19 MiB
const atOnce = 4 // each takes 19 MB and a thread of the pool
const shortest = 8
const longest = 256

let running = 0
const waiting: (() => void)[] = []
let dummy: Promise<string> | null = null
let judge: ZxcvbnFactory | null = null

// Loaded with the first password: readers ask for none.
const argon2 = () => import('@node-rs/argon2')

/** The argon2id hash of a password, in its own printable form. */
export function hashPassword(plain: string): Promise<string> {
  return inTurn(async () => (await argon2()).hash(plain.normalize('NFKC'), cost))
}

/** Is this the password? With no hash (nobody has that address) it takes as long and says no. */
export async function verifyPassword(stored: string | null, plain: string): Promise<boolean> {
  dummy ??= hashPassword('nobody has this password')
  const against = stored ?? (await dummy)
  if (plain.length > longest) return false
  const { verify } = await argon2()
  const right = await inTurn(() => verify(against, plain.normalize('NFKC')).catch(() => false))
  return right && stored !== null
}

/** What is wrong with a new password, or null. `known` are words a guesser would try first. */
export function passwordFault(plain: string, known: string[] = []): PasswordFault | null {
  if (plain.length < shortest) return 'short'
  if (plain.length > longest) return 'long'
  judge ??= openJudge()
  const words = known.flatMap((word) => [word, ...word.split(/[\s@._-]+/)]).filter((word) => word.length > 2)
  // Judging is slow on long texts, and sixty-four characters say enough.
  const { score } = judge.check(plain.slice(0, 64), words)
  return score >= 2 ? null : 'easy'
}

// Its word lists take long to load and much memory, and most days nobody chooses a password: loaded when first asked.
function openJudge(): ZxcvbnFactory {
  const require = createRequire(import.meta.url)
  const { ZxcvbnFactory: Judge } = require('@zxcvbn-ts/core') as typeof import('@zxcvbn-ts/core')
  const words = require('@zxcvbn-ts/language-common') as typeof import('@zxcvbn-ts/language-common')
  return new Judge({ dictionary: words.dictionary, graphs: words.adjacencyGraphs })
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((go) => waiting.push(go))
  else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift() // hands its place on
    if (next) next()
    else running--
  }
}
