// The rows an address could belong to, against the framework's own choice among all of them.
import { matchRoutes } from '@remix-run/react'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearRoutes } from '#app/platform/near-routes.ts'
import table from '#app/routes.ts'

type Row = { id: string; path?: string | undefined; index?: boolean | undefined; parentId?: string | undefined }

const ours = tableOf(table.map(({ file, path, index }) => ({ id: file, path, index, parentId: 'root' })))
const words = [...new Set(table.flatMap(({ path }) => path?.split('/') ?? []))].filter((word) => !/[:*]/.test(word))

test('what is left of the table matches the same row as the whole table', () => {
  const word = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...words) },
    fc.constantFrom('story-of-a-bridge', 'STORIES', '%73tories', 'stories%2Fx', '.', '', '*', ':slug', 'a?', 'мост'),
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 7 }), fc.boolean(), (path, slash) => {
      const asked = `/${path.join('/')}${slash ? '/' : ''}`
      expect(matchIn(nearRoutes(ours)(asked), asked)).toEqual(matchIn(ours, asked))
    }),
    { numRuns: 2000 },
  )
})

test('every address of the table finds its own row', () => {
  for (const { file, path = '' } of table.filter((row) => row.path !== '*')) {
    const asked = `/${path.replaceAll(/:\w+/g, 'x')}`
    expect([file, matchIn(nearRoutes(ours)(asked), asked)]).toEqual([file, matchIn(ours, asked)])
  }
})

test('little is left of the table, and the same for the same shape', () => {
  const near = nearRoutes(ours)
  expect(Object.keys(near('/stories/a-bridge')).length).toBeLessThan(10)
  expect(near('/stories/a-bridge')).toBe(near('/stories/another'))
  expect(near('/nowhere/at/all')).toBe(near('/some/other/place'))
})

test('rows above a row, rows without a path and rows that stand for many are kept', () => {
  const rows = tableOf([
    { id: 'desk', path: 'desk', parentId: 'root' },
    { id: 'frame', parentId: 'desk' },
    { id: 'line', path: 'line/:id', parentId: 'frame' },
    { id: 'first', index: true, parentId: 'desk' },
    { id: 'any', path: ':page', parentId: 'root' },
    { id: 'maybe', path: 'help/:part?', parentId: 'root' },
  ])
  const near = nearRoutes(rows)
  for (const asked of ['/', '/desk', '/desk/line/1', '/about', '/help', '/help/you', '/help/you/more'])
    expect([asked, matchIn(near(asked), asked)]).toEqual([asked, matchIn(rows, asked)])
  expect(Object.keys(near('/desk/line/1'))).toEqual(['root', 'desk', 'frame', 'line', 'any', 'maybe'])
})

function tableOf(rows: Row[]): Record<string, Row> {
  return Object.fromEntries([{ id: 'root', path: '' }, ...rows].map((row) => [row.id, row]))
}

type Tree = { id: string; path?: string; index?: boolean; children?: Tree[] }

function matchIn(rows: Record<string, Row>, asked: string) {
  return matchRoutes(treeOf(rows, undefined) as never, asked)?.map(({ route, params }) => ({ id: route.id, params }))
}

function treeOf(rows: Record<string, Row>, above: string | undefined): Tree[] {
  return Object.values(rows)
    .filter(({ parentId }) => parentId === above)
    .map(({ id, path, index }) => ({
      id,
      ...(path !== undefined && { path }),
      ...(index ? { index } : { children: treeOf(rows, id) }),
    }))
}
