// The pages in docs/ that speak of the program are compared with the program.
import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import type { ZodObject } from 'zod'
import { bulkOrder } from '#app/newsroom/desk/bulk-order.ts'
import { deskEditInput } from '#app/newsroom/desk/desk-edit.server.ts'
import { moveOrder } from '#app/newsroom/desk/move-order.ts'
import { pitchInput } from '#app/newsroom/desk/pitches.ts'
import { placeInput } from '#app/newsroom/desk/places.ts'
import { savedFilterInput } from '#app/newsroom/desk/saved-filters.ts'
import { pictureWords } from '#app/newsroom/pictures/picture-words.ts'
import { newUpload } from '#app/newsroom/pictures/upload-input.ts'
import { callInput } from '#app/newsroom/story/call.ts'
import { draftInput } from '#app/newsroom/story/draft-input.ts'
import {
  answerInput,
  closeInput,
  correctionInput,
  entryInput,
  markInput,
  openInput,
  removalInput,
  sentInput,
} from '#app/newsroom/topics/live.ts'
import { outletForm } from '#app/routes/admin/outlet-form.ts'
import { sectionForm } from '#app/routes/admin/section-form.ts'
import { topicForm } from '#app/routes/admin/topic-form.ts'
import { livePhotoForm } from '#app/routes/live-photo-answer.ts'
import { choiceFields } from '#app/routes/reader/newsletter-links.server.ts'
import routes from '#app/routes.ts'
import { wordsFor } from '#app/words/words.ts'
import { workflowPage } from '../../bin/docs/workflow-page.ts'
import { filesIn, textOf } from './source-files.ts'

test('docs/WORKFLOW.md is what the tables say (npm run docs writes it)', () => {
  expect(textOf('docs/WORKFLOW.md')).toBe(workflowPage())
})

test('docs/HTTP.md has every address of the URL table and no other', () => {
  const documented = [...new Set(httpRows().map(({ address }) => address))].sort()
  expect(documented).toEqual(
    addresses()
      .map(({ address }) => address)
      .sort(),
  )
})

test('docs/HTTP.md says who may come in, by which method', () => {
  for (const { address, file } of addresses()) {
    const source = textOf(file)
    const rows = httpRows().filter((row) => row.address === address)
    expect([...rowsOf(rows, /^GET$/)], `GET ${address}`).toEqual(roomsOf(source, 'loader'))
    expect([...rowsOf(rows, /^(POST|PUT|PATCH|DELETE)$/)], `POST ${address}`).toEqual(roomsOf(source, 'action'))
  }
})

test('docs/HTTP.md names every field that an address reads, and no other', () => {
  for (const { address, file } of addresses()) {
    const rows = httpRows().filter((row) => row.address === address)
    const documented = [...new Set(rows.flatMap(({ fields }) => fields))].sort()
    expect(documented, address).toEqual(fieldsRead(file))
  }
})

test('docs/RUNNING.md explains every setting, with its default', () => {
  const source = textOf('app/platform/env.server.ts')
  const schema = source.slice(source.indexOf('z.object({'), source.indexOf('\n})'))
  const settings = [...schema.matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name)
  const page = textOf('docs/RUNNING.md')
  const explained = [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name)
  expect(explained.sort()).toEqual(settings.sort())
  for (const part of schema.split(/\n {2}(?=[A-Z_]+: )/).slice(1)) {
    const [name] = part.split(':')
    const preset = /\.default\('?([^')]+)'?\)/.exec(part)?.[1]
    const row = page.split('\n').find((line) => line.startsWith(`| \`${name}\` |`))
    if (preset) expect(row, name).toContain(`\`${preset}\``)
  }
})

