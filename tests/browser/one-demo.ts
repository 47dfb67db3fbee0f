// Before the tests of browsers and standards: one seeded demo outlet, which has every kind of block and of page with something on it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { TestProject } from 'vitest/node'
import { readSettings, type Settings } from '#app/platform/env.server.ts'
import { buildWhenStale } from '../../bin/build.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder to copy, and the address it was seeded under. */
    demo: { folder: string; url: string }
  }
}

/** Makes it; what it returns removes the folder after the last test. */
export default async function makeDemo(project: TestProject): Promise<() => void> {
  await buildWhenStale()
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-demo-'))
  const url = 'http://127.0.0.1:1' // nobody's port; each house writes its own address over it
  const read = readSettings({ DATA_DIR: folder, SITE_URL: url, LOG_LEVEL: 'silent' })
  if (!read.ok) throw new Error(read.faults.join(' '))
  const { seedDemo } = (await import(/* @vite-ignore */ pathToFileURL(resolve('build/bin/seed.js')).href)) as {
    seedDemo(settings: Settings): Promise<unknown>
  }
  await seedDemo(read.settings)
  project.provide('demo', { folder, url })
  return () => rmSync(folder, { recursive: true, force: true })
}
