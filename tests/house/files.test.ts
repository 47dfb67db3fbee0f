// Habits that every file keeps: it says what it is for, hides nothing from the compiler, and lies in no bag.
import ts from 'typescript'
import { expect, test } from 'vitest'
import { filesIn, textOf } from './source-files.ts'

const sources = filesIn(['app', 'db', 'bin', 'tests'], /\.(ts|tsx|mjs)$/)
const bags = /(^|\/)(utils?|lib|libs|helpers?|common|misc|shared|index)(\/|\.[a-z.]+$)/

test('no folder and no file is a bag for everything', () => {
  expect(sources.filter((path) => bags.test(path))).toEqual([])
})

test('every file opens with a sentence: what it is for', () => {
  const silent = sources.filter((path) => !/^(\/\/ |\/\*\*? ).{15}/.test(textOf(path)))
  expect(silent).toEqual([])
})

test('every stylesheet opens with a sentence too', () => {
  expect(filesIn(['app'], /\.css$/).filter((path) => !/^\/\* [A-Z]/.test(textOf(path)))).toEqual([])
})

test('nothing is hidden from the compiler', () => {
  const typed = sources.filter((path) => /\.tsx?$/.test(path))
  expect(typed.flatMap(anysIn)).toEqual([])
  expect(typed.filter((path) => new RegExp('@ts-' + '(ignore|expect-error|nocheck)').test(textOf(path)))).toEqual([])
})

test('no test is skipped or alone, and nothing is left for later', () => {
  const skipped = /\b(test|it|describe)\.(skip|only|todo|fixme)\b/
  const later = new RegExp(`\\b(${['TO', 'FIX', 'HA'].map((word, at) => word + ['DO', 'ME', 'CK'][at]).join('|')})\\b`)
  expect(sources.filter((path) => later.test(textOf(path)))).toEqual([])
  const tests = sources.filter((path) => path.startsWith('tests/') && path !== 'tests/house/files.test.ts')
  expect(tests.filter((path) => skipped.test(textOf(path)))).toEqual([])
})

test('every loader and action is behind a door', () => {
  const routes = filesIn(['app/routes', 'app/root.tsx'], /\.(ts|tsx)$/)
  const open = routes.flatMap((path) =>
    [...textOf(path).matchAll(/^export (?:const|async function|function) (?:loader|action)\b.*$/gm)]
      .map(([line]) => line)
      .filter((line) => !/^export const (loader|action) = door\($|^export const (loader|action) = door\('/.test(line))
      .map((line) => `${path}: ${line}`),
  )
  expect(open).toEqual([])
})

function anysIn(path: string): string[] {
  const source = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, true)
  const found: string[] = []
  visit(source)
  return found

  function visit(node: ts.Node) {
    if (node.kind === ts.SyntaxKind.AnyKeyword)
      found.push(`${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`)
    ts.forEachChild(node, visit)
  }
}