test('the rooms that docs/HOUSE.md draws are the rooms that stand', () => {
  const drawn = [...textOf('docs/HOUSE.md').matchAll(/^ {2}(\w+)\/ {2,}/gm)].map(([, name]) => name)
  const standing = filesIn(['app'], /./).flatMap((path) => /^app\/([^/]+)\//.exec(path)?.[1] ?? [])
  expect([...new Set(drawn)].sort()).toEqual([...new Set(standing)].sort())
})

test('every link and every file name in the pages leads somewhere', () => {
  const pages = filesIn(['README.md', 'CONTRIBUTING.md', 'docs'], /\.md$/)
  const lost = pages.flatMap((page) =>
    [...textOf(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map(([, target]) => normalize(join(dirname(page), target ?? '')))
      .filter((target) => !existsSync(target))
      .map((target) => `${page}: ${target}`),
  )
  const named = pages.flatMap((page) =>
    [...textOf(page).matchAll(/`((?:app|db|bin|tests|migrations|docs)\/[\w./-]+\.[a-z]{2,4})`/g)]
      .map(([, target]) => target ?? '')
      .filter((target) => !existsSync(target))
      .map((target) => `${page}: ${target}`),
  )
  expect([...lost, ...named]).toEqual([])
})

type HttpRow = { method: string; address: string; room: string; fields: string[] }

/** The rows of the tables in HTTP.md: | METHOD | `/address` | who | fields | answers |. */
function httpRows(): HttpRow[] {
  return [
    ...textOf('docs/HTTP.md').matchAll(/^\| (GET|POST|PUT|PATCH|DELETE) \| `([^`]+)` \| (\w+) \| ([^|]*) \|/gm),
  ].map(([, method = '', address = '', room = '', fields = '']) => ({
    method,
    address,
    room,
    fields: [...fields.matchAll(/`([\w-]+)`/g)].map(([, name]) => name ?? ''),
  }))
}

function rowsOf(rows: HttpRow[], method: RegExp): Set<string> {
  return new Set(rows.filter((row) => method.test(row.method)).map(({ room }) => room))
}

type Entry = { path?: string | undefined; index?: boolean | undefined; file: string }

const table: Entry[] = routes

function addresses(): { address: string; file: string }[] {
  return table.map(({ path, file }) => ({ address: path === '*' ? '*' : `/${path ?? ''}`, file: `app/${file}` }))
}

// A loader that only says "use another method" opens nothing.
function roomsOf(source: string, name: 'loader' | 'action'): string[] {
  const made = source.split(/^export /m).find((part) => part.startsWith(`const ${name} = door(`)) ?? ''
  const room = /door\(\s*'(\w+)'/.exec(made)?.[1]
  return room === undefined || made.includes("'method-not-allowed'") ? [] : [room]
}

const imported: Record<string, ZodObject> = {
  bulkOrder,
  savedFilterInput,
  moveOrder,
  outletForm,
  sectionForm: sectionForm(wordsFor('en')),
  topicForm: topicForm(wordsFor('en')),
  pictureWords,
  livePhotoForm: livePhotoForm(wordsFor('en')),
  draftInput,
  newUpload,
  pitchInput,
  callInput,
  placeInput,
  deskEditInput,
  answerInput,
  closeInput,
  correctionInput,
  entryInput,
  markInput,
  openInput,
  removalInput,
  sentInput,
  choiceFields,
}
/** Functions that read a parameter for their route. */
const readers: [call: RegExp, field: string][] = [
  [/\bafterOf\(/, 'after'],
  [/\bdoneIn\(/, 'done'],
  [/\bentryOf\(request/, 'entry'],
  [/\btokenOf\(request/, 'token'],
  [/\blivePage\(/, 'done'],
  [/\blivePage\(/, 'entry'],
]

/** Every field of a form, of JSON and of the query that a route file reads, by the real schemas where they are shared. */
function fieldsRead(file: string): string[] {
  const text = textOf(file)
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const fields = new Set<string>()
  visit(source)
  for (const [, name] of text.matchAll(/(?:searchParams|query)\.(?:get|has)\('([\w-]+)'\)/g)) fields.add(name ?? '')
  for (const [call, field] of readers) if (call.test(text)) fields.add(field)
  if (text.includes('movedHere(')) for (const field of ['done', 'told']) fields.add(field)
  for (const schema of Object.keys(imported))
    if (new RegExp(`readForm\\(request, ${schema}[,(]`).test(text)) addAll(schema)
  for (const schema of Object.keys(imported)) if (text.includes(`readForm(request, ${schema},`)) addAll(schema)
  if (text.includes("field('id'), unread, person")) addAll('deskEditInput')
  if (/\bsaveDraft\([^)]*field\('id'\), draft,/.test(text)) addAll('draftInput')
  return [...fields].sort()

  function addAll(schema: string) {
    for (const name of Object.keys(imported[schema]?.shape ?? {})) fields.add(name)
  }

  function visit(node: ts.Node) {
    if (ts.isCallExpression(node) && /^z\.(strictObject|object)$/.test(node.expression.getText())) addShape(node)
    ts.forEachChild(node, visit)
  }

  function addShape({ arguments: [shape] }: ts.CallExpression) {
    if (!shape || !ts.isObjectLiteralExpression(shape)) return
    for (const property of shape.properties) {
      if (ts.isSpreadAssignment(property)) addAll(property.expression.getText().replace('.shape', ''))
      else if (property.name) fields.add(property.name.getText().replaceAll("'", ''))
    }
  }
}
