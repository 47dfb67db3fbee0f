// `npm run test:standards`: what other people's programs say of the pages, feeds and maps of two served outlets, and
// what Lighthouse says of the pages of one. `npm test` runs all of it but Lighthouse.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildWhenStale, root } from './build.mjs'
import { chromium } from './chromium.mjs'
import { missingTools } from './debian.mjs'
import { installWhenMissing } from './installed.mjs'
import { refuseOldNode } from './node-version.mjs'

refuseOldNode()
process.chdir(root)
installWhenMissing(root)
const missing = missingTools()
if (missing.length > 0) {
  console.error(`Nothing was checked: ${missing.join(', ')} missing. On Debian: apt-get install ${missing.join(' ')}`)
  process.exit(1)
}
process.env.CHROMIUM = chromium()
await buildWhenStale()
const asked = ['run', '--project', 'standards', '--project', 'lighthouse', ...process.argv.slice(2)]
const { status } = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...asked], {
  stdio: 'inherit',
})
process.exit(status ?? 1)
