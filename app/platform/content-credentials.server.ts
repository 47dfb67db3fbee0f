// Reads and validates content credentials (C2PA) in a worker of its own: a file made to hang or to crash takes that alone.
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { WasmReader } from '@contentauth/c2pa-wasm'
import type { CredentialReader } from '#app/newsroom/pictures/content-credentials.ts'

const mostBytes = 25 * 1024 * 1024
const mostMilliseconds = 10_000

/** Opens the reader. One file at a time: the library takes tens of megabytes for each. */
export function openCredentialReader(): CredentialReader {
  let last: Promise<unknown> = Promise.resolve()
  return {
    async read(bytes) {
      const format = formatOf(bytes)
      // Most photos carry nothing, and that is seen without waking anybody.
      if (format === null || bytes.byteLength > mostBytes || !mayCarry(bytes)) return null
      const mine = last.then(() => readInWorker(bytes, format))
      last = mine.catch(() => {})
      return mine
    },
  }
}

/** A manifest lies in boxes of JUMBF, whose description box names it. */
function mayCarry(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return file.includes('jumd') && file.includes('c2pa')
}

function formatOf(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  if (head.startsWith('\xff\xd8')) return 'image/jpeg'
  if (head.startsWith('\x89PNG')) return 'image/png'
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return 'image/webp'
  if (head.startsWith('ftyp', 4)) return head.startsWith('avi', 8) ? 'image/avif' : 'image/heic'
  return null
}

// Nothing is fetched: neither manifests that lie elsewhere nor whether a certificate was called back.
const settings = JSON.stringify({ verify: { remote_manifest_fetch: false, ocsp_fetch: false } })

// The worker's whole program is a text, because the server is one built file and a worker needs one of its own.
const program = `
const { parentPort, workerData } = require('node:worker_threads')
const { readFileSync } = require('node:fs')
globalThis.fetch = () => Promise.reject(new Error('the reader of credentials asks nobody'))
import(workerData.library).then(async (c2pa) => {
  c2pa.initSync({ module: readFileSync(workerData.wasm) })
  const reader = await c2pa.WasmReader.fromBytes(workerData.format, workerData.bytes, workerData.settings)
  parentPort.postMessage({ report: reader.json() })
}).catch((error) => parentPort.postMessage({ error: String(error && error.message || error) }))
`

type Read = { report: unknown } | null
const unreadable: Read = { report: undefined }

function readInWorker(bytes: Uint8Array, format: string): Promise<Read> {
  const find = createRequire(import.meta.url).resolve
  const library = pathToFileURL(find('@contentauth/c2pa-wasm')).href
  const wasm = find('@contentauth/c2pa-wasm/c2pa.wasm')
  const worker = new Worker(program, {
    eval: true,
    env: {},
    stdin: false,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 128 },
    workerData: { library, wasm, bytes, format, settings },
  })
  return new Promise((resolve) => {
    const settle = (answer: Read) => {
      clearTimeout(timer)
      resolve(answer)
      void worker.terminate()
    }
    const timer = setTimeout(() => settle(unreadable), mostMilliseconds)
    worker.once('error', () => settle(unreadable))
    worker.once('exit', () => settle(unreadable))
    worker.once('message', (message: unknown) => settle(answerOf(message)))
  })
}

function answerOf(message: unknown): Read {
  if (typeof message !== 'object' || message === null) return unreadable
  if ('report' in message) return { report: JSON.parse(message.report as ReturnType<WasmReader['json']>) }
  const error = 'error' in message ? String(message.error) : ''
  return /no JUMBF|JumbfNotFound/i.test(error) ? null : unreadable
}
