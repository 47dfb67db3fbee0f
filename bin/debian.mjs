// What the tests need of Debian, installed where that can be done without asking.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** The system's own Python: Debian's modules are installed for no other. */
export const python = '/usr/bin/python3'

/** What the checks by other people's programs need: a package, and the command that answers 0 once it is there. */
const tools = [
  { debian: 'default-jre-headless', command: 'java', args: ['-version'] },
  { debian: 'libxml2-utils', command: 'xmllint', args: ['--version'] },
  { debian: 'python3-feedparser', command: python, args: ['-c', 'import feedparser'] },
]

/** Is this a Debian that may be changed? */
export function canInstall() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

/** Installs packages, quietly. @param {string[]} packages */
export function install(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { stdio: 'inherit', env })
}

/** The packages that the standards' checks need and this machine has not, after installing what can be. */
export function missingTools() {
  const missing = absent()
  if (missing.length === 0 || !canInstall()) return missing
  console.error(`Installing ${missing.join(', ')} for the tests of standards …`)
  install(missing)
  return absent()
}

function absent() {
  return tools
    .filter(({ command, args }) => spawnSync(command, args, { stdio: 'ignore' }).status !== 0)
    .map(({ debian }) => debian)
}
