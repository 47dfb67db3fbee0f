// Every loader and every action, as it is when loaded, was made by `door`; and the table of rooms knows every address.
import type { RouteConfigEntry } from '@remix-run/route-config'
import { expect, test } from 'vitest'
import { lockOf } from '#app/routes/door.ts'
import routes from '#app/routes.ts'

const modules = import.meta.glob<Record<string, unknown>>(['../../app/routes/**/*.{ts,tsx}', '../../app/root.tsx'])

test('no route opens without its lock', { timeout: 120_000 }, async () => {
  const files = [...(routes as RouteConfigEntry[]).map(({ file }) => `../../app/${file}`), '../../app/root.tsx']
  expect(files.length).toBeGreaterThan(35)
  const open: string[] = []
  for (const file of files) {
    const route = await modules[file]?.()
    if (!route) open.push(`${file} is not there`)
    for (const name of ['loader', 'action']) {
      const work = route?.[name]
      if (work !== undefined && (typeof work !== 'function' || !lockOf.has(work))) open.push(`${file}: ${name}`)
    }
    if (route && !route.loader) open.push(`${file} has no loader: what is looked at there is not asked about`)
  }
  expect(open).toEqual([])
})

test('every file that answers requests is named in the table of addresses', () => {
  const named = (routes as RouteConfigEntry[]).map(({ file }) => file)
  expect(new Set(named).size).toBe(named.length)
  const answering = Object.keys(modules).filter((path) => path !== '../../app/root.tsx')
  expect(named.filter((file) => !answering.includes(`../../app/${file}`))).toEqual([])
})
