// Twenty thousand documents through the whole language: checked, printed, compared; no crash and nothing unsafe comes out.
import { expect, test } from 'vitest'
import { type Copy, checkCopy } from '#app/newsroom/story/copy/check-copy.ts'
import { cleanText } from '#app/newsroom/story/copy/clean-text.ts'
import { diffCopies, mergeCopies, mergeThreeWays } from '#app/newsroom/story/copy/compare-copy.ts'
import { copyFromText, copyText, copyToText, wordCount } from '#app/newsroom/story/copy/copy-facts.ts'
import { type Lookups, renderCopy, renderFeedCopy } from '#app/newsroom/story/copy/render-copy.ts'
import { attacks, hostileCopy } from './hostile-copies.ts'
import { seeded } from './sample-copy.ts'

const DOCUMENTS = 20_000
/** Controls but for tab and line ends, and the two code points XML never takes. */
const FORBIDDEN = /(?![\t\n\r\x7f-\x9f])\p{Cc}|[\ufffe\uffff]/u
const SITE = 'https://outlet.example'

/** What is looked up is as hostile as the copy that names it, but went through the door: without control characters. */
const titles = attacks.map(cleanText)
const hostileWorld: Lookups = {
  picture: (id) => ({
    alt: titles[id.length % titles.length],
    width: 800,
    height: 600,
    sources: [{ type: 'image/webp', srcset: `/pictures/${encodeURIComponent(id)}/800.webp 800w` }],
    src: `/pictures/${encodeURIComponent(id)}/800.jpeg`,
  }),
  story: (ref) => ({ title: titles[ref.length % titles.length] ?? '', url: `/stories/${encodeURIComponent(ref)}` }),
  topic: (id) => ({ title: titles[(id.length + 3) % titles.length] ?? '', url: `/topics/${encodeURIComponent(id)}` }),
}

test('20,000 random and hostile documents: no crash, and nothing unsafe in any output', { timeout: 600_000 }, () => {
  let legal = 0
  let before: Copy | null = null
  let older: Copy | null = null
  for (let seed = 0; seed < DOCUMENTS; seed++) {
    const raw = hostileCopy(seed)
    expectSafe(raw as Copy, `unchecked ${seed}`) // an old or damaged row is printed all the same
    const answer = checkCopy(raw)
    if (!answer.ok) {
      if (answer.faults.length === 0) throw new Error(`${seed} was refused without a fault`)
      continue
    }
    legal++
    const { copy } = answer
    const again = checkCopy(JSON.parse(JSON.stringify(copy)))
    if (!again.ok) throw new Error(`${seed} is refused once it was accepted: ${JSON.stringify(again.faults)}`)
    // What passed the check holds nothing that XML forbids.
    if (FORBIDDEN.test(renderFeedCopy(copy, hostileWorld, SITE))) throw new Error(`${seed} kept a control character`)
    expectTextIsKept(copy, seed)
    if (before) expectComparable(before, copy, older, seed)
    older = before
    before = copy
  }
  // A check that refuses everything would pass all of this.
  expect(legal).toBeGreaterThan(DOCUMENTS / 4)
  expect(legal).toBeLessThan(DOCUMENTS)
})

function expectSafe(copy: Copy, which: string): void {
  for (const html of [renderCopy(copy, hostileWorld), renderFeedCopy(copy, hostileWorld, SITE)]) {
    const unsafe = unsafeIn(html)
    if (unsafe.length) throw new Error(`${which}: ${unsafe.join(' ')}`)
  }
}

function expectTextIsKept(copy: Copy, seed: number): void {
  copyText(copy)
  if (wordCount(copy) < 0) throw new Error(`${seed} has ${wordCount(copy)} words`)
  const through = checkCopy(copyFromText(copyToText(copy), copy))
  if (!through.ok) throw new Error(`${seed} cannot be written as plain text: ${JSON.stringify(through.faults)}`)
}

function expectComparable(before: Copy, after: Copy, older: Copy | null, seed: number): void {
  const chance = seeded(seed)
  const changes = diffCopies(before, after)
  const taken = new Set(changes.filter(() => chance(2) === 0))
  const merged = [mergeCopies(before, after, changes, (change) => taken.has(change))]
  if (older && seed % 5 === 0) merged.push(mergeThreeWays(older, before, after).copy)
  for (const copy of merged) {
    const answer = checkCopy(copy)
    if (!answer.ok) throw new Error(`${seed}: a merge is not legal: ${JSON.stringify(answer.faults)}`)
    expectSafe(copy, `merge ${seed}`)
  }
}

// The frame of a known service, whose address is made of letters alone.
const PLAYER =
  /^(<iframe src="https:\/\/(www\.youtube-nocookie\.com\/embed\/[\w-]+|player\.vimeo\.com\/video\/\d+\?dnt=1)" title="(YouTube|Vimeo)" loading="lazy" referrerpolicy="strict-origin-when-cross-origin" allow="fullscreen">|<\/iframe>)$/

/** Everything in a piece of HTML that could run, load from elsewhere, or break out of its place. */
function unsafeIn(html: string): string[] {
  const found: string[] = []
  for (const [tag, name = '', rest = ''] of html.matchAll(/<\/?([a-z0-9-]*)((?:[^<>"]|"[^"]*")*)>?/gi)) {
    if (/^(script|style|iframe|object|embed|form|input|base|meta|link|svg|math|template)$/i.test(name))
      if (!PLAYER.test(tag)) found.push(tag)
    if (/\son[a-z]+\s*=|\sstyle\s*=|\ssrcdoc\s*=/i.test(rest.replace(/"[^"]*"/g, '""'))) found.push(tag)
    for (const [, address = ''] of rest.matchAll(/\s(?:href|src|cite)="([^"]*)"/g))
      if (!/^(https?:\/\/|mailto:|\/(?!\/)|#)/.test(address)) found.push(tag)
    if (!tag.endsWith('>')) found.push(tag)
  }
  return found
}
