// Before the browser tests: one build and one seeded folder, which every house of the run begins from.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildWhenStale } from '../../bin/build.mjs'
import type { Seeded } from './seeded.ts'
import { started } from './started.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder to copy, the address it was seeded under, and what `seed:test` said. */
    seed: { folder: string; url: string; seeded: Seeded }
  }
}

/** Makes both; what it returns removes the folder after the last test. */
export default async function makeSeed(project: TestProject): Promise<() => void> {
  await buildWhenStale()
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-seed-'))
  const url = 'http://127.0.0.1:1' // nobody's port; each house writes its own address over it
  const seeding = started(['build/bin/seed-test.js', '--json'], {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    SITE_URL: url,
    DATA_DIR: folder,
  })
  if ((await seeding.ended) !== 0) throw new Error(`seed:test failed: ${seeding.said.err}`)
  project.provide('seed', { folder, url, seeded: JSON.parse(seeding.said.out) as Seeded })
  return () => rmSync(folder, { recursive: true, force: true })
}
