// Pages run in either direction: styles say start and end, never left and right.
import { expect, test } from 'vitest'
import { filesIn, textOf } from './source-files.ts'

/** What has to name a side, and how its other side is seen to. */
const allowed: readonly { file: string; line: RegExp; why: string }[] = [
  {
    file: 'app/ui/styles/paper.css',
    line: /^mask-image: linear-gradient\(to (left|right), /,
    why: 'a gradient knows no start and end; the other direction has a rule of its own beside it',
  },
  {
    file: 'app/ui/styles/forms.css',
    line: /^(left|right) [\d.]+rem center[,;]$/,
    why: 'the place of a background picture knows no start and end; the other direction has a rule of its own beside it',
  },
]

const styles = filesIn(['app/ui/styles'], /\.css$/)

const sided = [
  /(?<![\w-])(left|right)(?![\w-])/,
  /(?<![\w-])(margin|padding|scroll-margin|scroll-padding|border)-(left|right|top|bottom)/,
  /(?<![\w-])(top|bottom)\s*:/,
  /border-(top|bottom)-(left|right)-radius/,
  /(?<![\w-])(width|height|max-width|max-height|min-width|min-height)\s*:/,
  /translateX\(/,
  /(?<![\w-])direction\s*:/,
]

test('no style names a side but those that have to, and those have one for each direction', () => {
  const found = styles.flatMap((file) => linesOf(file).map((line) => ({ file, line })))
  const named = found.filter(({ line }) => sided.some((pattern) => pattern.test(line)))
  const wrong = named.filter(({ file, line }) => !allowed.some((rule) => rule.file === file && rule.line.test(line)))
  expect(wrong).toEqual([])
  for (const rule of allowed) {
    const lines = named.filter(({ file, line }) => rule.file === file && rule.line.test(line)).map(({ line }) => line)
    const sides = ['left', 'right'].map((side) => lines.filter((line) => line.includes(side)).length)
    expect(sides[0], `${rule.file}: ${rule.why}`).toBeGreaterThan(0)
    expect(sides[0], `${rule.file}: ${rule.why}`).toBe(sides[1])
  }
})

test('a sided style would be found', () => {
  const bad = [
    'margin-left: 1px',
    'text-align: right',
    'float: left',
    'left: 0',
    'border-top-left-radius: 2px',
    'top: 0',
  ]
  for (const line of bad)
    expect(
      sided.some((pattern) => pattern.test(line)),
      line,
    ).toBe(true)
  const good = [
    'margin-inline-start: 1px',
    'text-align: start',
    'inset-inline: 0',
    'flex-direction: row',
    'line-height: 1',
  ]
  for (const line of good)
    expect(
      sided.some((pattern) => pattern.test(line)),
      line,
    ).toBe(false)
})

test('no component names a side in a style of its own', () => {
  const inScript = /style=\{\{[^}]*\b((margin|padding|border)?(Left|Right)|left|right|textAlign)\b/
  const faults = filesIn(['app/ui', 'app/routes', 'app/root.tsx'], /\.tsx$/).filter((file) =>
    inScript.test(textOf(file)),
  )
  expect(faults).toEqual([])
  expect(inScript.test('<p style={{ marginLeft: 1 }}>')).toBe(true)
})

// Declarations one by one, without comments, selectors and conditions: `@media (min-width: 48rem)` asks the window.
function linesOf(file: string): string[] {
  return textOf(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('@') && !line.endsWith('{'))
}
