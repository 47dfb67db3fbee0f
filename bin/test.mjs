// `npm test`: everything that has to hold, quickest first; stops at the first red and ends with one line of totals.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWhenStale, root } from './build.mjs'
import { chromium } from './chromium.mjs'
import { missingTools } from './debian.mjs'
import { installWhenMissing } from './installed.mjs'
import { refuseOldNode } from './node-version.mjs'

refuseOldNode()
process.chdir(root)
installWhenMissing(root)
process.env.CHROMIUM = chromium()
const missing = missingTools()
await buildWhenStale()

const reports = mkdtempSync(join(tmpdir(), 'copydesk-tests-'))
const total = { passed: 0, failed: 0 }
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))

tool('Lint and format', 'node_modules/@biomejs/biome/bin/biome', ['check', '.'])
tool('Types', 'node_modules/typescript/bin/tsc', ['--noEmit', '-p', '.'])
for (const project of ['unit', 'postgres', 'browser']) tests(project)
if (missing.length === 0) tests('standards')
end(0)

/** @param {string} name @param {string} file @param {string[]} args */
function tool(name, file, args) {
  console.log(`\n— ${name}`)
  const { status } = spawnSync(process.execPath, [join(root, file), ...args], { stdio: 'inherit' })
  if (status === 0) return
  console.log(`${name}: failed`)
  total.failed++
  end(1)
}

/** @param {string} project */
function tests(project) {
  console.log(`\n— Tests: ${project}`)
  const report = join(reports, `${project}.json`)
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const asked = [
    'run',
    '--project',
    project,
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const { status } = spawnSync(process.execPath, [vitest, ...asked], { stdio: 'inherit' })
  addFrom(report)
  if (status !== 0) end(1)
}

/** @param {string} report */
function addFrom(report) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
    total.passed += numPassedTests
    total.failed += numFailedTests
  } catch {
    total.failed++ // the tests did not even come to an end
  }
}

/** @param {number} code */
function end(code) {
  if (code !== 0 && total.failed === 0) total.failed++
  if (missing.length > 0)
    console.log(
      `\nNOT CHECKED against the standards: this machine has no ${missing.join(', ')}, and they could not be installed.`,
    )
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  process.exit(code)
}
