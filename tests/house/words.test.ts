// Every sentence a person reads is in words/: nothing is without a name, and no page speaks for itself.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { reasonKeys, reasonSentences } from '#app/newsroom/desk/reasons.ts'
import { moves } from '#app/newsroom/desk/workflow.ts'
import { storyStates } from '#app/newsroom/story/story.ts'
import { en as inBrowsers } from '#app/words/browser/en.ts'
import { en } from '#app/words/en.ts'
import { filesIn, textOf } from './source-files.ts'

const { workflow } = en
const sentence = /^[A-Z“].*[.!?]$/s

test('every state, move and reason has its words', () => {
  expect(Object.keys(workflow.states).sort()).toEqual([...storyStates].sort())
  expect(Object.keys(workflow.moves).sort()).toEqual([...moves].sort())
  expect(Object.keys(workflow.done).sort()).toEqual([...moves].sort())
  expect(Object.keys(workflow.reasons).sort()).toEqual([...reasonKeys].sort())
  expect(Object.keys(reasonSentences).sort()).toEqual([...reasonKeys].sort())
})

test('every refusal, fault and reason that the source names has a whole sentence', () => {
  const known = { ...workflow.refusals, ...workflow.faults }
  const named = filesIn(['app/newsroom/desk'], /(policy|move-story\.server)\.ts$/).flatMap(refusalsIn)
  expect(named.filter((key) => !(key in known))).toEqual([])
  for (const [key, said] of Object.entries({ ...known, ...workflow.reasons })) expect(said, key).toMatch(sentence)
})

test('no button or label is empty, and no sentence is said with a straight quote or three dots', () => {
  const faulty = allWords(en).filter(([, said]) => said.trim() === '' || /"|\.\.\./.test(said))
  expect(faulty).toEqual([])
})

test('no page says a sentence of its own', () => {
  const found = filesIn(['app/routes', 'app/ui', 'app/root.tsx'], /\.tsx$/).flatMap(literalsIn)
  expect(found).toEqual([])
})

test('pages that run script speak from the rooms that browsers open, and from no other', () => {
  const rooms = Object.keys(en).filter((room) => !(room in inBrowsers))
  expect(rooms.length).toBeGreaterThan(5)
  const pages = filesIn(['app/routes'], /\.tsx$/).filter((path) =>
    /export const handle = .*hydrate: true/.test(textOf(path)),
  )
  expect(pages.length).toBeGreaterThanOrEqual(2)
  const known = new Set<string>()
  for (const page of ['app/root.tsx', 'app/entry.client.tsx', ...pages]) walkImports(page, known)
  const spoken = [...known].flatMap((path) => roomsIn(textOf(path), rooms).map((room) => `${path}: ${room}`))
  expect(spoken).toEqual([])
})

test('no file has chosen its language before a page was asked for', () => {
  const chosen = filesIn(['app'], /\.tsx?$/).filter((path) => /\bwordsFor\(['"`]/.test(textOf(path)))
  expect(chosen).toEqual([])
})

// `because: 'not-holder'`, `return 'own-story'`: the names a refusal goes by.
function refusalsIn(path: string): string[] {
  const names = [...textOf(path).matchAll(/(?:because: |refuse\()'([a-z-]+)'/g)].map(([, name]) => name ?? '')
  const ownNames = ['faults'] // carries sentences of its own
  return names.filter((name) => !ownNames.includes(name))
}

/** Every fixed text of a book of words, by its path; sentences with parts are functions and are not called. */
function allWords(book: unknown, path = 'en'): [path: string, said: string][] {
  if (typeof book === 'string') return [[path, book]]
  if (typeof book !== 'object' || book === null) return []
  return Object.entries(book).flatMap(([key, part]) => allWords(part, `${path}.${key}`))
}

const spokenAttributes = ['title', 'aria-label', 'placeholder', 'alt', 'label', 'hint', 'lead']

function literalsIn(path: string): string[] {
  const source = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: string[] = []
  visit(source)
  return found

  function visit(node: ts.Node) {
    if (ts.isJsxText(node)) note(node.text)
    if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteral(node.expression)) note(node.expression.text)
    if (ts.isJsxAttribute(node) && spokenAttributes.includes(node.name.getText()))
      if (node.initializer && ts.isStringLiteral(node.initializer)) note(node.initializer.text)
    ts.forEachChild(node, visit)
  }

  function note(text: string) {
    if (/\p{L}{2}/u.test(text)) found.push(`${path}: ${text.trim()}`)
  }
}

/** Every file of the house that a browser gets with this one. */
function walkImports(path: string, known: Set<string>): void {
  if (known.has(path) || path.startsWith('app/words/')) return
  known.add(path)
  for (const { fileName } of ts.preProcessFile(textOf(path)).importedFiles) {
    const there = fileName.startsWith('#app/') ? `app/${fileName.slice(5)}` : join(dirname(path), fileName)
    if (/\.tsx?$/.test(there) && !there.includes('.server.') && existsSync(there)) walkImports(there, known)
  }
}

/** Which of the rooms a file takes sentences from: `useWords().room`, `words.room`, `{ room } = useWords()`. */
function roomsIn(text: string, rooms: string[]): string[] {
  const taken = [...text.matchAll(/\{([^{}]*)\} = (?:useWords\(\)|words)\b/g)].flatMap(([, names]) =>
    (names ?? '').split(',').map((name) => name.split(':')[0]?.trim() ?? ''),
  )
  return rooms.filter(
    (room) => taken.includes(room) || new RegExp(`(?:useWords\\(\\)|\\bwords)\\.${room}\\b`).test(text),
  )
}
