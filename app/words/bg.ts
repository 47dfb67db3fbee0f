// The Bulgarian words, gathered from one file a room.

import { admin } from './bg/admin.ts'
import { after } from './bg/after.ts'
import { calls } from './bg/calls.ts'
import { figures } from './bg/figures.ts'
import { house } from './bg/house.ts'
import { hubs } from './bg/hubs.ts'
import { identity } from './bg/identity.ts'
import { issues } from './bg/issues.ts'
import { lists } from './bg/lists.ts'
import { live } from './bg/live.ts'
import { newsletter } from './bg/newsletter.ts'
import { policies } from './bg/policies.ts'
import { reader } from './bg/reader.ts'
import { search } from './bg/search.ts'
import { tracking } from './bg/tracking.ts'
import { verification } from './bg/verification.ts'
import { wire } from './bg/wire.ts'
import { bg as inBrowsers } from './browser/bg.ts'
import type { Words } from './words.ts'

export const bg: Words = {
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
