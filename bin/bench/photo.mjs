// A photo of 12 megapixels: how long its sender waits for its sizes, and what the server's other visitors feel meanwhile.
import { output } from './houses.mjs'
import { median, row } from './rows.mjs'

export async function photoRows() {
  const { seconds, loopMs } = JSON.parse(await output('build/bin/bench-photo.js', [], process.env))
  return [
    row('photo: 12 MP, until its sizes can be served', median(seconds), 's', 1, 'lower'),
    row('photo: event loop meanwhile, AVIF included, p99', loopMs, 'ms', 20, 'lower'),
  ]
}
