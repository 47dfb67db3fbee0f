// Documents a second of processor time through check-copy and render-copy, for stories of 900 words. Prints JSON.
import { checkCopy } from '#app/newsroom/story/copy/check-copy.ts'
import { renderCopy } from '#app/newsroom/story/copy/render-copy.ts'
import { newsCopy } from './bench/news-copy.ts'

const nothing = { picture: () => null, story: () => null, topic: () => null }
const documents = Array.from({ length: 40 }, (_, i) => newsCopy(i, 900))
const checked = documents.map((document) => {
  const result = checkCopy(document)
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.copy
})

const rounds = 5
const figures = { check: [] as number[], render: [] as number[] }
for (let round = 0; round <= rounds; round++) {
  const check = perSecond(() => documents.forEach((document) => void checkCopy(document)))
  const render = perSecond(() => checked.forEach((copy) => void renderCopy(copy, nothing)))
  if (round === 0) continue // warm-up
  figures.check.push(check)
  figures.render.push(render)
}
process.stdout.write(`${JSON.stringify({ check: median(figures.check), render: median(figures.render) })}\n`)

function perSecond(pass: () => void): number {
  const spent = () => process.cpuUsage().user + process.cpuUsage().system
  const start = spent()
  let passes = 0
  while (spent() - start < 400_000) {
    pass()
    passes += 1
  }
  return (passes * documents.length * 1e6) / (spent() - start)
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
