// The lines of a comparison say exactly what both copies say, whatever was edited.
import { expect, test } from 'vitest'
import type { Copy } from '#app/newsroom/story/copy/check-copy.ts'
import { diffCopies } from '#app/newsroom/story/copy/compare-copy.ts'
import { type ComparedRun, comparedLines } from '#app/newsroom/story/copy/compared-lines.ts'
import { editedAtRandom } from './random-edits.ts'
import { bold, copyOf, dateline, heading, list, p, randomCopy, seeded, text } from './sample-copy.ts'

const compare = (before: Copy, after: Copy) => comparedLines(before, after, diffCopies(before, after))
const said = (runs: ComparedRun[]) => runs.map((run) => run.text).join('')

test('words that went and came stand in the line they belong to', () => {
  const before = copyOf(p('The mayor opened the bridge.'), p('It rained.'), p('Nobody was hurt.'))
  const after = copyOf(p('The old mayor opened the bridge.'), p('Nobody was hurt.'), p('It was noon.'))
  const lines = compare(before, after)
  expect(lines.map(({ state, together }) => [state, said(together)])).toEqual([
    ['changed', 'The old mayor opened the bridge.'],
    ['removed', 'It rained.'],
    ['same', 'Nobody was hurt.'],
    ['added', 'It was noon.'],
  ])
  expect(lines[0]?.together.filter((run) => run.state !== 'same')).toMatchObject([{ state: 'added', text: 'old ' }])
})

test('a form, a list and a heading are named', () => {
  const before = copyOf(
    dateline('Varna'),
    p('One word here.'),
    list('bulletList', [p('a first item')], [p('a second item')]),
  )
  const after = copyOf(
    dateline('Ruse'),
    heading('One word here.'),
    list('bulletList', [p('a first item')], [p('a second ', text('item', bold))]),
  )
  const lines = compare(before, after)
  expect(lines[0]?.attributes).toMatchObject([{ name: 'place', before: 'Varna', after: 'Ruse' }])
  expect(lines[1]?.attributes).toMatchObject([{ name: 'type', before: 'paragraph', after: 'heading2' }])
  expect(lines[3]).toMatchObject({ within: ['bulletList'], state: 'changed' })
  expect(lines[3]?.after.at(-1)).toMatchObject({ text: 'item', forms: ['bold'], state: 'added' })
})

test('both sides of any comparison read as their copies, and every change is shown', { timeout: 120_000 }, () => {
  for (let seed = 0; seed < 1000; seed++) {
    const before = randomCopy(seed)
    const after = editedAtRandom(before, seeded(seed * 13 + 7), 1 + (seed % 7))
    const changes = diffCopies(before, after)
    const lines = comparedLines(before, after, changes)
    const same = (copy: Copy) => comparedLines(copy, copy, []).map((line) => said(line.after))
    expect(
      lines.filter((line) => line.state !== 'added').map((line) => said(line.before)),
      `${seed} before`,
    ).toEqual(same(before))
    expect(
      lines.filter((line) => line.state !== 'removed').map((line) => said(line.after)),
      `${seed} after`,
    ).toEqual(same(after))
    expect(
      [...new Set(lines.flatMap((line) => line.changes))].sort((a, b) => a - b),
      `${seed} changes`,
    ).toEqual(changes.map(({ id }) => id))
  }
})
