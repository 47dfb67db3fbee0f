// The lock file holds no version below the one that mended a known hole or crash.
import { expect, test } from 'vitest'
import lock from '../../package-lock.json' with { type: 'json' }

/** Package, the oldest version that may be installed, and why. */
const oldest: [name: string, version: string, why: string][] = [
  ['better-sqlite3', '12.11.1', 'its SQLite 3.53.2 has the repair of the WAL reset'],
  ['better-sqlite3-node22', '13.2.0', 'runs on Node 22 and later'],
  ['@remix-run/router', '1.23.4', 'redirects to other sites'],
  ['react-router', '6.30.6', 'redirects to other sites'],
  ['react-router-dom', '6.30.6', 'redirects to other sites'],
  ['@remix-run/node', '2.17.5', 'the last of its line'],
  ['@remix-run/react', '2.17.5', 'the last of its line'],
  ['file-type', '21.3.1', 'endless loops on made-up files'],
  ['sharp', '0.35.5', 'the decoders inside it'],
  ['nodemailer', '10.6.0', 'addresses that split in two'],
  ['prosemirror-view', '1.42.3', 'pasted markup'],
  ['lucia', '3.2.2', 'the last of its line'],
  ['hono', '4.13.19', 'static files and headers'],
  ['vite', '6.4.6', 'files outside the root in development'],
  ['esbuild', '0.25.12', 'requests from other sites in development'],
  ['rollup', '4.62.3', 'names of chunks that escape'],
  ['cookie', '0.7.0', 'names that break out of a header'],
]

type Entry = { version?: string }
const installed = Object.entries(lock.packages as Record<string, Entry>)

test.each(oldest)('%s is at least %s', (name, version) => {
  const found = installed.filter(([path]) => path.endsWith(`node_modules/${name}`)).map(([, entry]) => entry.version)
  expect(found.length, `${name} is not in the lock file`).toBeGreaterThan(0)
  for (const one of found) expect(compare(one ?? '0', version), `${name} ${one}`).toBeGreaterThanOrEqual(0)
})

test('what each Node loads as its database engine fits that Node', () => {
  const versionOf = (path: string) => installed.find(([name]) => name === path)?.[1].version ?? ''
  expect(versionOf('node_modules/better-sqlite3')).toMatch(/^12\./) // 13 crashes on Node 20
  expect(versionOf('node_modules/better-sqlite3-node22')).toMatch(/^13\./) // 12 crashes on Node 24
})

test('there is one copy of what must not meet itself', () => {
  for (const name of ['react', 'react-dom', 'prosemirror-model', 'prosemirror-state', 'drizzle-orm', 'zod']) {
    const copies = installed.filter(
      ([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`),
    )
    expect(copies.length, name).toBe(1)
  }
})

function compare(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split(/[.-]/).slice(0, 3).map(Number))
  const difference = [0, 1, 2].map((at) => (a?.[at] ?? 0) - (b?.[at] ?? 0)).find((step) => step !== 0)
  return difference ?? 0
}
