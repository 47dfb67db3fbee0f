// How many documents a second of processor time; bundle it with esbuild for Node and run it, it asserts nothing.
import { checkCopy } from '#app/newsroom/story/copy/check-copy.ts'
import { diffCopies } from '#app/newsroom/story/copy/compare-copy.ts'
import { copyText, wordCount } from '#app/newsroom/story/copy/copy-facts.ts'
import { type Lookups, renderCopy, renderFeedCopy } from '#app/newsroom/story/copy/render-copy.ts'
import { newsStory } from './sample-copy.ts'

const WORDS = 900
const story = newsStory(WORDS)
const raw: unknown = JSON.parse(JSON.stringify(story))
const edited = newsStory(WORDS, 3)
const picture = {
  width: 1600,
  height: 900,
  sources: [{ type: 'image/webp', srcset: '/p/a-800.webp 800w' }],
  src: '/p/a.jpg',
}
const lookups: Lookups = {
  picture: () => picture,
  story: () => ({ title: 'A story', url: '/a-story' }),
  topic: () => ({ title: 'A topic', url: '/topics/a' }),
}

/** Counts processor time, so that a busy machine does not change the figure much. */
function perSecond(name: string, work: () => unknown): void {
  const spent = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1e6
  }
  const runFor = (seconds: number) => {
    const start = spent()
    let runs = 0
    while (spent() - start < seconds) for (let index = 0; index < 50; index++, runs++) work()
    return runs / (spent() - start)
  }
  runFor(0.5)
  console.log(`${name.padEnd(12)} ${Math.round(runFor(1.5)).toLocaleString('en')} a second`)
}

console.log(`a story of ${wordCount(story)} words, ${JSON.stringify(story).length} bytes`)
perSecond('check', () => checkCopy(raw))
perSecond('render', () => renderCopy(story, lookups))
perSecond('render feed', () => renderFeedCopy(story, lookups, 'https://example.org'))
perSecond('text', () => copyText(story))
perSecond('word count', () => wordCount(story))
perSecond('compare', () => diffCopies(story, edited))
