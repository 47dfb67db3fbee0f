// Before the tests of browsers and standards: one seeded demo outlet, which has every kind of block and of page with something on it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildWhenStale } from '../../bin/build.mjs'
import { started } from './started.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder to copy, and the address it was seeded under. */
    demo: { folder: string; url: string }
  }
}

// As `npm start` does it. In a process of its own: once pictures are read, no other drawing can be made in the same one.
const seeding = `
  const { settings } = await import('./build/bin/settings.js')
  const { seedDemo } = await import('./build/bin/seed.js')
  await seedDemo(settings)
`

/** Makes it; what it returns removes the folder after the last test. */
export default async function makeDemo(project: TestProject): Promise<() => void> {
  await buildWhenStale()
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-demo-'))
  const url = 'http://127.0.0.1:1' // nobody's port; each house writes its own address over it
  const { ended, said } = started(['--input-type=module', '-e', seeding], {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    SITE_URL: url,
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
  })
  if ((await ended) !== 0) throw new Error(`the demo could not be seeded: ${said.err}`)
  project.provide('demo', { folder, url })
  return () => rmSync(folder, { recursive: true, force: true })
}
