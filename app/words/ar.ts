// The Arabic words, gathered from one file a room.

import { admin } from './ar/admin.ts'
import { after } from './ar/after.ts'
import { calls } from './ar/calls.ts'
import { figures } from './ar/figures.ts'
import { house } from './ar/house.ts'
import { hubs } from './ar/hubs.ts'
import { identity } from './ar/identity.ts'
import { issues } from './ar/issues.ts'
import { lists } from './ar/lists.ts'
import { live } from './ar/live.ts'
import { newsletter } from './ar/newsletter.ts'
import { policies } from './ar/policies.ts'
import { reader } from './ar/reader.ts'
import { search } from './ar/search.ts'
import { tracking } from './ar/tracking.ts'
import { verification } from './ar/verification.ts'
import { wire } from './ar/wire.ts'
import { ar as inBrowsers } from './browser/ar.ts'
import type { Words } from './words.ts'

export const ar: Words = {
  ...inBrowsers,
  admin,
  after,
  calls,
  figures,
  house,
  hubs,
  identity,
  issues,
  lists,
  live,
  newsletter,
  policies,
  reader,
  search,
  tracking,
  verification,
  wire,
}
