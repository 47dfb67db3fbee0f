// Writing a story of 5,000 words in a browser: what the page brings, when it is usable, what a key costs.
import { ROUNDS, say } from './asked.mjs'
import { seededHouse } from './houses.mjs'
import { median, quantile, row } from './rows.mjs'
import { timeWriting } from './writing.mjs'

export async function writingRows() {
  say('Opening and writing a story of 5,000 words in a browser …')
  const { url, seeded } = await seededHouse()
  const { usable, scriptBytes, paint, cpu } = await timeWriting({ url, seeded, rounds: ROUNDS })
  const painted = (/** @type {number} */ part) => median(paint.map((all) => quantile(all, part)))
  return [
    row('writing page script, as sent', scriptBytes / 1024, 'KB', 260, 'lower'),
    row('writing page usable', median(usable) / 1000, 's', 1.5, 'lower'),
    row('keydown to paint at 5,000 words, p50', painted(0.5), 'ms', 33, 'lower'),
    row('keydown to paint at 5,000 words, p95', painted(0.95), 'ms', 33, 'lower'),
    row('CPU a key at 5,000 words', median(cpu), 'ms', 10, 'lower'),
  ]
}
