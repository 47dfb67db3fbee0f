// Runs one of the built commands by its name, building first where something changed: `node bin/run.mjs make-admin …`.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildWhenStale, root } from './build.mjs'

process.chdir(root)
const name = process.argv[2] ?? ''
if (!/^[a-z-]+$/.test(name) || !existsSync(join(root, 'bin', `${name}.ts`))) {
  console.error(`There is no command "${name}" in bin/.`)
  process.exit(1)
}
await buildWhenStale()
process.argv.splice(1, 2, join(root, 'build/bin', `${name}.js`))
await import(pathToFileURL(join(root, 'build/bin', `${name}.js`)).href)
