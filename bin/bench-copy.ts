// Documents a second of processor time through check-copy, render-copy and the prints of likeness, for stories of 900
// words; milliseconds to compare two versions of 5,000 words with 50 changes. Prints JSON.
import { comparedContents } from '#app/newsroom/desk/compared-contents.ts'
import { bandsOf, shinglesOf, signatureOf } from '#app/newsroom/desk/text-likeness.ts'
import { type Copy, checkCopy } from '#app/newsroom/story/copy/check-copy.ts'
import { copyText } from '#app/newsroom/story/copy/copy-facts.ts'
import { renderCopy } from '#app/newsroom/story/copy/render-copy.ts'
import { newsCopy, withChanges } from './bench/news-copy.ts'

const nothing = { picture: () => null, story: () => null, topic: () => null }
const documents = Array.from({ length: 40 }, (_, i) => newsCopy(i, 900))
const checked = documents.map(readCopy)

const texts = checked.map(copyText)
const long = newsCopy(1, 5_000)
const before = { headline: 'A bridge opens', standfirst: '', copy: readCopy(long) }
const after = { ...before, copy: readCopy(withChanges(long, 50)) }

const rounds = 5
const figures = { check: [] as number[], render: [] as number[], prints: [] as number[], diff: [] as number[] }
for (let round = 0; round <= rounds; round++) {
  const check = perSecond(() => documents.forEach((document) => void checkCopy(document)))
  const render = perSecond(() => checked.forEach((copy) => void renderCopy(copy, nothing)))
  const prints = perSecond(() => texts.forEach((text) => void printOf(text)))
  const diffs = perSecond(() => void comparedContents(before, after), 1)
  if (round === 0) continue // warm-up
  figures.prints.push(prints)
  figures.diff.push(1000 / diffs)
  figures.check.push(check)
  figures.render.push(render)
}
const medians = Object.entries(figures).map(([name, values]) => [name, median(values)])
process.stdout.write(`${JSON.stringify(Object.fromEntries(medians))}\n`)

function printOf(text: string): string[] {
  const signature = signatureOf(shinglesOf(text))
  return signature ? bandsOf(signature) : []
}

function readCopy(document: unknown): Copy {
  const result = checkCopy(document)
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.copy
}

function perSecond(pass: () => void, each = documents.length): number {
  const spent = () => process.cpuUsage().user + process.cpuUsage().system
  const start = spent()
  let passes = 0
  while (spent() - start < 400_000) {
    pass()
    passes += 1
  }
  return (passes * each * 1e6) / (spent() - start)
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
