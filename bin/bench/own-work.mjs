// What is measured without a server: the editor's files, the document language, the queue at a million stories.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../build.mjs'
import { asked, say } from './asked.mjs'
import { editorFiles } from './chunks.mjs'
import { output } from './houses.mjs'
import { brotliSize, row } from './rows.mjs'

/** What the writing page loads for the editor: its chunk and those that it imports. */
export function editorChunk() {
  const assets = join(root, 'build/client/assets')
  const bytes = editorFiles(assets).reduce((sum, name) => sum + brotliSize(readFileSync(join(assets, name))), 0)
  return row('editor chunk without React, brotli', bytes / 1024, 'KB', 115, 'lower')
}

/** Checking, rendering and comparing copy. */
export async function copyRows() {
  const { check, render, prints, diff } = JSON.parse(await output('build/bin/bench-copy.js', [], process.env))
  const rows = []
  if (asked('copy')) {
    rows.push(row('check-copy, 900 words', check, 'documents/s', 3000, 'higher'))
    rows.push(row('render-copy, 900 words', render, 'documents/s', 10_000, 'higher'))
  }
  if (asked('diff')) rows.push(row('diff, 5,000 words with 50 changes', diff, 'ms CPU', 20, 'lower'))
  if (asked('likeness')) rows.push(row('prints of likeness, 900 words', prints, 'documents/s', 300, 'higher'))
  return rows
}

/** The floor of each row is what the same question costs among a thousand stories. */
export async function queueRows() {
  say('Writing a thousand, a hundred thousand and a million stories …')
  const { seconds, times } = JSON.parse(await output('build/bin/bench-queue.js', [], process.env))
  say(`written in ${Math.round(seconds[1_000_000])} s`)
  return Object.entries(times).flatMap(([name, of]) => {
    const [floor, hundred, million] = [of[1_000], of[100_000], of[1_000_000]]
    const growth = (/** @type {string} */ label, /** @type {number} */ value) =>
      row(`${name}, ${label} ÷ 1 k`, value, 'ms', 1.5, 'lower', { floor, ratio: value / floor, byRatio: true })
    return [row(`${name}, 1 M stories`, million, 'ms', 1, 'lower'), growth('100 k', hundred), growth('1 M', million)]
  })
}
