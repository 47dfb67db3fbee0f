// Has a file of Word read by a worker, within a time.
import type { ZipFault } from './import-zip.ts'

export type WordAnswer =
  | { ok: true; html: string; pictures: { type: string; bytes: ArrayBuffer }[]; lost: number }
  | { ok: false; because: ZipFault | 'too-slow' }

const SECONDS = 20

/** The file as HTML with its pictures beside it. Whatever the file does, there is an answer after twenty seconds. */
export async function readWord(file: Blob): Promise<WordAnswer> {
  const bytes = await file.arrayBuffer()
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' })
  let clock: ReturnType<typeof setTimeout> | undefined
  try {
    return await new Promise((resolve) => {
      clock = setTimeout(() => resolve({ ok: false, because: 'too-slow' }), SECONDS * 1000)
      worker.addEventListener('message', (event: MessageEvent<WordAnswer>) => resolve(event.data))
      worker.addEventListener('error', () => resolve({ ok: false, because: 'damaged' }))
      worker.postMessage(bytes, [bytes])
    })
  } finally {
    clearTimeout(clock)
    worker.terminate()
  }
}
